"""What an interpreter says that parts of a clip mean, in the time of the clip."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mediakit.model.segments import joined
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Recording, Segment, Word


@dataclass(frozen=True, slots=True)
class Take:
    """One part of a clip, interpreted once.

    Attributes:
        segment: What it means, from the beginning of the part to its end.
        recording: The interpreter who says so; ``None`` if it was typed.
    """

    segment: Segment
    recording: Recording | None = None


def part_of(originals: Sequence[Segment], first: int, last: int) -> TimeRange:
    """Return when segments that follow each other are spoken, by their places."""
    some = originals[first : last + 1]
    return TimeRange(some[0].start, max(segment.end for segment in some))


def speaker_of(originals: Iterable[Segment]) -> str:
    """Return who speaks in segments, if it is the same person in all of them."""
    speakers = {segment.speaker for segment in originals}
    return speakers.pop() if len(speakers) == 1 else ""


def interpreted(heard: Sequence[Segment], part: TimeRange) -> Segment:
    """Return what was heard in a recording as one segment of the clip.

    Its words share the time of the part as they shared that of the recording.

    Args:
        heard: At least one segment, in the recording's own time.
        part: What is interpreted, in the time of the clip.
    """
    one = joined(heard)
    length = max(1, one.end - one.start)

    def place(time: int) -> int:
        return part.start + (time - one.start) * part.duration // length

    words = tuple(
        Word(place(w.start), place(w.end), w.text, w.probability) for w in one.words
    )
    return replace(one, start=part.start, end=part.end, words=words, language="")


def stands_for(
    originals: Sequence[Segment], part: Segment | Recording | TimeRange
) -> set[int]:
    """Return the places of the original segments that a part is about.

    The one with the same times; else those within it; else, where the original was
    cut otherwise since, those of which it has more than half.
    """
    times = [(segment.start, segment.end) for segment in originals]
    if same := {n for n, one in enumerate(times) if one == (part.start, part.end)}:
        return same
    within = {
        n
        for n, (start, end) in enumerate(times)
        if part.start <= start and end <= part.end
    }
    return within or {
        n
        for n, (start, end) in enumerate(times)
        if 2 * (min(end, part.end) - max(start, part.start)) > end - start
    }


def missing(originals: Sequence[Segment], segments: Iterable[Segment]) -> list[int]:
    """Return the numbers, from 1, of the original segments that nothing is about."""
    there = {n for one in segments for n in stands_for(originals, one)}
    return [n + 1 for n in range(len(originals)) if n not in there]


def with_takes(
    originals: Sequence[Segment],
    before: tuple[Sequence[Segment], Sequence[Recording]],
    takes: Iterable[Take],
) -> tuple[tuple[Segment, ...], tuple[Recording, ...]]:
    """Return an interpretation with more takes: each replaces what it is about.

    Args:
        originals: The segments that are interpreted.
        before: The segments and recordings there are.
        takes: In the order in which they were made.
    """
    segments = [(stands_for(originals, one), one) for one in before[0]]
    recordings = [(stands_for(originals, one), one) for one in before[1]]
    for take in takes:
        about = stands_for(originals, take.segment)
        segments = [one for one in segments if not about & one[0]]
        recordings = [one for one in recordings if not about & one[0]]
        segments.append((about, take.segment))
        if take.recording:
            recordings.append((about, take.recording))
    return (
        tuple(sorted((one for _about, one in segments), key=_times)),
        tuple(sorted((one for _about, one in recordings), key=_times)),
    )


def _times(part: Segment | Recording) -> tuple[int, int]:
    return part.start, part.end
