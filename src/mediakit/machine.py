"""What the person, this machine and the package bring: a name, processors, samples."""

import os
from collections.abc import Mapping
from pathlib import Path

from mediakit.model.stamp import NOBODY_KNOWN

FONTS = Path(__file__).with_name("fonts")
"""Letters that look the same wherever something is made."""


def author(environ: Mapping[str, str]) -> str:
    """Return the name changes are signed with: MEDIAKIT_AUTHOR, or the login."""
    for name in ("MEDIAKIT_AUTHOR", "LOGNAME", "USER", "LNAME", "USERNAME"):
        if environ.get(name, "").strip():
            return environ[name].strip()
    return NOBODY_KNOWN


def models_folder(environ: Mapping[str, str]) -> Path:
    """Return where this person's speech models are, whether it exists or not."""
    if chosen := environ.get("MEDIAKIT_MODELS"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("mediakit", appauthor=False) / "models"


def samples() -> Path:
    """Return the sample library: in the package, or the repository it runs from."""
    packaged = Path(__file__).with_name("samples")
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def threads() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
