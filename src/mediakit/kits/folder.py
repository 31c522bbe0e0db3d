"""A folder of numbered files, for whatever player there is."""

from pathlib import Path

from mediakit.kits.base import Need
from mediakit.kits.plan import KitPlan

NAME = "folder"
NEEDS = frozenset({Need.MEDIA, Need.SUBTITLES})


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Add nothing: the files are named in their order."""
    del plan, folder
