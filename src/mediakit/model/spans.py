"""Arithmetic of time ranges: what is in several, and what is left without others.

Ranges are half-open, so that two which touch hold no millisecond twice. Those that
are returned are separate and in order; empty ranges vanish.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from mediakit.model.timecode import TimeRange

Spans = tuple[TimeRange, ...]


def union(ranges: Iterable[TimeRange]) -> Spans:
    """Return the times that are in any of *ranges*; those that touch become one."""
    joined: list[TimeRange] = []
    for one in sorted(ranges):
        if one.start >= one.end:
            continue
        if joined and one.start <= joined[-1].end:
            joined[-1] = TimeRange(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return tuple(joined)


def within(spans: Sequence[TimeRange], limit: TimeRange) -> Spans:
    """Return the parts of *spans*, separate and in order, that lie in *limit*."""
    first = bisect_right(spans, limit.start, key=lambda span: span.end)
    parts: list[TimeRange] = []
    for span in spans[first:]:
        if span.start >= limit.end:
            break
        part = TimeRange(max(span.start, limit.start), min(span.end, limit.end))
        if part.start < part.end:
            parts.append(part)
    return tuple(parts)


def without(spans: Sequence[TimeRange], taken: Iterable[TimeRange]) -> Spans:
    """Return what is left of *spans*, separate and in order, without *taken*."""
    gone = union(taken)
    left: list[TimeRange] = []
    for span in spans:
        start = span.start
        for hole in within(gone, span):
            if start < hole.start:
                left.append(TimeRange(start, hole.start))
            start = hole.end
        if start < span.end:
            left.append(TimeRange(start, span.end))
    return tuple(left)
