"""Write a transcript for another program, and record that it left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reasons
from mediakit.formats.registry import format_named, write_bytes
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.leaving import Part, Passed, Shown, spoken
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use, UseKind
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.hide_names import RealNames, hide_names, names_said
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose, pass_parts
from mediakit.workflows.place_export import (
    STANDARD_OUTPUT,
    place_export,
    public_name,
)
from mediakit.workflows.real_names import real_names_of

FOLDER = "transcripts"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what is remembered of it.

    Attributes:
        record: The transcript.
        path: The file; ``None`` for standard output.
        content: What is in it.
        use: The record that it left.
        left_out: Whose words were left out, and why.
        cautions: What the gate let pass and people should know.
    """

    record: TranscriptRecord
    path: Path | None
    content: bytes
    use: Use
    left_out: Reasons
    cautions: Reasons


def export_transcript(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    purpose: Purpose,
    *,
    format_name: str,
    output: str = "",
    notes: Sequence[str] = (),
) -> Exported:
    """Write a transcript in a format that other programs read.

    Segments during which somebody is heard or seen who did not agree are left out.

    Args:
        library: Where it goes, unless told otherwise.
        catalog: Where the use is recorded.
        record: The transcript.
        purpose: What it is for.
        format_name: The format's name.
        output: A file that is not there yet; ``-`` for standard output; empty for
            a readable name among the exports.
        notes: Lines about the words, for formats with a place for comments.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate lets nothing of it pass.
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
        MediakitError: The transcript cannot be read; see `load_transcript`.
    """
    fmt = format_named(format_name)
    transcript = _without_traces(load_transcript(library, record))
    path = None
    with exporting(library, catalog) as export:
        change = export.change
        clip = change.get(Clip, record.clip)
        passed = pass_parts(change, purpose, _parts(clip, transcript), Shown.WORDS)
        real = real_names_of(library)
        transcript, named = _discreet(change, real, clip, purpose, transcript, passed)
        content = write_bytes(format_name, transcript, notes)
        if output != STANDARD_OUTPUT:
            path = _target(library, passed, clip, record, output, fmt.SUFFIXES[0])
        how = f"{record.id} as {format_name}"
        use = export.keep(passed, UseKind.TRANSCRIPT, path, content, how=how)
    cautions = Reasons(*passed.cautions.each, *named.each)
    return Exported(record, path, content, use, passed.reasons, cautions)


def _without_traces(transcript: Transcript) -> Transcript:
    """Return a transcript without the file it came from and who translated it.

    Such names tell of people and places, and are nobody's business outside; the
    interpreter's recordings stay.
    """
    source = transcript.source
    if source is not None:
        source = replace(source, file_name="", by="")
    return replace(transcript, source=source, recordings=())


def _parts(clip: Clip, transcript: Transcript) -> tuple[Part, ...]:
    """Return where something is said; all of a clip in which nobody speaks."""
    said = tuple((clip.id, spoken(segment)) for segment in transcript.segments)
    return said or ((clip.id, TimeRange(0, clip.media.duration)),)


def _discreet(
    records: Records,
    real_names: RealNames,
    clip: Clip,
    purpose: Purpose,
    transcript: Transcript,
    passed: Passed,
) -> tuple[Transcript, Reasons]:
    """Return the words that passed, without names that are not to be said."""
    facts, parts = gather_facts(records, {clip.id}), set(passed.parts)
    said = [one for one in transcript.segments if (clip.id, spoken(one)) in parts]
    segments = hide_names(facts, real_names, clip, purpose.day, said)
    named = names_said(facts, real_names, clip, purpose.day, segments)
    return replace(transcript, segments=segments), named


def _target(
    library: Library,
    passed: Passed,
    clip: Clip,
    record: TranscriptRecord,
    output: str,
    suffix: str,
) -> Path:
    # not every format has a place for it inside
    kind = record.origin.value if record.origin.is_translation else ""
    parts = (public_name(clip), record.language, kind, record.id)
    stem = " ".join(part for part in parts if part)
    return place_export(library, passed, FOLDER, stem, suffix, output)
