"""Correct a transcript as plain text, in whatever editor a person likes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.formats import sheet
from mediakit.model.clip import Clip
from mediakit.model.segments import rewritten
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.settings import Library
from mediakit.workflows.correct_transcript import correct_transcript
from mediakit.workflows.load_transcript import load_transcript


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of a sheet.

    Attributes:
        record: The new version, or the old one if nothing was changed.
        changed: Segments that were written otherwise.
        removed: Segments that were left out.
    """

    record: TranscriptRecord
    changed: int = 0
    removed: int = 0


def write_sheet(
    library: Library, record: TranscriptRecord, notes: Iterable[str]
) -> str:
    """Return a transcript as a sheet that begins with *notes*.

    Raises:
        MediakitError: Its words cannot be read; see `load_transcript`.
    """
    return sheet.write(load_transcript(library, record), notes)


def apply_sheet(
    library: Library, catalog: Catalog, record: TranscriptRecord, file: Path, text: str
) -> Edited:
    """Keep what a person wrote in a sheet as a new version of its transcript.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript that the sheet was written from.
        file: The sheet, for messages.
        text: What is in it.

    Raises:
        TranscriptLineUnreadable: A line has no times, or times outside the clip.
        TranscriptReplaced: Somebody corrected the transcript meanwhile.
        WriteFailed: The file could not be written; nothing is recorded.
        MediakitError: The words cannot be read; see `load_transcript`.
    """
    clip = catalog.read().get(Clip, record.clip)
    before = load_transcript(library, record).segments
    last = max((segment.end for segment in before), default=0)
    written = sheet.read(text, str(file), end=max(clip.media.duration, last))
    after = tuple(
        rewritten(
            before, start=one.start, end=one.end, text=one.text, speaker=one.speaker
        )
        for one in written
        if one.text
    )

    def correction(transcript: Transcript) -> tuple[Segment, ...]:
        del transcript
        return after

    new = correct_transcript(library, catalog, record, correction, kept=str(file))
    return Edited(
        new,
        changed=sum(segment not in before for segment in after),
        removed=max(0, len(before) - len(after)),
    )
