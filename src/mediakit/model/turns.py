"""The turns of a speaker: the stretches of a conversation that are theirs."""

from collections.abc import Iterable

from mediakit.model.spans import Spans, union
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment

BREATH = 2000
"""Milliseconds of silence in which nobody else has taken the word."""


def turns_of(segments: Iterable[Segment], speaker: str) -> Spans:
    """Return when a speaker has the word, with the breaths between their sentences.

    Args:
        segments: All that is said, by anybody.
        speaker: The label in the transcript.
    """
    turns: list[TimeRange] = []
    goes_on = False
    for segment in sorted(segments, key=lambda segment: segment.start):
        theirs = segment.speaker == speaker
        if theirs:
            breath = goes_on and segment.start - turns[-1].end <= BREATH
            start = min(turns[-1].end, segment.start) if breath else segment.start
            turns.append(TimeRange(start, segment.end))
        goes_on = theirs
    return union(turns)
