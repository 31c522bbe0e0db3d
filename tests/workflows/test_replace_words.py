"""A word put right in many transcripts."""

from dataclasses import replace
from typing import Any

import pytest

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog
from mediakit.errors.corrections import NothingToFind, TranscriptReplaced
from mediakit.library import Library
from mediakit.model.transcript import Segment, Transcript, Word
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.replace_words import Replaced, find_words, replace_words
from tests.builders import a_clip
from tests.conftest import saved
from tests.consents import WORKING

ONE, OTHER = a_clip("c-0000000001"), a_clip("c-0000000002")
SAID = Segment(
    start=0,
    end=3000,
    text="À mena ka, Mena ka.",
    words=(
        Word(0, 100, "À"),
        Word(200, 700, "mena"),
        Word(800, 1000, "ka,"),
        Word(1200, 1700, "Mena"),
        Word(1800, 2000, "ka."),
    ),
    flags=("too-fast",),
)
APART = Segment(start=4000, end=5000, text="Le menaka d'Amena ka.")


@pytest.fixture
def written(library: Library, catalog: Catalog) -> list[TranscriptRecord]:
    """Keep a transcript of each of two clips."""
    with catalog.change() as change:
        change.put(ONE)
        change.put(OTHER)
    return [
        keep_transcript(
            library,
            catalog,
            Transcript(clip=clip.id, language="fr", segments=(SAID, APART)),
            state=State.MACHINE,
        )
        for clip in (ONE, OTHER)
    ]


def _found(
    library: Library, catalog: Catalog, wrong: str, right: str, **where: Any
) -> list[Replaced]:
    found = find_words(library, catalog, wrong, right, WORKING, **where)
    return [one for one in found if isinstance(one, Replaced)]


def test_finding_changes_nothing(
    library: Library, catalog: Catalog, written: list[TranscriptRecord]
) -> None:
    """Whole words only, in the case they are written in, in every transcript."""
    before = saved(library)

    found = _found(library, catalog, "mena ka", "Ménaka")

    assert [(record.id, 1, "À Ménaka, Mena ka.") for record in written] == [
        (one.record.id, one.number, one.after.text) for one in found
    ]
    assert before == saved(library)


def test_case_may_be_ignored_and_clips_named(
    library: Library, catalog: Catalog, written: list[TranscriptRecord]
) -> None:
    """Every one is found, in the clips that are meant."""
    found = _found(
        library, catalog, "mena ka", "Ménaka", clips=[OTHER.id], ignore_case=True
    )

    assert ["À Ménaka, Ménaka."] == [one.after.text for one in found]
    assert written[1] == found[0].record


def test_replacing_makes_a_version_of_each(
    library: Library, catalog: Catalog, written: list[TranscriptRecord]
) -> None:
    """Words around it keep their times, and the segment its doubts."""
    found = _found(library, catalog, "mena ka", "Ménaka")

    steps = list(replace_words(library, catalog, found))

    new = [step.value for step in steps if isinstance(step, Done)]
    assert [record.id for record in written] == [one.replaces for one in new]
    segment = load_transcript(library, new[0]).segments[0]
    assert ("À Ménaka, Mena ka.", ("too-fast",)) == (segment.text, segment.flags)
    assert (Word(200, 1000, "Ménaka,"), Word(1200, 1700, "Mena")) == segment.words[1:3]


def test_words_can_be_left_out(
    library: Library, catalog: Catalog, written: list[TranscriptRecord]
) -> None:
    """A segment that says nothing else is left out with them."""
    euh = Segment(start=0, end=100, text="Euh.")
    transcript = Transcript(clip=ONE.id, language="fr", segments=(euh, APART))
    keep_transcript(library, catalog, transcript, state=State.MACHINE)
    found = _found(library, catalog, "Euh.", "", clips=[ONE.id])

    (step,) = replace_words(library, catalog, found)

    assert isinstance(step, Done)
    assert (APART,) == load_transcript(library, step.value).segments


@pytest.mark.parametrize(
    ("wrong", "said", "put"),
    [
        ("kɛ", "kɛ\u0300 kɛ", "kɛ\u0300 X"),
        ("na", "kɛ\u0300na na", "kɛ\u0300na X"),
        ("Me\u0301naka", "à Ménaka", "à X"),
        ("Ménaka", "à Me\u0301naka", "à X"),
        ("ߓߏ", "ߓߏ\u07eb ߓߏ", "ߓߏ\u07eb X"),
        ("می", "می\u200cروم می", "می\u200cروم X"),
        ("na na", "na na na", "X na"),
        ("a.c (x)", "abc a.c (x)", "abc X"),
    ],
)
def test_accents_belong_to_their_letter(
    library: Library, catalog: Catalog, wrong: str, said: str, put: str
) -> None:
    """A tone mark makes another word, however it is encoded."""
    with catalog.change() as change:
        change.put(ONE)
    segment = Segment(start=0, end=1000, text=said)
    words = Transcript(clip=ONE.id, language="bm", segments=(segment,))
    keep_transcript(library, catalog, words, state=State.MACHINE)

    assert [put] == [one.after.text for one in _found(library, catalog, wrong, "X")]


def test_backslashes_are_letters(
    library: Library, catalog: Catalog, written: list[TranscriptRecord]
) -> None:
    """Nothing that people type is a pattern."""
    assert r"À \1, Mena ka." == _found(library, catalog, "mena ka", r"\1")[0].after.text
    assert [] == _found(library, catalog, "m.na ka", "")


def test_somebody_else_s_correction_is_not_overwritten(
    library: Library, catalog: Catalog, written: list[TranscriptRecord]
) -> None:
    """It is listed, and the others are done."""
    found = _found(library, catalog, "mena ka", "Ménaka")
    correct_transcript(
        library, catalog, written[0], lambda _: [replace(SAID, speaker="Awa")]
    )

    failed, done = replace_words(library, catalog, found)

    assert isinstance(failed, Failed)
    assert isinstance(failed.error, TranscriptReplaced)
    assert isinstance(done, Done)


def test_nothing_to_find_is_refused(
    library: Library, catalog: Catalog, written: list[TranscriptRecord]
) -> None:
    """Blanks are no words."""
    with pytest.raises(NothingToFind):
        _found(library, catalog, "  ", "x")
