"""Where things lie on the canvas."""

from dataclasses import dataclass

from mediakit.media.rendering.film import Banner, BannerKind, Canvas
from mediakit.model.writing import is_right_to_left

BELOW = 0.23
"""The share of the canvas's height that is left to subtitles, below the names."""

_TALL = 0.8


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the canvas, in pixels."""

    left: int
    top: int
    width: int
    height: int


def unit(canvas: Canvas) -> float:
    """Return what sizes of letters are shares of: the height, less where it is tall.

    A film made on a telephone is read on one: lines of about as many letters as on
    a wide picture, not three words below each other.
    """
    return min(canvas.height, _TALL * canvas.width)


def banner_box(banner: Banner, canvas: Canvas) -> Box:
    """Return where a banner's band lies: names above subtitles, captions on top."""
    height = _even(unit(canvas) * 0.15)
    if banner.kind is BannerKind.CAPTION:
        return Box(0, _even(canvas.height * 0.08), canvas.width, height)
    is_tall = canvas.height > canvas.width
    width = _even(canvas.width * (0.9 if is_tall else 0.55))
    left = canvas.width - width if is_right_to_left(banner.line.text) else 0
    return Box(left, _even(canvas.height * (1 - BELOW)) - height, width, height)


def _even(pixels: float) -> int:
    return max(2, round(pixels / 2) * 2)
