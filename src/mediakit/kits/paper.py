"""Pages for paper: their pictures, their codes, their colours."""

import base64
import re
from pathlib import Path
from typing import Any

from mediakit.errors.library import ReadFailed
from mediakit.files import reason, write_early
from mediakit.html_page import html_page
from mediakit.kits.plan import KitItem, KitPlan, KitTheme

_TEMPLATES = Path(__file__).with_name("templates")
_KINDS = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".webp": "webp"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# what each part of a colour adds to how bright it is (ITU-R BT.709)
_BRIGHTNESS = (0.2126, 0.7152, 0.0722)
_MIDDLE = 0.45
_PLAIN = "#ffffff"


# Any: what templates are given is of every kind
def write_page(target: Path, template: str, style: str, **values: Any) -> None:
    """Write a page.

    Args:
        target: The file.
        template: The name of its template.
        style: What goes into its one style sheet, made of nothing that people typed.
        values: What the template is given.

    Raises:
        WriteFailed: It could not be written.
    """
    text = html_page(_TEMPLATES, template, style, **values)
    write_early(target, text.encode())


def picture_of(item: KitItem, folder: Path) -> Path | None:
    """Return the picture an item is remembered by, if it has any."""
    name = item.still or item.poster
    return folder / name if name else None


def embedded(picture: Path | None) -> str:
    """Return a picture as an address that holds it, or nothing.

    Raises:
        ReadFailed: It cannot be read.
    """
    if picture is None:
        return ""
    try:
        content = picture.read_bytes()
    except OSError as error:
        raise ReadFailed(path=str(picture), reason=reason(error)) from error
    kind = _KINDS.get(picture.suffix.lower(), "jpeg")
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def code_text(plan: KitPlan, item: KitItem) -> str:
    """Return what the QR code of an item says: which one it is, and nothing else."""
    return f"mediakit:{plan.playlist}/{item.code}"


def code_drawing(text: str) -> str:
    """Return a QR code as SVG."""
    import segno

    code = segno.make(text, error="m", micro=False)
    return code.svg_inline(omitsize=True, border=2)


def colours(theme: KitTheme) -> tuple[str, str]:
    """Return a theme's colour, and black or white for what is written on it."""
    if not _COLOUR.fullmatch(theme.colour):
        return _PLAIN, "#000000"
    parts = (int(theme.colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    bright = sum(a * b for a, b in zip(_BRIGHTNESS, parts, strict=True))
    return theme.colour, "#000000" if bright > _MIDDLE else "#ffffff"
