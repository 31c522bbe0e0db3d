"""Where things lie on the canvas."""

from dataclasses import dataclass

from mediakit.media.rendering.film import Banner, BannerKind, Canvas
from mediakit.model.writing import is_right_to_left


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the canvas, in pixels."""

    left: int
    top: int
    width: int
    height: int


def banner_box(banner: Banner, canvas: Canvas) -> Box:
    """Return where a banner's band lies: names above subtitles, captions on top."""
    height = _even(canvas.height * 0.15)
    if banner.kind is BannerKind.CAPTION:
        return Box(0, _even(canvas.height * 0.08), canvas.width, height)
    width = _even(canvas.width * 0.55)
    left = canvas.width - width if is_right_to_left(banner.line.text) else 0
    return Box(left, _even(canvas.height * 0.62), width, height)


def _even(pixels: float) -> int:
    return max(2, round(pixels / 2) * 2)
