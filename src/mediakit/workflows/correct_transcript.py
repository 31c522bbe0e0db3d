"""Correct a transcript: a new version takes its place, and the old one is kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.corrections import TranscriptReplaced
from mediakit.library import Library
from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Recording, Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.load_transcript import load_transcript

Correction = Callable[[Transcript], Sequence[Segment]]
"""Returns the segments as they should be."""


def correct_transcript(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    correction: Correction,
    *,
    recordings: tuple[Recording, ...] | None = None,
    kept: str = "-",
    sourced: Callable[[Source], Source] | None = None,
    checked_as: TranscriptRecord | None = None,
) -> TranscriptRecord:
    """Keep a corrected version of a transcript, and return its record.

    A machine's words of which a person corrected some are still a machine's until
    somebody says that all of them were checked; what was approved is to be approved
    again. Where nothing changes, the transcript itself is returned.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The version to correct, which must be the newest.
        correction: What to change.
        recordings: Those of the interpreter, where they change too.
        kept: Where a person finds what they wrote if it cannot be kept.
        sourced: Returns where the new version comes from, given the one before; by
            default from a person, if words changed.
        checked_as: The version as far as which people have checked the new words;
            *record* itself if not given.

    Raises:
        TranscriptReplaced: Somebody corrected it meanwhile.
        TranscriptNotFound: It is not in the catalog, or no longer.
        WriteFailed: The file could not be written; nothing is recorded.
        MediakitError: Its words cannot be read; see `load_transcript`.
    """
    with catalog.change() as change:
        base = change.get(TranscriptRecord, record.id)
        newest = newest_version(change, base)
        if newest.id != base.id:
            raise TranscriptReplaced(transcript=base.id, newest=newest.id, kept=kept)
        before = load_transcript(library, base)
        source = before.source or Source(origin=Origin.IMPORTED)
        segments = tuple(correction(before))
        kept_with = before.recordings if recordings is None else recordings
        if (segments, kept_with) == (before.segments, before.recordings):
            return base
        corrected = replace(
            before,
            segments=segments,
            source=(
                sourced(source)
                if sourced
                else _by_a_person(source, before.segments, segments)
            ),
            recordings=kept_with,
        )
        as_far = checked_as or base
        return put_transcript(
            library,
            change,
            corrected,
            state=State.CHECKED if as_far.is_checked else as_far.state,
            replaces=base.id,
            checked=as_far.checked if as_far.is_checked else None,
            checked_parts=as_far.checked_parts,
        )


def newest_version(records: Records, record: TranscriptRecord) -> TranscriptRecord:
    """Return the last correction of a transcript, or itself."""
    following = {one.replaces: one for one in records.all(TranscriptRecord)}
    seen: set[TranscriptId] = set()
    while record.id in following and record.id not in seen:
        seen.add(record.id)
        record = following[record.id]
    return record


def versions(records: Records, record: TranscriptRecord) -> list[TranscriptRecord]:
    """Return every version of a transcript, the first one first."""
    known = {one.id: one for one in records.all(TranscriptRecord)}
    line = [newest_version(records, record)]
    while (before := line[0].replaces) in known and known[before] not in line:
        line.insert(0, known[before])
    return line


def _by_a_person(
    source: Source, before: Sequence[Segment], after: Sequence[Segment]
) -> Source:
    """Return where words come from that a person saw to.

    Who parts segments, or says who speaks in them, has corrected no word;
    translations remain translations.
    """
    if source.origin.is_translation or _words(before) == _words(after):
        return source
    return replace(source, origin=Origin.CORRECTED)


def _words(segments: Sequence[Segment]) -> list[str]:
    return [word for segment in segments for word in segment.text.split()]
