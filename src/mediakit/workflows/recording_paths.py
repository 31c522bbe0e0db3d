"""Say where the recordings of a project are to be found outside the library."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from mediakit.exchange.refi_write import RELATIVE
from mediakit.model.clip import Clip
from mediakit.model.group import fold_name
from mediakit.model.ids import ClipId
from mediakit.workflows.place_export import public_name


def paths_beside(clips: Iterable[Clip]) -> dict[ClipId, str]:
    """Return where other programs may look for recordings: no two in one place."""
    paths: dict[ClipId, str] = {}
    taken: set[str] = set()
    for clip in clips:
        name = beside_name(clip, PurePosixPath(clip.path).suffix.lower(), taken)
        paths[clip.id] = f"{RELATIVE}{name}"
    return paths


def beside_name(clip: Clip, suffix: str, taken: set[str]) -> str:
    """Return what a clip's file is called beside a project, and remember it as taken.

    Args:
        clip: The clip.
        suffix: What the file's name ends with.
        taken: What others are called, however some disks read it.
    """
    name = f"{public_name(clip)}{suffix}"
    if fold_name(name) in taken:
        name = f"{public_name(clip)} {clip.id}{suffix}"
    taken.add(fold_name(name))
    return name
