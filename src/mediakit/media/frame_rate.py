"""The frame rate of a video, by the times of its frames."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

_USUAL = tuple(
    Fraction(rate)
    for rate in (
        *("24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60"),
        *("15", "12", "10"),
    )
)
_MILLISECOND = Fraction(1, 1000)
_ROUNDING = 1.001
_LARGEST_DENOMINATOR = 100_000


def frame_rate(
    times: Sequence[int], tick: Fraction, guesses: Iterable[Fraction]
) -> tuple[Fraction, bool]:
    """Return frames per second, and whether the distance between frames varies.

    A rate holds when every frame is where it would be at that rate, give or take
    the rounding of the file's clock or a millisecond. Where none holds the rate
    is the average.

    Args:
        times: When each frame is shown, in ticks, in order.
        tick: Seconds.
        guesses: Rates the file claims, the most likely first.
    """
    likely = [rate for rate in guesses if rate > 0]
    if len(times) < 2 or times[-1] == times[0]:  # noqa: PLR2004 a distance needs two
        return (likely or [_USUAL[0]])[0], False
    average = Fraction(len(times) - 1) / ((times[-1] - times[0]) * tick)
    for rate in (*likely, *_USUAL, average):
        if _holds(rate, times, tick):
            return rate, False
    return average.limit_denominator(_LARGEST_DENOMINATOR), True


def _holds(rate: Fraction, times: Sequence[int], tick: Fraction) -> bool:
    slack = float(max(tick, _MILLISECOND) / tick) * _ROUNDING
    first, step = times[0], float(1 / (rate * tick))
    return all(
        abs(time - first - number * step) <= slack for number, time in enumerate(times)
    )
