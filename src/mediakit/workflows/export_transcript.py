"""Write a transcript for another program, and record that it left."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.files import write_durably
from mediakit.formats.registry import format_named
from mediakit.model.clip import Clip
from mediakit.model.ids import UseId
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.settings import Library
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.place_export import place_export, public_name, recorded_path

FOLDER = "transcripts"
STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what is remembered of it.

    Attributes:
        record: The transcript.
        path: The file; ``None`` for standard output.
        text: What is in it.
        use: The record that it left.
    """

    record: TranscriptRecord
    path: Path | None
    text: str
    use: Use


def export_transcript(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    *,
    format_name: str,
    output: str = "",
    notes: Sequence[str] = (),
) -> Exported:
    """Write a transcript in a format that other programs read.

    Args:
        library: Where it goes, unless told otherwise.
        catalog: Where the use is recorded.
        record: The transcript.
        format_name: The format's name.
        output: A file that is not there yet; ``-`` for standard output; empty for
            a readable name among the exports.
        notes: Lines about the words, for formats with a place for comments.

    Raises:
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
        MediakitError: The transcript cannot be read; see `load_transcript`.
    """
    fmt = format_named(format_name)
    transcript = _without_file_name(load_transcript(library, record))
    text = fmt.write(transcript, notes)
    content = text.encode()
    path = None
    try:
        with catalog.change() as change:
            clip = change.get(Clip, record.clip)
            if output != STANDARD_OUTPUT:
                target = _target(library, clip, record, output, fmt.SUFFIXES[0])
                write_durably(target, content)
                path = target
            place = recorded_path(library, path) if path else STANDARD_OUTPUT
            file = UsedFile(place, hashlib.sha256(content).hexdigest())
            use = change.put(
                Use(
                    id=UseId(change.new_id(Use)),
                    kind=UseKind.TRANSCRIPT,
                    files=(file,),
                    ranges=(UsedRange(clip.id, TimeRange(0, clip.media.duration)),),
                    how=f"{record.id} as {format_name}",
                )
            )
    except BaseException:
        # nothing leaves without being remembered
        if path is not None:
            path.unlink(missing_ok=True)
        raise
    return Exported(record, path, text, use)


def _without_file_name(transcript: Transcript) -> Transcript:
    """Return a transcript without the name of the file it came from.

    Such names tell of people and places, and are nobody's business outside.
    """
    if transcript.source is None:
        return transcript
    return replace(transcript, source=replace(transcript.source, file_name=""))


def _target(
    library: Library, clip: Clip, record: TranscriptRecord, output: str, suffix: str
) -> Path:
    parts = (public_name(clip), record.language, record.id)
    stem = " ".join(part for part in parts if part)
    return place_export(library, FOLDER, stem, suffix, output)
