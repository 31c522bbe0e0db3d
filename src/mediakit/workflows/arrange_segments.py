"""Split and join the segments of a transcript, and say who speaks in them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.errors.corrections import (
    SegmentsMissing,
    TimeOutsideSegment,
    TranscriptReplaced,
)
from mediakit.library import Library
from mediakit.model.language import normalize_tag
from mediakit.model.leaving import Shown, spoken
from mediakit.model.segments import joined, split
from mediakit.model.spans import union, without
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript, newest_version
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose, pass_gate

_NUMBERS = re.compile(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?", re.ASCII)


def split_segment(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    number: int,
    time: int,
    purpose: Purpose,
) -> TranscriptRecord:
    """Split a segment, counted from 1, at a time in milliseconds of the clip.

    One that is closed to this purpose is not: on which side a word is said is a
    guess, and the open side would tell.

    Raises:
        ConsentRefused, ConsentWithdrawn: The segment is closed.
        SegmentsMissing: There is no such segment.
        TimeOutsideSegment: The time is not inside it.
        TranscriptReplaced: Somebody corrected the transcript meanwhile.
    """

    def correction(transcript: Transcript) -> Sequence[Segment]:
        first, _last = _numbers(record, transcript, str(number))
        segment = transcript.segments[first]
        if not segment.start < time < segment.end:
            raise TimeOutsideSegment(
                time=format_time(time),
                number=number,
                start=format_time(segment.start),
                end=format_time(segment.end),
            )
        said = ((record.clip, spoken(segment)),)
        pass_gate(catalog.read(), purpose, said, Shown.WORDS)
        parts = [p for p in split(segment, time) if p.text or not segment.text]
        return _with(transcript, first, first + 1, parts)

    return correct_transcript(library, catalog, record, correction)


def join_segments(
    library: Library, catalog: Catalog, record: TranscriptRecord, numbers: str
) -> TranscriptRecord:
    """Make one segment of several, as ``4-7``.

    Raises:
        SegmentsMissing: There are none with these numbers.
        TranscriptReplaced: Somebody corrected the transcript meanwhile.
    """

    def correction(transcript: Transcript) -> Sequence[Segment]:
        first, last = _numbers(record, transcript, numbers)
        one = joined(transcript.segments[first : last + 1])
        return _with(transcript, first, last + 1, [one])

    return correct_transcript(library, catalog, record, correction)


def name_speaker(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    speaker: str,
    *,
    numbers: Sequence[str] = (),
    instead_of: str | None = None,
) -> TranscriptRecord:
    """Say who speaks: in segments, or wherever another label stands now.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript.
        speaker: The label; empty for nobody in particular.
        numbers: Segments, as ``4`` or ``4-7``.
        instead_of: The label that stands there now.

    Raises:
        SegmentsMissing: There are none with these numbers.
        TranscriptReplaced: Somebody corrected the transcript meanwhile.
    """

    def correction(transcript: Transcript) -> Sequence[Segment]:
        meant = _meant(record, transcript, numbers)
        return [
            replace(segment, speaker=speaker, speaker_guessed=False)
            if place in meant or segment.speaker == instead_of
            else segment
            for place, segment in enumerate(transcript.segments)
        ]

    return correct_transcript(library, catalog, record, correction)


def tag_language(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    language: str,
    numbers: Sequence[str],
) -> TranscriptRecord:
    """Say which language segments are in, where it is not the transcript's.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript.
        language: A tag, as people type it.
        numbers: Segments, as ``4`` or ``4-7``.

    Raises:
        LanguageNotUnderstood: The language is no tag.
        SegmentsMissing: There are none with these numbers.
        TranscriptReplaced: Somebody corrected the transcript meanwhile.
    """
    tag = normalize_tag(language)
    other = "" if tag == record.language else tag

    def correction(transcript: Transcript) -> Sequence[Segment]:
        meant = _meant(record, transcript, numbers)
        return [
            replace(segment, language=other) if place in meant else segment
            for place, segment in enumerate(transcript.segments)
        ]

    return correct_transcript(library, catalog, record, correction)


def check_segments(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    numbers: Sequence[str],
    *,
    checked: bool = True,
) -> TranscriptRecord:
    """Record that some segments were *checked* against the recording, or were not.

    It holds for their time: for what becomes of them when they are split or joined,
    too. Where all was checked before, the others still are.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript.
        numbers: Segments, as ``4`` or ``4-7``.
        checked: Whether they were.

    Raises:
        SegmentsMissing: There are none with these numbers.
        TranscriptReplaced: There is a newer version.
    """
    with catalog.change() as change:
        known = change.get(TranscriptRecord, record.id)
        newest = newest_version(change, known)
        if newest.id != known.id:
            raise TranscriptReplaced(
                transcript=known.id, newest=newest.id, kept=newest.id
            )
        transcript = load_transcript(library, known)
        meant = sorted(_meant(known, transcript, numbers))
        parts = [spoken(transcript.segments[place]) for place in meant]
        if checked:
            after = union((*known.checked_parts, *parts))
            return change.put(replace(known, checked_parts=after))
        before = known.checked_parts
        if known.is_checked:
            before = union(map(spoken, transcript.segments))
            known = replace(known, state=known.unchecked, checked=None, approved=None)
        return change.put(replace(known, checked_parts=without(before, parts)))


def _meant(
    record: TranscriptRecord, transcript: Transcript, numbers: Sequence[str]
) -> set[int]:
    """Return the places of all segments that are meant."""
    meant: set[int] = set()
    for typed in numbers:
        first, last = _numbers(record, transcript, typed)
        meant |= set(range(first, last + 1))
    return meant


def _numbers(
    record: TranscriptRecord, transcript: Transcript, typed: str
) -> tuple[int, int]:
    """Return the places of the first and the last segment that is meant."""
    count = len(transcript.segments)
    match = _NUMBERS.fullmatch(typed)
    if match:
        first = int(match[1])
        last = int(match[2] or first)
        if 1 <= first <= last <= count:
            return first - 1, last - 1
    raise SegmentsMissing(transcript=record.id, text=typed, count=count)


def _with(
    transcript: Transcript, first: int, stop: int, parts: Sequence[Segment]
) -> list[Segment]:
    before, after = transcript.segments[:first], transcript.segments[stop:]
    return [*before, *parts, *after]
