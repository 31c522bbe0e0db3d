"""Which part of a clip a person means."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.catalog import ClipNotFound, TranscriptNotFound
from mediakit.errors.excerpts import PassageAmbiguous, PassageNotFound, RangeBeyondClip
from mediakit.errors.typed import RangeReversed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin
from mediakit.workflows.find_passage import (
    passage_between,
    passage_of_segments,
    passage_saying,
)
from tests.builders import a_clip
from tests.library_clips import put_words

WELL = ((1000, 2000, "Le puits est loin."), (2000, 3000, "L'école est fermée."))


@pytest.fixture
def clip(catalog: Catalog) -> Clip:
    """Record a clip of twenty seconds."""
    with catalog.change() as change:
        return change.put(a_clip())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("0:01.5", "0:02", TimeRange(1500, 2000)),
        ("", "2", TimeRange(0, 2000)),
        ("19", "", TimeRange(19_000, 20_000)),
        ("0", "20", TimeRange(0, 20_000)),
    ],
)
def test_times_are_taken_as_typed(
    catalog: Catalog, clip: Clip, start: str, end: str, expected: TimeRange
) -> None:
    """One that is not typed is that of the clip."""
    assert expected == passage_between(catalog, clip.id, start, end).range


def test_times_beyond_the_end_are_refused_with_the_length(
    catalog: Catalog, clip: Clip
) -> None:
    """A person sees at once how long the clip is."""
    with pytest.raises(RangeBeyondClip, match=r"0:20 long; 0:20\.001"):
        passage_between(catalog, clip.id, "1", "20.001")


@pytest.mark.parametrize(
    ("start", "end", "error"),
    [("2", "1", RangeReversed), ("1", "1", RangeReversed), ("21", "", RangeBeyondClip)],
)
def test_times_that_hold_nothing_are_refused(
    catalog: Catalog, clip: Clip, start: str, end: str, error: type[MediakitError]
) -> None:
    """There is nothing between them."""
    with pytest.raises(error):
        passage_between(catalog, clip.id, start, end)


def test_words_are_found_as_search_finds_them(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Typed in a hurry, across two segments; the quote is as in the transcript."""
    put_words(library, catalog, clip, *WELL)

    chosen = passage_saying(library, catalog, clip.id, "LOIN l\u2019ecole")

    assert TimeRange(1750, 2333) == chosen.range
    assert "loin. L'école" == chosen.quote


def test_the_newest_transcript_that_has_the_words_decides(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A correction comes first; what only an older one says is still found."""
    put_words(library, catalog, clip, *WELL)
    put_words(library, catalog, clip, (1200, 2000, "Le puits est loin."))

    puits = passage_saying(library, catalog, clip.id, "puits")
    school = passage_saying(library, catalog, clip.id, "fermée")

    assert (1400, 2666) == (puits.range.start, school.range.start)


@pytest.mark.parametrize(
    "origin",
    [Origin.ORAL_TRANSLATION, Origin.TRANSLATION, Origin.MACHINE_TRANSLATION],
)
def test_of_a_translation_all_is_taken_that_says_it(
    library: Library, catalog: Catalog, clip: Clip, origin: Origin
) -> None:
    """When single words of it were spoken in the other language, nobody knows."""
    put_words(library, catalog, clip, *WELL, origin=origin)

    chosen = passage_saying(library, catalog, clip.id, "est loin")

    assert TimeRange(1000, 2000) == chosen.range
    assert "Le puits est loin." == chosen.quote


def test_one_transcript_can_be_named(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Then no other is looked at."""
    older = put_words(library, catalog, clip, *WELL)
    put_words(library, catalog, clip, (1200, 2000, "Le puits."))

    chosen = passage_saying(library, catalog, clip.id, "puits", transcript=older.id)

    assert 1250 == chosen.range.start
    with pytest.raises(TranscriptNotFound):
        passage_saying(library, catalog, clip.id, "puits", transcript="t-zzzzzzzzzz")


def test_words_said_several_times_are_asked_about(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """All times are named, and one can be chosen."""
    put_words(library, catalog, clip, *WELL)

    with pytest.raises(PassageAmbiguous, match=r"2 times .* 0:01\.500, 0:02\.333"):
        passage_saying(library, catalog, clip.id, "est")

    second = passage_saying(library, catalog, clip.id, "est", occurrence=2)
    assert TimeRange(2333, 2666) == second.range
    with pytest.raises(PassageNotFound, match=r"est \(3\)"):
        passage_saying(library, catalog, clip.id, "est", occurrence=3)


@pytest.mark.parametrize("quote", ["guerre", "puit", "?!"])
def test_words_nobody_said_are_not_found(
    library: Library, catalog: Catalog, clip: Clip, quote: str
) -> None:
    """Nothing is guessed."""
    put_words(library, catalog, clip, *WELL)

    with pytest.raises(PassageNotFound):
        passage_saying(library, catalog, clip.id, quote)


def test_words_of_another_clip_do_not_count(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A clip is cut by what is said in it."""
    with catalog.change() as change:
        other = change.put(a_clip("c-0000000002"))
    record = put_words(library, catalog, other, *WELL)

    for transcript in ("", record.id):
        with pytest.raises(PassageNotFound):
            passage_saying(library, catalog, clip.id, "puits", transcript=transcript)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [("1", 1000, 2000), ("1-2", 1000, 3000), (" 2 ", 2000, 3000)],
)
def test_segments_are_taken_by_their_numbers(
    library: Library, catalog: Catalog, clip: Clip, typed: str, start: int, end: int
) -> None:
    """From the newest transcript, nothing added at the ends."""
    put_words(library, catalog, clip, (0, 500, "Autre"), (500, 900, "chose"))
    put_words(library, catalog, clip, *WELL)

    chosen = passage_of_segments(library, catalog, clip.id, typed)

    assert TimeRange(start, end) == chosen.range


@pytest.mark.parametrize("typed", ["0", "3", "1-3", "2-1", "one", "-1", "1-", ""])
def test_segments_that_are_not_there_are_refused(
    library: Library, catalog: Catalog, clip: Clip, typed: str
) -> None:
    """Also where what was typed is no number."""
    put_words(library, catalog, clip, *WELL)

    with pytest.raises(PassageNotFound):
        passage_of_segments(library, catalog, clip.id, typed)


def test_a_passage_ends_with_the_clip(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Subtitles made elsewhere may run on; what begins later is not in the clip."""
    put_words(
        library, catalog, clip, (19_000, 21_000, "La fin."), (22_000, 23_000, "Après.")
    )

    assert TimeRange(19_000, 20_000) == (
        passage_of_segments(library, catalog, clip.id, "1").range
    )
    with pytest.raises(PassageNotFound):
        passage_of_segments(library, catalog, clip.id, "2")


def test_a_clip_that_is_not_there_is_named(library: Library, catalog: Catalog) -> None:
    """Before anything is looked for."""
    with pytest.raises(ClipNotFound):
        passage_between(catalog, "c-none", "", "")
    with pytest.raises(ClipNotFound):
        passage_saying(library, catalog, "c-none", "puits")
    with pytest.raises(ClipNotFound):
        passage_of_segments(library, catalog, "c-none", "1")
