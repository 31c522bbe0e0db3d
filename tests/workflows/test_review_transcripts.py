"""The queue of what a person should check."""

import pytest

from mediakit.batch.outcomes import Failed
from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import ClipId, UseId
from mediakit.model.review import Wanted
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use, UsedRange, UseKind
from mediakit.workflows.arrange_segments import (
    check_segments,
    join_segments,
    split_segment,
)
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.mark_transcript import mark_transcript
from mediakit.workflows.revert_transcript import revert_transcript
from mediakit.workflows.review_transcripts import (
    Queue,
    review_transcripts,
    transcripts_to_review,
)
from tests.builders import a_clip, a_playlist, a_session, an_item
from tests.codebooks import a_coding, a_theme
from tests.consents import WORKING, put_person, put_voice, withdraw

GAO, MOPTI = a_clip(session="s-0000000001"), a_clip("c-0000000002")
TRUST = a_theme("trust")


def keep(library: Library, catalog: Catalog, clip: ClipId) -> TranscriptRecord:
    """Keep a machine's transcript of five seconds, each less sure than the last."""
    said = tuple(
        Segment(
            start=second * 1000,
            end=second * 1000 + 900,
            text=f"{clip[-1]}{second}",
            probability=0.9 - second / 10,
        )
        for second in range(5)
    )
    words = Transcript(
        clip=clip,
        language="fr",
        segments=said,
        source=Source(origin=Origin.MACHINE, engine="faster-whisper"),
    )
    return keep_transcript(library, catalog, words, state=State.MACHINE)


@pytest.fixture
def record(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep two transcripts, and return the first."""
    with catalog.change() as change:
        change.put(a_session())
        change.put(GAO)
        change.put(MOPTI)
        change.put(TRUST)
    kept = keep(library, catalog, GAO.id)
    keep(library, catalog, MOPTI.id)
    return kept


def queue(
    library: Library, catalog: Catalog, *, limit: int | None = None, **where: str
) -> Queue:
    """Return the queue."""
    records = transcripts_to_review(catalog, **where)
    *_read, found = review_transcripts(library, catalog, records, WORKING, limit=limit)
    assert isinstance(found, Queue)
    return found


def texts(found: Queue) -> list[str]:
    """Return the segments, in order."""
    return [one.segment.text for _clip, one in found.waiting]


@pytest.mark.usefixtures("record")
def test_words_about_to_be_used_come_first(library: Library, catalog: Catalog) -> None:
    """On a playlist, strong quotes, what was cut; other codings do not press."""
    item = an_item(clip=MOPTI.id, range=TimeRange(4500, 4800))
    cut = (UsedRange(MOPTI.id, TimeRange(950, 2100), None),)
    with catalog.change() as change:
        change.put(a_playlist(items=(item,)))
        change.put(a_coding("k-1", TRUST, (100, 200), strong=True))
        change.put(a_coding("k-2", TRUST, (3000, 3900)))
        change.put(a_coding("k-3", TRUST, strong=True, clip=MOPTI.id))
        change.put(Use(id=UseId("u-1"), kind=UseKind.CUT, files=(), ranges=cut))
        data = Use(id=UseId("u-2"), kind=UseKind.TRANSCRIPT, files=(), ranges=cut)
        change.put(data)

    found = queue(library, catalog, limit=5)

    assert ["24", "10", "22", "21", "14"] == texts(found)
    assert (10, 4, 0) == (found.total, found.wanted, found.withheld)
    assert [(Wanted.PLAYLIST,), (Wanted.STRONG,), (Wanted.CUT,), (Wanted.CUT,)] == [
        one.wanted for _clip, one in found.waiting[:4]
    ]


@pytest.mark.usefixtures("record")
def test_words_in_a_film_press_as_words_in_a_cut_do(
    library: Library, catalog: Catalog
) -> None:
    """Others will hear them."""
    part = (UsedRange(MOPTI.id, TimeRange(950, 2100), None),)
    with catalog.change() as change:
        change.put(Use(id=UseId("u-1"), kind=UseKind.FILM, files=(), ranges=part))

    assert 2 == queue(library, catalog).wanted


@pytest.mark.usefixtures("record")
def test_one_clip_or_session_is_reviewed(library: Library, catalog: Catalog) -> None:
    """The least sure first."""
    assert ["24", "23", "22", "21", "20"] == texts(
        queue(library, catalog, clip=MOPTI.id)
    )
    assert ["14", "13"] == texts(
        queue(library, catalog, session="s-0000000001", limit=2)
    )


def test_what_was_checked_is_not_asked_again(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """By the segment, however it is split or joined later; or as a whole."""
    checked = check_segments(library, catalog, record, ["2-3"])
    split = split_segment(library, catalog, checked, 2, 1500, WORKING)

    assert ["14", "13", "10"] == texts(queue(library, catalog, clip=GAO.id))
    joined = join_segments(library, catalog, split, "1-2")
    assert 3 == queue(library, catalog, clip=GAO.id).total
    unchecked = check_segments(library, catalog, joined, ["2"], checked=False)
    assert 4 == queue(library, catalog, clip=GAO.id).total
    mark_transcript(catalog, unchecked, State.CHECKED)
    assert 0 == queue(library, catalog, clip=GAO.id).total


def test_what_was_not_checked_after_all_is_asked_again(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Some segments, however the others were checked; or all, with every part."""
    whole = mark_transcript(catalog, record, State.APPROVED)

    parts = check_segments(library, catalog, whole, ["2-3"], checked=False)

    assert (State.MACHINE, None, None) == (parts.state, parts.checked, parts.approved)
    assert ["12", "11"] == texts(queue(library, catalog, clip=GAO.id))
    mark_transcript(catalog, parts, State.MACHINE)
    assert 5 == queue(library, catalog, clip=GAO.id).total


def test_going_back_asks_again_for_what_was_not_checked_then(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """The old words were never checked."""
    split = split_segment(library, catalog, record, 2, 1500, WORKING)
    check_segments(library, catalog, split, ["1"])

    back = revert_transcript(library, catalog, split, record.id)

    assert 5 == queue(library, catalog, clip=GAO.id).total
    again = revert_transcript(library, catalog, back, split.id)
    assert TimeRange(0, 900) == again.checked_parts[0]


@pytest.mark.usefixtures("record")
def test_nobody_is_asked_to_check_withdrawn_words(
    library: Library, catalog: Catalog
) -> None:
    """They are counted, and others come in their place."""
    person = put_person(catalog)
    put_voice(catalog, MOPTI.id, person, (3000, 5000))
    withdraw(catalog, person)

    found = queue(library, catalog, clip=MOPTI.id, limit=2)

    assert (["22", "21"], 2) == (texts(found), found.withheld)


def test_a_transcript_that_cannot_be_read_is_told(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """The others are lined up all the same."""
    library.resolve(record.path).unlink()

    records = transcripts_to_review(catalog)
    failed, _read, found = review_transcripts(library, catalog, records, WORKING)

    assert isinstance(failed, Failed)
    assert isinstance(found, Queue)
    assert (record, 5) == (failed.item, found.total)
