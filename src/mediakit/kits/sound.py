"""One sound file for a loudspeaker, silent while people talk."""

from pathlib import Path

from mediakit.kits.base import Need
from mediakit.kits.plan import KitPlan

NAME = "sound"
NEEDS = frozenset({Need.SOUND})


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Add nothing: the sound file is all."""
    del plan, folder
