"""Arithmetic of time ranges."""

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.spans import union, within, without
from mediakit.model.timecode import TimeRange

times = st.integers(-3, 12)
ranges = st.lists(st.builds(TimeRange, times, times), max_size=5)


def moments(spans: tuple[TimeRange, ...] | list[TimeRange]) -> set[int]:
    """Return every millisecond of some ranges."""
    return {at for span in spans for at in range(span.start, span.end)}


def is_neat(spans: tuple[TimeRange, ...]) -> bool:
    """Tell whether ranges are in order, separate, and none is empty."""
    ends = [end for span in spans for end in (span.start, span.end)]
    return ends == sorted(set(ends))


@given(ranges, ranges, times, times)
def test_is_arithmetic_of_milliseconds(
    some: list[TimeRange], others: list[TimeRange], start: int, end: int
) -> None:
    """What is in ranges, in both, and in one without others."""
    spans, limit = union(some), TimeRange(start, end)
    inside, left = within(spans, limit), without(spans, others)

    assert moments(some) == moments(spans)
    assert moments(some) & moments([limit]) == moments(inside)
    assert moments(some) - moments(others) == moments(left)
    assert (True, True, True) == (is_neat(spans), is_neat(inside), is_neat(left))


def test_ranges_that_touch_become_one() -> None:
    """The longest ranges there are."""
    parts = [TimeRange(5, 9), TimeRange(0, 3), TimeRange(3, 5)]

    assert (TimeRange(0, 9),) == union(parts)
