"""Versions of what is said in a clip, side by side."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.show_beside import show_beside
from tests.builders import a_clip
from tests.consents import purpose, put_voice_of, withdraw

CLIP = a_clip(languages=("bm",))


@pytest.fixture(autouse=True)
def _clip(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)


def _put(
    library: Library, catalog: Catalog, language: str, origin: Origin, *said: str
) -> TranscriptRecord:
    segments = tuple(
        Segment(start=1000 * n, end=1000 * n + 1000, text=text)
        for n, text in enumerate(said)
    )
    words = Transcript(
        clip=CLIP.id,
        language=language,
        segments=segments,
        source=Source(origin=origin, by="Fanta", date="2026-11-22"),
    )
    return keep_transcript(library, catalog, words, state=State.UNCHECKED)


def test_original_machine_and_human_versions(
    library: Library, catalog: Catalog
) -> None:
    """What a machine wrote beside what people made of it, in order of time."""
    _put(library, catalog, "bm", Origin.SEGMENTS, "", "")
    machine = _put(library, catalog, "bm", Origin.MACHINE, "a", "b")
    oral = _put(library, catalog, "fr", Origin.ORAL_TRANSLATION, "A", "B")
    corrected = correct_transcript(
        library,
        catalog,
        machine,
        lambda known: (replace(known.segments[0], text="aa"), known.segments[1]),
    )
    written = _put(library, catalog, "en", Origin.TRANSLATION, "one")

    shown = show_beside(library, catalog, oral, [], purpose())

    assert [machine.id, corrected.id, oral.id, written.id] == [
        one.id for one in shown.versions
    ]
    assert [["a", "aa", "A", "one"], ["b", "b", "B", ""]] == [
        ["".join(one.text for one in cell) for cell in row.segments]
        for row in shown.rows
    ]


def test_languages_can_be_chosen(library: Library, catalog: Catalog) -> None:
    """The one that was asked for is always there."""
    segments = _put(library, catalog, "bm", Origin.SEGMENTS, "", "")
    _put(library, catalog, "fr", Origin.ORAL_TRANSLATION, "A", "B")
    written = _put(library, catalog, "en", Origin.TRANSLATION, "one")

    shown = show_beside(library, catalog, segments, ["en-GB"], purpose())

    assert [segments.id, written.id] == [one.id for one in shown.versions]


def test_an_old_version_stands_beside_the_others(
    library: Library, catalog: Catalog
) -> None:
    """Once, even where it is what a correction corrects."""
    machine = _put(library, catalog, "bm", Origin.MACHINE, "a")
    corrected = correct_transcript(
        library,
        catalog,
        machine,
        lambda known: [replace(one, text="aa") for one in known.segments],
    )

    shown = show_beside(library, catalog, machine, [], purpose())

    assert {machine.id, corrected.id} == {one.id for one in shown.versions}
    assert 2 == len(shown.versions)


def test_every_translator_is_heard(library: Library, catalog: Catalog) -> None:
    """Two who translate into one language do not hide each other."""
    said = _put(library, catalog, "bm", Origin.IMPORTED, "a")
    one = _put(library, catalog, "fr", Origin.ORAL_TRANSLATION, "A")
    other = _put(library, catalog, "fr", Origin.ORAL_TRANSLATION, "Ah")

    shown = show_beside(library, catalog, said, [], purpose())

    assert [said.id, one.id, other.id] == [shown.id for shown in shown.versions]


def test_closed_words_are_withheld(library: Library, catalog: Catalog) -> None:
    """In every version."""
    said = _put(library, catalog, "bm", Origin.IMPORTED, "a", "b")
    _put(library, catalog, "fr", Origin.ORAL_TRANSLATION, "A", "B")
    withdraw(catalog, put_voice_of(catalog, CLIP.id, (0, 1000), up_to="web"))

    shown = show_beside(library, catalog, said, [], purpose())

    assert [["", ""], ["b", "B"]] == [
        ["".join(one.text for one in cell) for cell in row.segments]
        for row in shown.rows
    ]
