"""One video: a title card, the excerpts, and after each the card with its question."""

from pathlib import Path

from mediakit.kits.base import Need
from mediakit.kits.plan import KitPlan

NAME = "video"
NEEDS = frozenset({Need.FILM})


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Add nothing: the video is all."""
    del plan, folder
