"""A run sheet: a page made for paper, for who stands before a room in the dark."""

from pathlib import Path

from mediakit.kits.base import Need
from mediakit.kits.paper import (
    code_drawing,
    code_text,
    embedded,
    picture_of,
    write_page,
)
from mediakit.kits.plan import KitPlan
from mediakit.kits.sheet import sheet_of

NAME = "run-sheet"
NEEDS = frozenset({Need.STILLS})

FILE = "run-sheet.html"


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Write the page.

    Raises:
        ReadFailed: A picture cannot be read.
        WriteFailed: It could not be written.
    """
    sheet = sheet_of(plan)
    pictures = {
        one.code: embedded(picture_of(one.item, folder)) for one in sheet.entries
    }
    codes = {one.code: code_drawing(code_text(plan, one.item)) for one in sheet.entries}
    write_page(
        folder / FILE, "run_sheet.html", "", sheet=sheet, pictures=pictures, codes=codes
    )
