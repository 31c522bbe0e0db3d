"""Whole frames, and the samples heard until they are over."""

from fractions import Fraction

import pytest

from mediakit.media.rendering.film import Canvas, nearest_rate, wide_canvas

NTSC = Canvas(640, 360, Fraction(30000, 1001))


@pytest.mark.parametrize(
    ("milliseconds", "frames"), [(0, 1), (16, 1), (17, 1), (50, 1), (51, 2), (1001, 30)]
)
def test_counts_whole_frames(milliseconds: int, frames: int) -> None:
    """A part has the frames that come nearest to its length, at least one."""
    assert frames == NTSC.frames(milliseconds)


def test_rounds_samples_once() -> None:
    """Parts counted from the beginning never add up a rounding."""
    assert [0, 1602, 3203, 4805, 6406, 8008] == [NTSC.samples(n) for n in range(6)]
    assert 48_048_000 == NTSC.samples(30_000)


@pytest.mark.parametrize(
    ("recorded", "film"),
    [
        ("25", "25"),
        ("50", "25"),
        ("29.87", "30000/1001"),
        ("30", "30"),
        ("60", "30"),
        ("60000/1001", "30000/1001"),
        ("240", "30"),
        ("24000/1001", "24000/1001"),
        ("10", "24000/1001"),
    ],
)
def test_suits_what_was_recorded(recorded: str, film: str) -> None:
    """Phones' rates vary around a usual one; fast ones are halved."""
    assert Fraction(film) == nearest_rate(Fraction(recorded))


@pytest.mark.parametrize(
    ("height", "width"), [(360, 640), (480, 854), (540, 960), (720, 1280), (1080, 1920)]
)
def test_is_wide(height: int, width: int) -> None:
    """Sizes are even, as 4:2:0 wants them."""
    canvas = wide_canvas(height, Fraction(25))

    assert (width, height) == (canvas.width, canvas.height)
