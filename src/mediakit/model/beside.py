"""Versions of what is said, side by side: which segments are about the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.model.transcript import Segment


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a clip, as each version has it.

    Attributes:
        start: Milliseconds.
        end: Milliseconds.
        segments: Those of each version, in the order of the versions.
    """

    start: int
    end: int
    segments: tuple[tuple[Segment, ...], ...]


def beside(versions: Sequence[Sequence[Segment]]) -> list[Row]:
    """Return rows in order of time; each segment is in one of them.

    Segments of different versions stand in one row if they share more than half the
    time of the shorter one.
    """
    rows: list[list[tuple[int, Segment]]] = []
    complete: list[list[tuple[int, Segment]]] = []
    every = [(v, segment) for v, version in enumerate(versions) for segment in version]
    for one in sorted(every, key=lambda one: (one[1].start, one[1].end, one[0])):
        apart, together = [], [one]
        for row in rows:
            if all(other.end < one[1].start for _version, other in row):
                complete.append(row)
            elif any(_match(one, other) for other in row):
                together = row + together
            else:
                apart.append(row)
        rows = [*apart, together]
    found = [_row(row, len(versions)) for row in (*complete, *rows)]
    return sorted(found, key=lambda row: (row.start, row.end))


def _match(one: tuple[int, Segment], other: tuple[int, Segment]) -> bool:
    (version, a), (another, b) = one, other
    shared = min(a.end, b.end) - max(a.start, b.start)
    shorter = min(a.end - a.start, b.end - b.start)
    is_point = shorter == shared == 0
    return version != another and (2 * shared > shorter or is_point)


def _row(row: Sequence[tuple[int, Segment]], count: int) -> Row:
    return Row(
        min(segment.start for _version, segment in row),
        max(segment.end for _version, segment in row),
        tuple(
            tuple(segment for version, segment in row if version == one)
            for one in range(count)
        ),
    )
