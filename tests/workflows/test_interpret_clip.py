"""Importing what an interpreter says."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog
from mediakit.errors.interpreting import NotesDamaged, RecordingSilent
from mediakit.errors.media import NotMedia
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript
from mediakit.workflows.find_segments import Original
from mediakit.workflows.interpret_clip import Heard, import_recordings
from mediakit.workflows.keep_interpretation import (
    Interpreted,
    Terms,
    keep_interpretation,
    load_own,
)
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.match_recordings import match_recordings
from mediakit.workflows.note_takes import Notes, taking_notes
from mediakit.workflows.revert_transcript import revert_transcript
from tests.fakes.killed_batch import MODEL
from tests.interpreters import SPOKEN, TERMS, fake_ear, put_original, recordings
from tests.media_files import sound
from tests.speech import ENGLISH, FRENCH

Step = Done[Path, Heard] | Failed[Path]


@pytest.fixture
def original(library: Library, catalog: Catalog) -> Original:
    """Put a clip into the library, with three segments."""
    return put_original(library, catalog)


def _allow(part: TimeRange) -> None:
    """Let a machine listen."""


def _steps(
    library: Library, catalog: Catalog, original: Original, notes: Notes, folder: Path
) -> Iterator[Step]:
    matched, refused = match_recordings(folder, len(original.segments))
    assert [] == refused
    known = load_own(library, catalog, original, TERMS).recordings
    return import_recordings(
        library, original, TERMS, notes, matched, fake_ear(), _allow, known=known
    )


def _imported(
    library: Library, catalog: Catalog, original: Original, folder: Path
) -> tuple[Interpreted | None, list[Step]]:
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        steps = list(_steps(library, catalog, original, notes, folder))
        return keep_interpretation(library, catalog, original, TERMS, notes), steps


def test_it_is_locked_to_the_original(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """With who, when, by which model, and the recordings themselves."""
    folder = recordings(tmp_path / "said", _1=FRENCH, _2_3=ENGLISH)

    kept, _steps_made = _imported(library, catalog, original, folder)

    assert kept is not None
    assert [] == kept.missing
    record, transcript = kept.record, load_transcript(library, kept.record)
    assert (Origin.ORAL_TRANSLATION, "Fanta", "2026-11-22", "fr", State.MACHINE) == (
        record.origin,
        record.by,
        record.date,
        record.language,
        record.state,
    )
    assert ("fake", MODEL.name, MODEL.notice) == (
        record.engine,
        record.model,
        record.notice,
    )
    assert [(0, 3000, "Awa"), (3000, 9000, "")] == [
        (one.start, one.end, one.speaker) for one in transcript.segments
    ]
    for segment in transcript.segments:
        assert segment.start == segment.words[0].start
        assert segment.end == segment.words[-1].end
    for recording, speech in zip(transcript.recordings, (FRENCH, ENGLISH), strict=True):
        path = library.resolve(recording.path)
        assert speech.path.read_bytes() == path.read_bytes()
        assert checksum(path) == recording.sha256


def test_one_that_fails_does_not_stop_the_others(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """A silent one, one that is no recording: each with its reason, none is kept."""
    folder = recordings(tmp_path / "said", _3=FRENCH)
    options = ("-af", "volume=0")
    (folder / "1.wav").write_bytes(sound(".wav", options=options).read_bytes())
    (folder / "2.wav").write_text("no sound")

    kept, steps = _imported(library, catalog, original, folder)

    assert kept is not None
    assert [1, 2] == kept.missing
    assert {"1.wav": RecordingSilent, "2.wav": NotMedia} == {
        step.item.name: type(step.error) for step in steps if isinstance(step, Failed)
    }
    said = library.interpretations / original.clip.id
    assert ["0003"] == [path.name[:4] for path in said.iterdir()]


def test_further_recordings_make_a_new_version(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """What is there is not listened to again; a new recording of it is."""
    folder = recordings(tmp_path / "said", _1=FRENCH)
    first, _made = _imported(library, catalog, original, folder)
    recordings(folder, _2=ENGLISH)

    second, steps = _imported(library, catalog, original, folder)
    third, _made = _imported(
        library, catalog, original, recordings(tmp_path / "more", _1=ENGLISH)
    )

    assert first is not None
    assert second is not None
    assert third is not None
    assert [False, True] == [
        step.value.take is not None for step in steps if isinstance(step, Done)
    ]
    assert ([2, 3], [3], [3]) == (first.missing, second.missing, third.missing)
    assert (first.record.id, second.record.id) == (
        second.record.replaces,
        third.record.replaces,
    )
    paths = [
        [one.path for one in load_transcript(library, kept.record).recordings]
        for kept in (first, second, third)
    ]
    assert paths[0][0] == paths[1][0] != paths[2][0]
    assert all(library.resolve(path).exists() for some in paths for path in some)


def test_the_same_recordings_change_nothing(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """Not even what a person corrected meanwhile."""
    folder = recordings(tmp_path / "said", _1=FRENCH)
    first, _made = _imported(library, catalog, original, folder)
    assert first is not None
    corrected = correct_transcript(
        library,
        catalog,
        first.record,
        lambda known: [replace(one, text="Merci.") for one in known.segments],
    )

    again, _made = _imported(library, catalog, original, folder)

    assert again is not None
    assert corrected.id == again.record.id
    assert ("Fanta", "2026-11-22") == (corrected.by, corrected.date)
    assert 1 == len(load_transcript(library, corrected).recordings)


def test_going_back_brings_the_recordings_back(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """Words and voice belong together."""
    folder = recordings(tmp_path / "said", _1=FRENCH)
    first, _made = _imported(library, catalog, original, folder)
    second, _made = _imported(
        library, catalog, original, recordings(tmp_path / "more", _1=ENGLISH)
    )
    assert first is not None
    assert second is not None

    back = revert_transcript(library, catalog, second.record, first.record.id)

    before = load_transcript(library, first.record)
    after = load_transcript(library, back)
    assert before.recordings == after.recordings


def test_interrupted_it_goes_on(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """What was listened to before a program died is not listened to again."""
    folder = recordings(tmp_path / "said", _1=FRENCH, _2=ENGLISH, _3=FRENCH)
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        steps = _steps(library, catalog, original, notes, folder)
        with closing(steps):  # type: ignore[type-var]
            next(steps)
            next(steps)
    with notes.path.open("ab") as file:
        file.write(b'{"take": {"segm')

    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        noted = notes.read()
        rest = recordings(tmp_path / "rest", _3=FRENCH)
        list(_steps(library, catalog, original, notes, rest))
        kept = keep_interpretation(library, catalog, original, TERMS, notes)

    assert [SPOKEN[0].start, SPOKEN[1].start] == [
        note.take.segment.start for note in noted
    ]
    assert kept is not None
    assert [] == kept.missing
    assert not notes.path.exists()
    assert 1 == sum(
        one.origin is Origin.ORAL_TRANSLATION
        for one in catalog.read().all(TranscriptRecord)
    )


def test_two_interpreters_do_not_replace_each_other(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """Each has a translation of their own."""
    _imported(library, catalog, original, recordings(tmp_path / "said", _1=FRENCH))

    own = load_own(
        library, catalog, original, Terms(language="fr", by="Oumar", day="2026-11-22")
    )

    assert () == own.segments


def test_nothing_said_is_nothing_kept(
    library: Library, catalog: Catalog, original: Original
) -> None:
    """No version, and no folder."""
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        assert keep_interpretation(library, catalog, original, TERMS, notes) is None

    assert not any(library.interpretations.iterdir())


def test_a_damaged_note_loses_no_other(
    library: Library, catalog: Catalog, original: Original, tmp_path: Path
) -> None:
    """The command refuses, and everything that was noted is still there."""
    folder = recordings(tmp_path / "said", _1=FRENCH, _2=ENGLISH)
    with taking_notes(library, original.clip, "fr", "Fanta") as notes:
        list(_steps(library, catalog, original, notes, folder))
    first, second = notes.path.read_bytes().splitlines(keepends=True)
    damaged = first.replace(b'"take"', b'"tale"') + second
    notes.path.write_bytes(damaged)

    with (
        taking_notes(library, original.clip, "fr", "Fanta") as notes,
        pytest.raises(NotesDamaged) as raised,
    ):
        keep_interpretation(library, catalog, original, TERMS, notes)

    assert 1 == raised.value.details["line"]
    assert damaged == notes.path.read_bytes()
