"""Draw a sample clip's picture: a landscape, somebody who speaks, and one slow motion.

The people are shapes without a face, on purpose: nobody is shown. What is written
in the picture has no accents, because the one font that is always there has none.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from moviepy import VideoClip
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 640, 360

# Everything is drawn twice as large and reduced, which smooths the edges.
_FINE = 2

Colour = tuple[int, int, int]
Frame = NDArray[np.uint8]
_Mover = tuple[Image.Image, Callable[[float], tuple[float, float]]]


@dataclass(frozen=True)
class Palette:
    """The colours of one scene."""

    sky_top: Colour
    sky_bottom: Colour
    far: Colour
    near: Colour
    light: Colour
    cloth: Colour
    scarf: Colour


PALETTES = {
    "dunes": Palette(
        (247, 178, 103),
        (250, 222, 178),
        (214, 127, 84),
        (178, 92, 64),
        (255, 244, 214),
        (46, 84, 122),
        (233, 196, 106),
    ),
    "river": Palette(
        (122, 178, 196),
        (226, 232, 214),
        (92, 141, 146),
        (150, 110, 78),
        (255, 236, 190),
        (38, 110, 92),
        (240, 240, 230),
    ),
    "tents": Palette(
        (40, 48, 84),
        (140, 110, 130),
        (86, 78, 102),
        (66, 56, 74),
        (246, 238, 210),
        (122, 58, 92),
        (206, 160, 190),
    ),
    "fields": Palette(
        (158, 200, 214),
        (240, 234, 206),
        (214, 186, 120),
        (116, 148, 78),
        (255, 246, 214),
        (88, 64, 120),
        (236, 232, 220),
    ),
    "bridge": Palette(
        (96, 132, 176),
        (236, 208, 190),
        (84, 100, 128),
        (58, 70, 96),
        (255, 240, 220),
        (190, 84, 52),
        (60, 60, 70),
    ),
}


def picture(
    scene: str, headline: str, place: str, seconds: float, *, upright: bool
) -> VideoClip:
    """Return the moving picture of a clip, without sound."""
    size = (HEIGHT, WIDTH) if upright else (WIDTH, HEIGHT)
    palette = PALETTES[scene]
    back = _sky(palette, size)
    _SCENES[scene](ImageDraw.Draw(back), palette, size)
    front = Image.new("RGBA", back.size)
    _people(ImageDraw.Draw(front), palette, size, 2 if scene == "fields" else 1)
    _caption(ImageDraw.Draw(front), headline, place, size)
    back, front = _reduced(back, size), _reduced(front, size)
    sprite, path = _mover(scene, palette, size, seconds)

    def frame(time: float) -> Frame:
        shown = back.copy()
        _paste(shown, sprite, path(time))
        shown.alpha_composite(front)
        return np.asarray(shown.convert("RGB"))

    return VideoClip(frame, duration=seconds)


def _sky(palette: Palette, size: tuple[int, int]) -> Image.Image:
    width, height = size
    shares = np.linspace(0, 1, height * _FINE)[:, None]
    top, bottom = np.array(palette.sky_top), np.array(palette.sky_bottom)
    column = (top * (1 - shares) + bottom * shares).astype(np.uint8)
    rows = np.repeat(column[:, None, :], width * _FINE, axis=1)
    return Image.fromarray(rows).convert("RGBA")


def _dunes(draw: ImageDraw.ImageDraw, palette: Palette, size: tuple[int, int]) -> None:
    _hills(draw, palette.far, size, 0.52, 0.10, 1.3, 0.4)
    _hills(draw, _between(palette.far, palette.near, 0.5), size, 0.66, 0.06, 0.9, 2.2)
    _hills(draw, palette.near, size, 0.80, 0.05, 1.6, 4.0)


def _river(draw: ImageDraw.ImageDraw, palette: Palette, size: tuple[int, int]) -> None:
    width, height = _fine(size)
    shore = int(height * 0.52)
    clay = palette.near
    for place, wide, high in (
        (0.06, 0.05, 0.20),
        (0.14, 0.07, 0.28),
        (0.24, 0.05, 0.2),
    ):
        left, right = int(width * place), int(width * (place + wide))
        top = int(shore - height * high)
        draw.polygon(
            [(left, shore), (left + 14, top), (right - 14, top), (right, shore)], clay
        )
        middle = (left + right) // 2
        draw.polygon([(left + 14, top), (middle, top - 30), (right - 14, top)], clay)
        for rung in range(3):
            y = top + 26 + rung * 34
            draw.line(
                [(left - 6, y), (right + 6, y)], _between(clay, (0, 0, 0), 0.3), 4
            )
    low = int(shore - height * 0.10)
    draw.rectangle((0, low, int(width * 0.40), shore), clay)
    draw.rectangle((0, shore, width, height), palette.far)
    for ripple in range(14):
        y = shore + 24 + ripple * ripple * 2
        x = (ripple * 271) % width
        shade = _between(palette.far, (255, 255, 255), 0.22)
        draw.line([(x, y), (x + 130 + ripple * 12, y)], shade, 3)


def _tents(draw: ImageDraw.ImageDraw, palette: Palette, size: tuple[int, int]) -> None:
    width, height = _fine(size)
    chance = np.random.default_rng(7)
    for x, y in chance.random((60, 2)):
        at = (x * width, y * height * 0.4)
        draw.ellipse((at[0], at[1], at[0] + 4, at[1] + 4), palette.light)
    _hills(draw, palette.far, size, 0.50, 0.03, 1.0, 0.0)
    draw.rectangle((0, int(height * 0.58), width, height), palette.near)
    for row, (y, scale) in enumerate(((0.57, 0.7), (0.66, 1.0))):
        wide = int(150 * scale)
        for number in range(-1, width // wide + 2):
            x = number * int(wide * 1.25) + row * 60
            base = int(height * y)
            cloth = _between(palette.light, palette.far, 0.25 + 0.25 * (1 - row))
            tip = (x + wide // 2, base - int(90 * scale))
            draw.polygon([(x, base), tip, (x + wide, base)], cloth)
            dark = _between(cloth, (0, 0, 0), 0.45)
            door = int(18 * scale)
            middle = x + wide // 2
            draw.polygon([(middle - door, base), tip, (middle + door, base)], dark)


def _fields(draw: ImageDraw.ImageDraw, palette: Palette, size: tuple[int, int]) -> None:
    width, height = _fine(size)
    _hills(draw, palette.far, size, 0.50, 0.03, 1.1, 1.0)
    top = int(height * 0.56)
    draw.polygon(
        [(width // 2, top), (width, top), (width, height), (width // 3, height)],
        palette.near,
    )
    shade = _between(palette.near, (0, 0, 0), 0.18)
    for row in range(9):
        far = width // 2 + row * width // 14
        draw.line([(far, top), (width // 3 + row * width // 7, height)], shade, 6)
    for x, y in ((0.02, 0.57), (0.11, 0.53), (0.41, 0.54)):
        _cow(
            draw,
            int(width * x),
            int(height * y),
            _between(palette.far, (60, 30, 20), 0.7),
        )


def _bridge(draw: ImageDraw.ImageDraw, palette: Palette, size: tuple[int, int]) -> None:
    width, height = _fine(size)
    chance = np.random.default_rng(3)
    base = int(height * 0.60)
    x = 0
    while x < width:
        wide = int(chance.integers(50, 120))
        top = base - int(chance.integers(40, 190))
        draw.rectangle((x, top, x + wide, base), palette.far)
        for window in range(top + 16, base - 16, 30):
            lit = _between(palette.far, palette.light, 0.5)
            for column in range(x + 12, x + wide - 16, 26):
                draw.rectangle((column, window, column + 8, window + 12), lit)
        x += wide + int(chance.integers(0, 24))
    draw.rectangle(
        (0, base, width, height), _between(palette.sky_top, palette.far, 0.4)
    )
    deck = int(height * 0.68)
    draw.rectangle((0, deck, width, deck + 22), palette.near)
    for pier in range(60, width, 240):
        draw.rectangle((pier, deck, pier + 26, height), palette.near)


_SCENES = {
    "dunes": _dunes,
    "river": _river,
    "tents": _tents,
    "fields": _fields,
    "bridge": _bridge,
}


def _hills(
    draw: ImageDraw.ImageDraw,
    colour: Colour,
    size: tuple[int, int],
    level: float,
    swing: float,
    waves: float,
    shift: float,
) -> None:
    width, height = _fine(size)
    line = [
        (
            x,
            height
            * (level - swing * math.sin(shift + waves * 2 * math.pi * x / width)),
        )
        for x in range(0, width + 8, 8)
    ]
    draw.polygon([(0, height), *line, (width, height)], colour)


def _cow(draw: ImageDraw.ImageDraw, x: int, y: int, colour: Colour) -> None:
    draw.ellipse((x, y, x + 90, y + 46), colour)
    draw.ellipse((x + 74, y - 22, x + 112, y + 12), colour)
    draw.arc((x + 76, y - 54, x + 114, y - 10), 10, 170, colour, 6)
    for leg in (10, 26, 62, 78):
        draw.rectangle((x + leg, y + 34, x + leg + 9, y + 80), colour)


def _people(
    draw: ImageDraw.ImageDraw, palette: Palette, size: tuple[int, int], count: int
) -> None:
    width, height = _fine(size)
    scale = min(width, height) / (HEIGHT * _FINE)
    swapped = palette.scarf, palette.cloth
    if count == 1:
        middle = 0.5 if height > width else 0.72
        _person(draw, (width * middle, height), scale, palette.cloth, palette.scarf)
        return
    _person(draw, (width * 0.30, height), scale * 0.9, palette.cloth, palette.scarf)
    _person(draw, (width * 0.74, height), scale * 0.9, *swapped)


def _person(
    draw: ImageDraw.ImageDraw,
    foot: tuple[float, float],
    scale: float,
    cloth: Colour,
    scarf: Colour,
) -> None:
    x, y = foot[0], foot[1] - 70 * scale
    skin = (96, 62, 44)
    draw.rounded_rectangle(
        (x - 190 * scale, y - 210 * scale, x + 190 * scale, y + 200 * scale),
        110 * scale,
        cloth,
    )
    draw.rectangle(
        (x - 34 * scale, y - 260 * scale, x + 34 * scale, y - 190 * scale), skin
    )
    draw.polygon(
        [
            (x - 110 * scale, y - 212 * scale),
            (x + 110 * scale, y - 212 * scale),
            (x + 12 * scale, y - 60 * scale),
            (x - 12 * scale, y - 60 * scale),
        ],
        _between(cloth, (255, 255, 255), 0.18),
    )
    draw.ellipse(
        (x - 82 * scale, y - 430 * scale, x + 82 * scale, y - 236 * scale), skin
    )
    draw.chord(
        (x - 96 * scale, y - 450 * scale, x + 96 * scale, y - 250 * scale),
        175,
        365,
        scarf,
    )
    fold = _between(scarf, (0, 0, 0), 0.16)
    for bend in (0, 34):
        draw.arc(
            (
                x - 92 * scale,
                y - (436 - bend) * scale,
                x + 92 * scale,
                y - (300 - bend) * scale,
            ),
            190,
            350,
            fold,
            max(2, int(7 * scale)),
        )


def _caption(
    draw: ImageDraw.ImageDraw, headline: str, place: str, size: tuple[int, int]
) -> None:
    width, height = _fine(size)
    large, small = ImageFont.load_default(46), ImageFont.load_default(34)
    draw.rectangle((0, height - 132, width, height), (24, 22, 28, 205))
    draw.rectangle((40, height - 106, 48, height - 26), (236, 190, 92, 255))
    draw.text((72, height - 112), headline, (250, 246, 236, 255), large)
    draw.text((72, height - 60), place, (236, 206, 150, 255), small)


def _mover(
    scene: str, palette: Palette, size: tuple[int, int], seconds: float
) -> _Mover:
    """Return what moves, and where it is at a time."""
    width, height = size
    if scene == "river":
        return _boat(palette), lambda t: (
            width * (0.30 + 0.45 * t / seconds),
            height * 0.56,
        )
    if scene == "bridge":
        return _van(palette), lambda t: (
            width * (-0.1 + 1.1 * t / seconds),
            height * 0.68 - 22,
        )
    if scene == "fields":
        return _cloud(), lambda t: (width * (0.05 + 0.5 * t / seconds), height * 0.10)
    disc = _disc(palette.light, 34 if scene == "tents" else 46)
    down = 0.05 if scene == "tents" else 0.26
    return disc, lambda t: (
        width * (0.12 + 0.12 * t / seconds),
        height * (0.10 + down * t / seconds),
    )


def _disc(colour: Colour, radius: int) -> Image.Image:
    fine = Image.new("RGBA", (radius * 6, radius * 6))
    draw = ImageDraw.Draw(fine)
    for ring in range(12, -1, -1):
        out = radius * (1 + ring / 6)
        alpha = 255 if ring == 0 else 9 + 3 * (12 - ring)
        middle = radius * 3
        draw.ellipse(
            (middle - out, middle - out, middle + out, middle + out), (*colour, alpha)
        )
    return fine.resize((radius * 3, radius * 3), Image.Resampling.LANCZOS)


def _boat(palette: Palette) -> Image.Image:
    fine = Image.new("RGBA", (360, 160))
    draw = ImageDraw.Draw(fine)
    hull = _between(palette.near, (0, 0, 0), 0.45)
    draw.polygon(
        [(6, 86), (90, 112), (250, 112), (354, 78), (270, 140), (80, 140)], hull
    )
    draw.ellipse((196, 30, 222, 58), hull)
    draw.rounded_rectangle((190, 56, 228, 118), 12, palette.cloth)
    draw.line([(236, 10), (214, 140)], hull, 5)
    return fine.resize((180, 80), Image.Resampling.LANCZOS)


def _van(palette: Palette) -> Image.Image:
    fine = Image.new("RGBA", (140, 66))
    draw = ImageDraw.Draw(fine)
    draw.rounded_rectangle((4, 8, 132, 52), 12, (64, 140, 110))
    for window in (14, 48, 82):
        draw.rectangle((window, 16, window + 26, 32), palette.light)
    for wheel in (24, 92):
        draw.ellipse((wheel, 42, wheel + 24, 66), (30, 30, 34))
    return fine.resize((70, 33), Image.Resampling.LANCZOS)


def _cloud() -> Image.Image:
    fine = Image.new("RGBA", (320, 136))
    draw = ImageDraw.Draw(fine)
    for left, top, wide in ((10, 50, 110), (70, 16, 130), (160, 34, 140)):
        draw.ellipse((left, top, left + wide, top + 76), (255, 255, 255, 210))
    return fine.resize((160, 68), Image.Resampling.LANCZOS)


def _paste(frame: Image.Image, sprite: Image.Image, at: tuple[float, float]) -> None:
    """Put the sprite at a place between pixels, so that slow motion does not jerk."""
    left, top = math.floor(at[0]), math.floor(at[1])
    shift = (1, 0, left - at[0], 0, 1, top - at[1])
    size = sprite.width + 1, sprite.height + 1
    moved = sprite.transform(
        size, Image.Transform.AFFINE, shift, Image.Resampling.BILINEAR
    )
    layer = Image.new("RGBA", frame.size)
    layer.paste(moved, (left, top))
    frame.alpha_composite(layer)


def _reduced(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size, Image.Resampling.LANCZOS)


def _fine(size: tuple[int, int]) -> tuple[int, int]:
    return size[0] * _FINE, size[1] * _FINE


def _between(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (
        round(a * (1 - share) + b * share) for a, b in zip(one, other, strict=True)
    )
    return red, green, blue
