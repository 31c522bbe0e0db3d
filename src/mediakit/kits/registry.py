"""The kinds of kits, by what people type after ``--as``."""

from mediakit.kits import (
    folder,
    m3u8,
    run_sheet,
    run_sheet_pdf,
    sound,
    video,
    wall_cards,
    xspf,
)
from mediakit.kits.base import Kit
from mediakit.kits.page import page

KITS: tuple[Kit, ...] = (
    page,
    folder,
    m3u8,
    xspf,
    video,
    sound,
    run_sheet,
    run_sheet_pdf,
    wall_cards,
)
NAMES = tuple(kit.NAME for kit in KITS)


def kit_named(name: str) -> Kit:
    """Return the kind with one of `NAMES`."""
    return next(kit for kit in KITS if name == kit.NAME)
