"""All words of a film, as a script for libass: shaped, wrapped, right to left too.

libass shapes with HarfBuzz on every system, where Pillow may lay out letters one by
one; so every word goes through it, also those on cards. What people type is text
and nothing else: nothing in it is taken for an instruction of the script
(https://github.com/libass/libass/wiki/ASSv5-Override-Tags).
"""

import re
import unicodedata
from collections.abc import Iterator

from mediakit.machine import FONTS
from mediakit.media.rendering.film import (
    Banner,
    BannerKind,
    Canvas,
    Card,
    CardKind,
    Line,
    Part,
    Shot,
    frames_of,
)
from mediakit.media.rendering.layout import BELOW, Box, banner_box, unit
from mediakit.model.writing import is_right_to_left

FONT = FONTS / "DejaVuSans.ttf"
"""The one font: Latin with African letters, Arabic, N'Ko, Tifinagh."""

_FAMILY = "DejaVu Sans"
_WORD_JOINER, _HARD_SPACE = "\u2060", "\u00a0"
# in French, signs of two parts stand apart from their word but on its line
_BOUND = re.compile(r" (?=[:;!?»])|(?<=«) ")

# shares of the layout's unit, which is the height of a wide canvas
_SUBTITLE = 0.058
_CARDS = {
    CardKind.TITLE: 0.12,
    CardKind.QUESTION: 0.095,
    CardKind.HEADING: 0.1,
    CardKind.CREDITS: 0.06,
    CardKind.QUOTE: 0.07,
    CardKind.PLAIN: 0.08,
}
_NAME, _DETAIL, _CAPTION = 0.055, 0.04, 0.06

# the width of a letter and the least size, as shares of the size wanted
_LETTER, _LEAST = 0.52, 0.35

# what is left free around words, as shares of the canvas's width and height
_BESIDE, _UNDER = 0.08, 0.05

_WHITE, _CREAM, _BLACK = "&H00FFFFFF", "&H00D2EAFA", "&H00000000"
_SETTLING, _FADING = 250, 200  # milliseconds until a band stands; of its words

_HEAD = """\
[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, \
BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, \
BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
{styles}

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
{events}
"""


def script(part: Part, canvas: Canvas) -> str:
    """Return the script of all words of *part*, or nothing if it has none."""
    events = "\n".join(_events(part, canvas))
    if not events:
        return ""
    styles = "\n".join(
        _style(name, canvas, *look)
        for name, look in {
            "Subtitle": (_SUBTITLE, _WHITE, 0.0045, 2),
            "Card": (_CARDS[CardKind.TITLE], _CREAM, 0, 5),
            "Banner": (_NAME, _WHITE, 0.003, 4),
        }.items()
    )
    return _HEAD.format(
        width=canvas.width, height=canvas.height, styles=styles, events=events
    )


def escaped(text: str) -> str:
    """Return *text* so that libass shows it as it is."""
    text = text.encode("utf-8", "replace").decode()
    lines = [
        "".join(c for c in line.replace("\t", " ") if unicodedata.category(c) != "Cc")
        for line in text.strip().splitlines()
    ]
    # a backslash begins an instruction together with the letter after it
    plain = "\n".join(lines).replace("\\", f"\\{_WORD_JOINER}")
    plain = _BOUND.sub(_HARD_SPACE, plain)
    return plain.replace("{", r"\{").replace("}", r"\}").replace("\n", r"\N")


def _style(name: str, canvas: Canvas, size: float, colour: str, *look: float) -> str:
    outline, place = look
    across, down = round(canvas.width * _BESIDE), round(canvas.height * _UNDER)
    return (
        f"Style: {name},{_FAMILY},{size * unit(canvas):.1f},{colour},{colour},"
        f"{_BLACK},{_BLACK},0,0,0,0,100,100,0,0,1,{outline * unit(canvas):.1f},0,"
        # the encoding -1: each text's own letters say which way it runs
        f"{place:.0f},{across},{across},{down},-1"
    )


def _events(part: Part, canvas: Canvas) -> Iterator[str]:
    if isinstance(part, Card):
        yield from _card(part, canvas)
    for line in part.subtitles:
        yield from _subtitle(line, canvas)
    if isinstance(part, Shot):
        for banner in part.banners:
            yield from _banner(banner, canvas)


def _subtitle(line: Line, canvas: Canvas) -> Iterator[str]:
    """Yield a subtitle, smaller where it would climb over the names."""
    wanted = _SUBTITLE * unit(canvas)
    wide, high = canvas.width * (1 - 2 * _BESIDE), canvas.height * (BELOW - _UNDER)
    size = _fitting(line.text, wanted, Box(0, 0, round(wide), round(high)))
    yield from _event("Subtitle", line, rf"\fs{size:.1f}" if size < wanted else "")


def _card(card: Card, canvas: Canvas) -> Iterator[str]:
    room = Box(0, 0, round(canvas.width * 0.84), round(canvas.height * 0.7))
    size = _fitting(card.text, _CARDS[card.kind] * unit(canvas), room)
    # a frame more than there are: what begins before the end is seen until then
    lasts = -int(-(frames_of(card, canvas) + 1) * 1000 // canvas.rate)
    yield from _event("Card", Line(0, lasts, card.text), rf"\fs{size:.1f}")


def _banner(banner: Banner, canvas: Canvas) -> Iterator[str]:
    line, box = banner.line, banner_box(banner, canvas)
    first, _, rest = line.text.strip().partition("\n")
    middle, edge = box.top + box.height / 2, unit(canvas) * 0.05
    margins = (0, 0)
    if banner.kind is BannerKind.CAPTION:
        size = _fitting(line.text, _CAPTION * unit(canvas), box)
        place, text, rest = rf"\an5\pos({box.left + box.width / 2},{middle})", "", ""
        first = line.text
    else:
        size = _fitting(first, _NAME * unit(canvas), _upper(box, has_more=bool(rest)))
        if is_right_to_left(line.text):
            place, text = rf"\an6\pos({canvas.width - edge:.1f},{middle})", ""
            margins = (canvas.width - box.width, round(edge))
        else:
            place, text = rf"\an4\pos({edge:.1f},{middle})", ""
            margins = (round(edge), canvas.width - box.width)
    if rest:
        small = _fitting(rest, _DETAIL * unit(canvas), _upper(box, has_more=True))
        text = rf"\N{{\fs{small:.1f}\c{_CREAM}&}}{escaped(rest)}"
    tags = rf"\fs{size:.1f}{place}\fad({_FADING},{_FADING})"
    shown = Line(line.start + _SETTLING, line.end - _SETTLING // 2, first)
    yield from _event("Banner", shown, tags, text, margins)


def _event(
    style: str,
    line: Line,
    tags: str,
    after: str = "",
    margins: tuple[int, int] = (0, 0),
) -> Iterator[str]:
    text = escaped(line.text)
    start, end = _clock(line.start), _clock(line.end)
    if text and start < end:
        before = f"{{{tags}}}" if tags else ""
        sides = f"{margins[0]},{margins[1]}"
        yield f"Dialogue: 0,{start},{end},{style},,{sides},0,,{before}{text}{after}"


def _upper(box: Box, *, has_more: bool) -> Box:
    return Box(
        box.left, box.top, box.width, box.height // 2 if has_more else box.height
    )


def _fitting(text: str, size: float, room: Box) -> float:
    """Return *size*, or less so that *text* is likely to fit into *room*."""
    least, lines = size * _LEAST, text.strip().splitlines()
    while size > least:
        across = max(1, int(room.width / (size * _LETTER)))
        if sum(1 + len(line) // across for line in lines) * size <= room.height:
            break
        size *= 0.93
    return size


def _clock(milliseconds: int) -> str:
    hundredths = max(0, round(milliseconds / 10))
    seconds, hundredths = divmod(hundredths, 100)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}.{hundredths:02d}"
