"""Verify what interpreters said: their recordings are originals too."""

from collections.abc import Iterator
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.interpreting import RecordingLost
from mediakit.errors.library import ReadFailed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Recording
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.note_takes import SUFFIX, Notes
from mediakit.workflows.verify_file import verify_file

MISSING = sentence("it is missing")
CHANGED = sentence("it is not what was recorded")


def check_recordings(
    library: Library, records: Records, *, quick: bool
) -> Iterator[tuple[str, list[MediakitError]]]:
    """Yield each transcript that has recordings, with what is wrong with them.

    A recording that several versions share is verified with the first.

    Args:
        library: Where they are.
        records: The transcripts.
        quick: Verify that they are there, not their contents.
    """
    seen: set[str] = set()
    for record, recordings in _recorded(library, records):
        new = [one for one in recordings if one.path not in seen]
        seen |= {one.path for one in new}
        yield (
            record.id,
            [p for one in new for p in _problems(library, record, one, quick=quick)],
        )


def known_recordings(library: Library, records: Records) -> set[Path]:
    """Return the recordings that transcripts and takes mention, and the notes."""
    notes = {path for clip in records.all(Clip) for path in _notes(library, clip.id)}
    said = every_recording(library, records)
    return notes | {library.resolve(one.path) for _clip, one in said}


def every_recording(
    library: Library, records: Records
) -> Iterator[tuple[ClipId, Recording]]:
    """Yield what interpreters said, with the clip that it is about.

    One that several versions share comes once for each.
    """
    for record, recordings in _recorded(library, records):
        yield from ((record.clip, one) for one in recordings)
    for clip in records.all(Clip):
        for path in _notes(library, clip.id):
            for note in Notes(path).read():
                if note.take.recording:
                    yield clip.id, note.take.recording


def _notes(library: Library, clip: ClipId) -> Iterator[Path]:
    return (library.interpretations / clip).glob(f"*{SUFFIX}*")


def _recorded(
    library: Library, records: Records
) -> Iterator[tuple[TranscriptRecord, tuple[Recording, ...]]]:
    for record in records.all(TranscriptRecord):
        if record.origin is Origin.ORAL_TRANSLATION:
            try:
                transcript = load_transcript(library, record)
            except MediakitError:  # which is reported of the transcript itself
                continue
            yield record, transcript.recordings


def _problems(
    library: Library, record: TranscriptRecord, recording: Recording, *, quick: bool
) -> tuple[MediakitError, ...]:
    path = library.resolve(recording.path)
    if not library.owns(path):
        why = sentence("it is not in the library")
        return (ReadFailed(path=str(path), reason=why),)

    def lost(text: str) -> RecordingLost:
        return RecordingLost(path=str(path), transcript=record.id, reason=Reason(text))

    return verify_file(
        path,
        None,
        recording.sha256,
        quick=quick,
        missing=lost(MISSING),
        changed=lost(CHANGED),
    )
