"""Find the part of a clip that a person means: by times, words or segments."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.excerpts import PassageAmbiguous, PassageNotFound, RangeBeyondClip
from mediakit.errors.typed import RangeReversed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.quotation import Passage, find_quote, take_segments
from mediakit.model.timecode import TimeRange, format_time, parse_time
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.search.folding import tokens
from mediakit.workflows.load_transcript import load_transcript

_SEGMENTS = re.compile(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A part of a clip.

    Attributes:
        clip: The clip.
        range: Where it lies in it.
        quote: The words it was chosen by, if it was chosen by words.
        is_translated: Whether they are not the speaker's own.
    """

    clip: Clip
    range: TimeRange
    quote: str = ""
    is_translated: bool = False


def passage_between(catalog: Catalog, typed_clip: str, start: str, end: str) -> Chosen:
    """Return the part of a clip between two typed times.

    An empty *start* is the beginning of the clip, an empty *end* its end.

    Raises:
        ClipNotFound, IdAmbiguous: The clip is not found.
        TimeNotUnderstood: A time is none.
        RangeReversed: The end is not after the start.
        RangeBeyondClip: The end lies after that of the clip.
    """
    clip = catalog.read().find(Clip, typed_clip)
    length = clip.media.duration
    first = parse_time(start) if start else 0
    last = parse_time(end) if end else length
    if max(first, last) > length:
        beyond = format_time(max(first, last))
        raise RangeBeyondClip(clip=clip.id, duration=format_time(length), end=beyond)
    if first >= last:
        raise RangeReversed(start=format_time(first), end=format_time(last))
    return Chosen(clip, TimeRange(first, last))


def passage_saying(
    library: Library,
    catalog: Catalog,
    typed_clip: str,
    quote: str,
    *,
    transcript: str = "",
    occurrence: int | None = None,
) -> Chosen:
    """Return the part of a clip in which *quote* is said.

    Case, accents and punctuation do not matter. The current transcript comes
    first; of the others, the first that has the words decides where they are. When
    single words of a translation were spoken, nobody knows: all of what they
    translate is meant.

    Args:
        library: Where the transcripts are.
        catalog: The records.
        typed_clip: The clip.
        quote: Whole words, one after the other.
        transcript: The only transcript to look in.
        occurrence: Which one is meant of several, from 1.

    Raises:
        ClipNotFound, TranscriptNotFound, IdAmbiguous: A record is not found.
        PassageNotFound: The words are in no transcript, or not that many times.
        PassageAmbiguous: They are said several times and *occurrence* is not given.
        MediakitError: A transcript cannot be read; see `load_transcript`.
    """
    records = catalog.read()
    clip = records.find(Clip, typed_clip)
    for record in _transcripts(records, clip, transcript):
        words = load_transcript(library, record)
        is_translated = record.origin.is_translation
        if is_translated:
            words = _without_words(words)
        found = _within(find_quote(words, quote, _folded), clip)
        if found:
            passage = _one_of(found, quote, clip, occurrence)
            return Chosen(clip, passage.range, passage.text, is_translated)
    raise PassageNotFound(passage=quote, clip=clip.id)


def passage_of_segments(
    library: Library,
    catalog: Catalog,
    typed_clip: str,
    segments: str,
    *,
    transcript: str = "",
) -> Chosen:
    """Return the part of a clip that segments ``4`` or ``4-7`` say, counted from 1.

    Raises:
        ClipNotFound, TranscriptNotFound, IdAmbiguous: A record is not found.
        PassageNotFound: There are no such segments, or no transcript.
        MediakitError: The transcript cannot be read; see `load_transcript`.
    """
    records = catalog.read()
    clip = records.find(Clip, typed_clip)
    numbers = _SEGMENTS.fullmatch(segments)
    for record in _transcripts(records, clip, transcript)[:1] if numbers else ():
        first = int(numbers[1]) if numbers else 0
        last = int(numbers[2] or first) if numbers else 0
        taken = take_segments(load_transcript(library, record), first, last)
        for passage in _within([taken] if taken else [], clip):
            is_translated = record.origin.is_translation
            return Chosen(clip, passage.range, passage.text, is_translated)
    raise PassageNotFound(passage=segments, clip=clip.id)


def _transcripts(records: Records, clip: Clip, typed: str) -> list[TranscriptRecord]:
    """Return the transcripts to look in, the current one first."""
    of_clip = [t for t in records.all(TranscriptRecord) if t.clip == clip.id]
    if typed:
        wanted = records.find(TranscriptRecord, typed)
        return [record for record in of_clip if record == wanted]
    return preferred(of_clip)


def _folded(text: str) -> Iterator[str]:
    return (token.folded for token in tokens(text))


def _without_words(transcript: Transcript) -> Transcript:
    return replace(
        transcript,
        segments=tuple(replace(one, words=()) for one in transcript.segments),
    )


def _within(passages: Iterable[Passage], clip: Clip) -> list[Passage]:
    """Return the passages that begin in the clip, none longer than it."""
    end = clip.media.duration
    return [
        Passage(TimeRange(one.range.start, min(one.range.end, end)), one.text)
        for one in passages
        if one.range.start < end
    ]


def _one_of(
    found: list[Passage], quote: str, clip: Clip, occurrence: int | None
) -> Passage:
    if occurrence is not None and not 1 <= occurrence <= len(found):
        raise PassageNotFound(passage=f"{quote} ({occurrence})", clip=clip.id)
    if occurrence is None and len(found) > 1:
        times = ", ".join(format_time(one.range.start) for one in found)
        raise PassageAmbiguous(
            passage=quote, clip=clip.id, count=len(found), times=times
        )
    return found[(occurrence or 1) - 1]
