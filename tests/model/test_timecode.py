"""Time as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.errors.typed import TimeNotUnderstood
from mediakit.model.timecode import (
    TimeRange,
    format_clock,
    format_time,
    parse_time,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("83", 83_000),
        ("0", 0),
        ("83.5", 83_500),
        ("83,25", 83_250),
        ("1:23", 83_000),
        ("00:01:23.500", 83_500),
        ("1:02:03", 3_723_000),
        (" 1:05 ", 65_000),
        ("0.0004", 0),
        ("0.0005", 1),
        ("59.9999", 60_000),
        ("5000", 5_000_000),
        ("90:00", 5_400_000),
    ],
)
def test_understands_the_ways_people_type_times(typed: str, expected: int) -> None:
    """Seconds, minutes and hours, with a point or a comma."""
    assert expected == parse_time(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "-1", "1:60", "1:60:00", "1:2:3:4", "a", "1.2.3", "1e3", "٣", "1:", "."],
)
def test_refuses_what_is_no_time(typed: str) -> None:
    """Sixty seconds after minutes, signs, letters and other digits are refused."""
    with pytest.raises(TimeNotUnderstood) as caught:
        parse_time(typed)

    assert {"text": typed} == caught.value.details


@given(st.integers(0, 999 * 3_600_000))
def test_reads_back_what_it_wrote(milliseconds: int) -> None:
    """Both spellings mean the same time again."""
    assert milliseconds == parse_time(format_time(milliseconds))
    assert milliseconds == parse_time(format_clock(milliseconds))


def test_ranges_that_only_touch_do_not_overlap() -> None:
    """The end is not part of a range."""
    assert not TimeRange(0, 1000).overlaps(TimeRange(1000, 2000))
    assert TimeRange(0, 1001).overlaps(TimeRange(1000, 2000))
