"""Frame rates: exact where there is one, the average where there is none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.media.frame_rate import frame_rate

MILLISECOND = Fraction(1, 1000)
RATES = ["24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60"]


@given(
    rate=st.sampled_from(RATES).map(Fraction),
    tick=st.sampled_from([MILLISECOND, Fraction(1, 600), Fraction(1, 90_000)]),
    frames=st.integers(60, 400),
    first=st.integers(-1000, 100_000),
)
def test_a_usual_rate_survives_the_rounding_of_the_clock(
    rate: Fraction, tick: Fraction, frames: int, first: int
) -> None:
    """Times rounded to a file's clock still tell the rate they were made with."""
    times = [first + round(number / rate / tick) for number in range(frames)]

    assert (rate, False) == frame_rate(times, tick, [rate])


def test_a_wrong_claim_is_not_believed() -> None:
    """The frames' own times count."""
    times = [40 * number for number in range(100)]

    assert (Fraction(25), False) == frame_rate(times, MILLISECOND, [Fraction(90_000)])


def test_an_unusual_steady_rate_is_found() -> None:
    """Seven frames a second are steady too."""
    times = [round(number * 90_000 / 7) for number in range(200)]
    rate, variable = frame_rate(times, Fraction(1, 90_000), [])

    assert not variable
    assert 7 == pytest.approx(float(rate), rel=1e-5)


def test_one_missing_frame_makes_the_rate_vary() -> None:
    """Counting frames from the beginning would be wrong after the gap."""
    times = [40 * number for number in range(100) if number != 50]
    rate, variable = frame_rate(times, MILLISECOND, [Fraction(25)])

    assert variable
    assert 24.75 == pytest.approx(float(rate), abs=0.01)


def test_a_single_frame_has_the_rate_it_claims() -> None:
    """There is nothing to compare it with."""
    assert (Fraction(30), False) == frame_rate([0], MILLISECOND, [Fraction(30)])
