"""What is drawn by MoviePy: the ground of cards, and bands that come in.

Only shapes and their motion, and only as long as they move: a card is one picture,
a band a few small ones. Words are set over them by libass, see `lettering`.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from mediakit.media.rendering.film import Banner, BannerKind, Canvas, CardKind
from mediakit.media.rendering.layout import banner_box
from mediakit.model.writing import is_right_to_left

ENTRANCE = 0.4
"""Seconds until a band stands."""

_Colour: TypeAlias = tuple[int, int, int]

_GROUNDS: dict[CardKind, tuple[_Colour, _Colour]] = {
    CardKind.TITLE: ((26, 34, 48), (14, 18, 28)),
    CardKind.QUESTION: ((58, 38, 30), (26, 18, 16)),
    CardKind.HEADING: ((24, 44, 42), (12, 22, 22)),
    CardKind.CREDITS: ((18, 18, 20), (8, 8, 10)),
    CardKind.QUOTE: ((36, 30, 46), (16, 14, 22)),
    CardKind.PLAIN: ((30, 32, 36), (16, 18, 20)),
}
_ACCENTS: dict[CardKind, _Colour] = {
    CardKind.TITLE: (236, 190, 92),
    CardKind.QUESTION: (224, 122, 68),
    CardKind.HEADING: (92, 190, 170),
    CardKind.CREDITS: (236, 190, 92),
    CardKind.QUOTE: (176, 150, 210),
    CardKind.PLAIN: (96, 100, 108),
}
_BAND, _OPAQUE = (18, 20, 26), 0.82


@dataclass(frozen=True, slots=True)
class Drawing:
    """Pictures, one after the other, as raw pixels.

    Attributes:
        width: Pixels across.
        height: Pixels down.
        pixels: FFmpeg's name of their arrangement.
        content: All pictures.
    """

    width: int
    height: int
    pixels: str
    content: bytes


def draw_ground(kind: CardKind, canvas: Canvas) -> Drawing:
    """Return the picture behind a card, or behind a sound bite."""
    _load_moviepy()
    from moviepy import ColorClip, CompositeVideoClip, ImageClip
    from moviepy.video.tools.drawing import color_gradient

    width, height = canvas.width, canvas.height
    top, bottom = _GROUNDS[kind]
    shades = color_gradient(
        (width, height),
        p1=(0, 0),
        p2=(0, height),
        color_1=_floats(top),
        color_2=_floats(bottom),
    )
    thick = max(2, height // 60)
    edge = ColorClip((width, thick), color=_ACCENTS[kind])
    layers = [
        ImageClip(shades.astype("uint8")),
        edge.with_position((0, height - thick)),
    ]
    picture = CompositeVideoClip(layers, size=(width, height)).get_frame(0)
    return Drawing(width, height, "rgb24", picture.astype("uint8").tobytes())


def draw_band(banner: Banner, canvas: Canvas) -> Drawing:
    """Return the pictures of a band coming in: names from the side they begin at."""
    _load_moviepy()
    from moviepy import CompositeVideoClip, vfx

    box = banner_box(banner, canvas)
    mirrored = is_right_to_left(banner.line.text)
    if banner.kind is BannerKind.CAPTION:
        motion = [vfx.SlideIn(ENTRANCE, "top"), vfx.CrossFadeIn(ENTRANCE)]
    else:
        motion = [vfx.SlideIn(ENTRANCE, "right" if mirrored else "left")]
    band = _band(banner.kind, box.width, box.height, mirrored=mirrored)
    moving = CompositeVideoClip(
        [band.with_duration(2 * ENTRANCE).with_effects(motion)],
        size=(box.width, box.height),
    )
    content = b"".join(_frames(moving, canvas))
    return Drawing(box.width, box.height, "rgba", content)


def _load_moviepy() -> None:
    """Import MoviePy, without what it does on the way.

    It takes variables from any ``.env`` file above it, and starts whatever is called
    ffplay (https://github.com/Zulko/moviepy/blob/v2.2.1/moviepy/config.py).
    """
    instead = {
        "PYTHON_DOTENV_DISABLED": "1",
        "FFMPEG_BINARY": "ffmpeg-imageio",
        "FFPLAY_BINARY": sys.executable,
    }
    before = {name: os.environ.get(name) for name in instead}
    os.environ.update(instead)
    try:
        import moviepy  # noqa: F401 to be loaded is all it is for
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


# Any, here and below: MoviePy's clips
def _band(kind: BannerKind, width: int, height: int, *, mirrored: bool) -> Any:
    import numpy as np
    from moviepy import ImageClip

    across = np.linspace(0, 1, width)
    opaque = np.ones(width)
    if kind is BannerKind.NAME:
        # it thins out towards the middle of the picture
        opaque = np.clip((1 - across) / 0.35, 0, 1)
    picture = np.empty((height, width, 4), np.uint8)
    picture[..., :3] = _BAND
    picture[..., 3] = np.round(255 * _OPAQUE * opaque)
    stripe = max(2, height // 16)
    if kind is BannerKind.NAME:
        picture[:, :stripe] = (*_ACCENTS[CardKind.TITLE], 255)
    else:
        picture[-stripe:] = (*_ACCENTS[CardKind.TITLE], 255)
    return ImageClip(picture[:, ::-1] if mirrored else picture, transparent=True)


def _frames(moving: Any, canvas: Canvas) -> Iterator[bytes]:
    import numpy as np

    for number in range(int(ENTRANCE * canvas.rate) + 2):
        time = min(ENTRANCE, float(number / canvas.rate))
        opacity = np.round(255 * moving.mask.get_frame(time)).astype("uint8")
        shown = moving.get_frame(time).astype("uint8")
        yield np.dstack([shown, opacity]).tobytes()


def _floats(colour: _Colour) -> tuple[float, float, float]:
    red, green, blue = colour
    return float(red), float(green), float(blue)
