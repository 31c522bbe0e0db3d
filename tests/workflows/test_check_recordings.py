"""Interpreters' recordings are originals: verified, and removed with their clip."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.interpretation import Take
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Recording, Segment, Source
from mediakit.model.transcript_record import Origin
from mediakit.workflows.check_library import check_library
from mediakit.workflows.find_segments import Original
from mediakit.workflows.keep_interpretation import keep_interpretation
from mediakit.workflows.keep_recording import keep_recording
from mediakit.workflows.note_takes import taking_notes
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.withdraw_consent import (
    Wish,
    try_withdrawal,
    withdraw_consent,
)
from tests.consents import RULES, put_person, put_voice
from tests.interpreters import SPOKEN, TERMS, put_original
from tests.speech import FRENCH

SOURCE = Source(origin=Origin.ORAL_TRANSLATION, by="Fanta", date="2026-11-22")


@pytest.fixture
def original(library: Library, catalog: Catalog) -> Original:
    """Put a clip into the library, with three segments."""
    return put_original(library, catalog)


@pytest.fixture
def recording(library: Library, catalog: Catalog, original: Original) -> Path:
    """Keep an interpretation of its first segment, and return the recording."""
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        kept = keep_recording(
            library, original.clip, 1, TimeRange(0, 3000), FRENCH.path
        )
        notes.add(Take(_said("Bonjour."), kept), SOURCE)
        keep_interpretation(library, catalog, original, TERMS, notes)
    return library.resolve(kept.path)


def _said(text: str) -> Segment:
    return Segment(start=SPOKEN[0].start, end=SPOKEN[0].end, text=text)


def _problems(library: Library, catalog: Catalog, *, quick: bool = False) -> list[str]:
    return [
        f"{problem.code}: {problem.details.get('reason', problem.details)}"
        for checked in check_library(library, catalog, day="2026-11-22", quick=quick)
        for problem in checked.problems
        # the clip's own file is not what this is about
        if problem.code != "original_changed"
    ]


@pytest.mark.usefixtures("recording")
def test_all_is_well(library: Library, catalog: Catalog) -> None:
    """Recordings belong to the library."""
    assert [] == _problems(library, catalog)


def test_what_is_missing_or_changed_is_said(
    library: Library, catalog: Catalog, recording: Path
) -> None:
    """Once, however many versions have it; a quick check looks whether it is there."""
    recording.write_bytes(b"other")
    changed = _problems(library, catalog)
    quick = _problems(library, catalog, quick=True)
    recording.unlink()

    assert ["recording_lost: it is not what was recorded"] == changed
    assert [] == quick
    assert ["recording_lost: it is missing"] == _problems(library, catalog, quick=True)


def test_what_is_noted_is_known(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """An interpretation that was cut short is no orphan; any other file is."""
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        kept = keep_recording(
            library, original.clip, 1, TimeRange(0, 3000), FRENCH.path
        )
        notes.add(Take(_said("Bonjour."), kept), SOURCE)
        noted = _problems(library, catalog)
    stray = library.interpretations / original.clip.id / "stray.wav"
    stray.write_bytes(b"")

    assert [] == noted
    assert [f"file_orphaned: {{'path': '{stray}'}}"] == _problems(library, catalog)


def test_no_file_elsewhere_is_read(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """A transcript may come from a stranger."""
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        outside = Recording(0, 3000, "../../etc/passwd", "0" * 64)
        notes.add(Take(_said("Bonjour."), outside), SOURCE)
        keep_interpretation(library, catalog, original, TERMS, notes)

    assert ["read_failed: it is not in the library"] == _problems(library, catalog)


@pytest.mark.parametrize("delete", [False, True])
def test_they_go_with_their_clip(
    library: Library,
    catalog: Catalog,
    original: Original,
    recording: Path,
    *,
    delete: bool,
) -> None:
    """To the same folder, or for good."""
    removal = remove_clip(library, catalog, original.clip.id, delete=delete)

    assert not recording.parent.exists()
    if removal.folder is not None:
        assert (
            FRENCH.path.read_bytes() == (removal.folder / recording.name).read_bytes()
        )


@pytest.mark.usefixtures("recording")
def test_a_withdrawal_names_them(
    library: Library, catalog: Catalog, original: Original, recording: Path
) -> None:
    """Those in which an interpreter says what this voice said, noted ones too."""
    awa, moussa = (put_person(catalog, name) for name in ("Awa", "Moussa"))
    put_voice(catalog, original.clip.id, awa, (0, 5000))
    put_voice(catalog, original.clip.id, moussa, (6000, 9000))
    part = TimeRange(6000, 9000)
    with taking_notes(library, original.clip, "en", "Ali") as notes:
        noted = keep_recording(library, original.clip, 3, part, FRENCH.path)
        notes.add(Take(replace(_said("Here."), start=6000, end=9000), noted), SOURCE)

    def named(person: Person) -> tuple[str, ...]:
        wish, day = Wish(), "2026-11-22"
        tried = try_withdrawal(library, catalog, person.id, wish, today=day)
        done = withdraw_consent(library, catalog, RULES, person.id, wish, today=day)
        assert tried.recordings == done.recordings
        return done.recordings

    assert (recording.relative_to(library.root).as_posix(),) == named(awa)
    assert (noted.path,) == named(moussa)
    assert recording.exists()
