"""Versions side by side."""

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.beside import beside
from mediakit.model.transcript import Segment


def said(start: int, end: int, text: str = "x") -> Segment:
    """Return a segment."""
    return Segment(start=start, end=end, text=text)


def test_what_is_about_the_same_time_stands_in_one_row() -> None:
    """Whether it was cut alike, joined, or has nothing beside it."""
    spoken = (said(0, 1000, "a"), said(1000, 2000, "b"), said(5000, 6000, "c"))
    interpreted = (said(100, 2000, "AB"),)

    rows = beside([spoken, interpreted])

    assert [(0, 2000), (5000, 6000)] == [(row.start, row.end) for row in rows]
    assert [["ab", "AB"], ["c", ""]] == [
        ["".join(one.text for one in cell) for cell in row.segments] for row in rows
    ]


def test_a_little_overlap_joins_nothing() -> None:
    """Machines' times are a little off."""
    rows = beside(
        [(said(0, 1000), said(1000, 2000)), (said(0, 1200), said(1200, 2000))]
    )

    assert [(0, 1200), (1000, 2000)] == [(row.start, row.end) for row in rows]


_times = st.tuples(st.integers(0, 60), st.integers(0, 20))
_versions = st.lists(
    st.lists(_times, max_size=8).map(
        lambda times: tuple(said(a, a + n, f"{a}") for a, n in sorted(times))
    ),
    min_size=1,
    max_size=4,
)


@given(_versions)
def test_every_segment_is_in_one_row(versions: list[tuple[Segment, ...]]) -> None:
    """In the column of its version, whatever the times are."""
    rows = beside(versions)

    for number, version in enumerate(versions):
        column = [one for row in rows for one in row.segments[number]]
        assert sorted(map(_times_of, version)) == sorted(map(_times_of, column))


def _times_of(segment: Segment) -> tuple[int, int]:
    return segment.start, segment.end
