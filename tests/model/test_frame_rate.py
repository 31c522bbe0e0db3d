"""Frames a second, and the timecode that counts them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.frame_rate import (
    RATES,
    FrameRate,
    format_timecode,
    parse_rate,
    parse_timecode,
)

DROP = parse_rate("29.97", drop=True)
ANY_RATE = st.one_of(
    st.sampled_from([FrameRate(rate) for rate in RATES.values()]),
    st.sampled_from([DROP, parse_rate("59.94", drop=True)]),
)


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        ("25", Fraction(25)),
        ("29.97", Fraction(30000, 1001)),
        ("29,97", Fraction(30000, 1001)),
        ("23.98", Fraction(24000, 1001)),
        ("23.976", Fraction(24000, 1001)),
        ("60000/1001", Fraction(60000, 1001)),
    ],
)
def test_a_rate_is_an_exact_fraction(typed: str, exact: Fraction) -> None:
    """Whatever people call it."""
    rate = parse_rate(typed)

    assert exact == rate.exact
    assert rate == parse_rate(rate.written)
    assert rate == parse_rate(rate.name)


@pytest.mark.parametrize("typed", ["", "0", "-25", "29.5", "1/0", "nan", "25fps"])
def test_what_is_no_rate_is_refused(typed: str) -> None:
    """The message names those that are."""
    with pytest.raises(ValueError, match=r"23\.976, 24, 25"):
        parse_rate(typed)


@pytest.mark.parametrize("typed", ["25", "30", "23.976"])
def test_only_where_numbers_are_too_many_are_some_skipped(typed: str) -> None:
    """Drop-frame timecode at 25 frames would be a lie."""
    with pytest.raises(ValueError, match="drop-frame"):
        parse_rate(typed, drop=True)


@pytest.mark.parametrize(
    ("frame", "written"),
    [
        (0, "00:00:00;00"),
        (1799, "00:00:59;29"),
        (1800, "00:01:00;02"),
        (17981, "00:09:59;29"),
        (17982, "00:10:00;00"),
        (107892, "01:00:00;00"),
    ],
)
def test_drop_frame_timecode_counts_as_the_standard_says(
    frame: int, written: str
) -> None:
    """Numbers 0 and 1 are skipped each minute but the tenth (SMPTE ST 12-1)."""
    assert written == format_timecode(frame, DROP)
    assert frame == parse_timecode(written, DROP)


def test_a_skipped_number_names_no_frame() -> None:
    """A file that has one was not written by this count."""
    with pytest.raises(ValueError, match="no timecode"):
        parse_timecode("00:01:00;01", DROP)


def test_two_hours_of_drop_frame_go_with_the_clock() -> None:
    """It is off by less than a tenth of a second, where the other is off by seven."""
    frames = DROP.whole_frames(Fraction(7200))

    assert format_timecode(frames, DROP) in {"02:00:00;00", "01:59:59;29"}


@given(frame=st.integers(0, 100 * 3600 * 60 - 1), rate=ANY_RATE)
def test_timecode_names_one_frame(frame: int, rate: FrameRate) -> None:
    """What is written is read as the same frame, at every rate."""
    frame %= rate.nominal * 3600 * 90

    assert frame == parse_timecode(format_timecode(frame, rate), rate)


@given(seconds=st.fractions(0, 10_000, max_denominator=1000), rate=ANY_RATE)
def test_whole_frames_have_room_in_their_time(
    seconds: Fraction, rate: FrameRate
) -> None:
    """The most that have, and the fewest that fill it."""
    most, fewest = rate.whole_frames(seconds), rate.frames_for(seconds)

    assert rate.seconds(most) <= seconds <= rate.seconds(fewest)
    assert fewest - most in {0, 1}
