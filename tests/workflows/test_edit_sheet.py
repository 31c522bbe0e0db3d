"""Correcting a transcript as plain text."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.catalog.catalog import Catalog
from mediakit.errors.transcripts import TranscriptEmpty, TranscriptLineUnreadable
from mediakit.formats import sheet
from mediakit.library import Library
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.edit_sheet import Edited, apply_sheet, write_sheet
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.conftest import saved
from tests.consents import WORKING

CLIP = a_clip()
WORDS = Transcript(
    clip=CLIP.id,
    language="fr",
    segments=(
        Segment(
            start=1200,
            end=2700,
            text="Oui, venez.",
            speaker="Awa",
            words=(Word(1200, 1600, "Oui,", 0.9), Word(1800, 2600, "venez.", 0.4)),
            flags=("too-fast",),
        ),
        Segment(start=3000, end=4000, text="# [un]\ndeux"),
    ),
)
FILE = Path("words.txt")


@pytest.fixture
def record(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep a transcript."""
    with catalog.change() as change:
        change.put(CLIP)
    return keep_transcript(library, catalog, WORDS, state=State.MACHINE)


def _edited(
    library: Library, catalog: Catalog, record: TranscriptRecord, text: str
) -> tuple[Edited, tuple[Segment, ...]]:
    edited = apply_sheet(library, catalog, record, WORKING, FILE, text)
    return edited, load_transcript(library, edited.record).segments


def test_a_sheet_reads_like_what_is_said(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """A segment a line, with what explains it."""
    assert (
        "# Correct the words.\n"
        "[0:01.200 - 0:02.700 | Awa] Oui, venez.\n"
        "[0:03 - 0:04] # [un]\n"
        "  deux\n"
    ) == write_sheet(library, catalog.read(), record, WORKING, ["Correct the words."])


def test_a_sheet_that_nobody_touched_changes_nothing(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Not even a version is made."""
    before = saved(library)

    edited, _segments = _edited(
        library,
        catalog,
        record,
        write_sheet(library, catalog.read(), record, WORKING, ["", "Notes"]),
    )

    assert Edited(record) == edited
    assert before == saved(library)


ODD = (
    Segment(start=0, end=900, text=""),
    Segment(start=1000, end=3000, text="un\n\ndeux\u2028trois", speaker="A [x] - y"),
    Segment(start=1000, end=2000, text="\u00a0 à\x85", words=(Word(1, 2, "à", 0.5),)),
    Segment(start=1000, end=2000, text="[0:01 - 0:02] # non", flags=("silence",)),
)


def test_an_odd_sheet_that_nobody_touched_changes_nothing(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Blank lines, brackets in names, segments without words: all stay."""
    odd = replace(WORDS, segments=ODD)
    kept = keep_transcript(library, catalog, odd, state=State.MACHINE)

    text = write_sheet(library, catalog.read(), kept, WORKING, ["A note"])

    assert Edited(kept) == _edited(library, catalog, kept, text)[0]
    edited, after = _edited(
        library, catalog, kept, text + "[0:03 \N{EN DASH} 0:04] fin"
    )
    assert (1, 0) == (edited.changed, edited.removed)
    assert (*ODD, Segment(start=3000, end=4000, text="fin")) == after


def test_nothing_left_is_no_correction(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """An editor that lost the file took nobody's words away on purpose."""
    before = saved(library)

    for text in ("", "# only notes\n", "[0:01.200 - 0:02.700 | Awa]\n"):
        with pytest.raises(TranscriptEmpty):
            _edited(library, catalog, record, text)
    assert before == saved(library)


def test_corrected_words_keep_their_times(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """What was not touched keeps its doubts; what was corrected has none."""
    text = write_sheet(library, catalog.read(), record, WORKING, []).replace(
        "venez", "partez"
    )

    edited, segments = _edited(library, catalog, record, text)

    assert (1, 0) == (edited.changed, edited.removed)
    assert ("Oui, partez.", "Awa", ()) == (
        segments[0].text,
        segments[0].speaker,
        segments[0].flags,
    )
    assert (Word(1200, 1600, "Oui,", 0.9), 1800) == (
        segments[0].words[0],
        segments[0].words[1].start,
    )
    assert WORDS.segments[1] == segments[1]


def test_lines_may_be_parted_moved_and_left_out(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Times that a person writes count, in whatever order the lines are."""
    text = (
        "[0:01.700 - 0:02.700] venez.\n[0:01.2 - 0:01,7 | Moussa] Oui,\n\n[0:03-0:04]"
    )

    edited, segments = _edited(library, catalog, record, text)

    assert 2 == edited.changed
    assert [("Moussa", "Oui,", 1200), ("", "venez.", 1800)] == [
        (one.speaker, one.text, one.words[0].start) for one in segments
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bonjour", 1),
        ("\n[0:01 - 0:02] a\n[0:02 - 0:01] b", 3),
        ("[0:01 - 9:59] a", 1),
        ("[0:01] a", 1),
        ("[soon - later] a", 1),
    ],
)
def test_a_line_without_times_is_named(
    library: Library, catalog: Catalog, record: TranscriptRecord, text: str, line: int
) -> None:
    """And nothing is changed."""
    before = saved(library)

    with pytest.raises(TranscriptLineUnreadable) as caught:
        apply_sheet(library, catalog, record, WORKING, FILE, text)

    assert (line, str(FILE)) == (
        caught.value.details["line"],
        caught.value.details["file"],
    )
    assert before == saved(library)


texts = st.text(st.characters(codec="utf-8"), max_size=20).map(
    lambda text: "\n".join(part.strip() for part in text.splitlines() if part.strip())
)
speakers = st.text(st.characters(codec="utf-8", categories=["L", "N"]), max_size=9)


@given(st.lists(st.tuples(texts.filter(bool), speakers), max_size=5))
def test_what_is_written_is_read(said: list[tuple[str, str]]) -> None:
    """Whatever is said, by whomever."""
    segments = tuple(
        Segment(start=1000 * n, end=1000 * n + 1, text=text, speaker=speaker)
        for n, (text, speaker) in enumerate(said)
    )

    written = sheet.read(
        sheet.write(Transcript(segments=segments), ["#"]), "x", end=9000
    )

    assert [(s.start, s.end, s.speaker, s.text) for s in segments] == [
        (one.start, one.end, one.speaker, one.text) for one in written
    ]


def test_what_was_cut_at_pauses_keeps_what_is_not_written_yet(
    library: Library, catalog: Catalog
) -> None:
    """Its numbers are those of recordings that somebody is making."""
    with catalog.change() as change:
        change.put(CLIP)
    cut = tuple(Segment(start=n, end=n + 900, text="") for n in (0, 1000, 2000))
    source = Source(origin=Origin.SEGMENTS)
    words = Transcript(clip=CLIP.id, segments=cut, source=source)
    record = keep_transcript(library, catalog, words, state=State.UNCHECKED)
    text = write_sheet(library, catalog.read(), record, WORKING, [])

    _edited_so, segments = _edited(
        library, catalog, record, text.replace("01.900] ", "01.900] Oui.")
    )

    assert ["", "Oui.", ""] == [one.text for one in segments]


@pytest.mark.parametrize("line", ["{0:01} Oui.", "{0:02 - 0:01}", "{0:01 - 9:00}"])
def test_a_line_in_braces_is_only_when(
    library: Library, catalog: Catalog, record: TranscriptRecord, line: str
) -> None:
    """Words in it are refused, and so are times that make no sense."""
    before = saved(library)

    with pytest.raises(TranscriptLineUnreadable):
        apply_sheet(library, catalog, record, WORKING, FILE, line)

    assert before == saved(library)
