"""Decide where something that was made goes, and how the catalog remembers it."""

from pathlib import Path

from mediakit.errors import TargetRefused
from mediakit.files import safe_name
from mediakit.model.clip import Clip
from mediakit.model.leaving import Passed
from mediakit.settings import Library
from mediakit.workflows.keep_media import readable_title

_LONGEST = 150  # bytes: a title, a range or language, an id


def place_export(
    library: Library,
    passed: Passed,
    folder: str,
    stem: str,
    suffix: str,
    output: str = "",
) -> Path:
    """Return a file that is not there yet.

    Args:
        library: Where it goes, unless told otherwise.
        passed: What the gate said: what did not ask has no place to go.
        folder: The one below ``exports`` that such things are in.
        stem: Its name, of which only what is legal everywhere is taken.
        suffix: With its point.
        output: The file that a person wants instead, anywhere.

    Raises:
        TargetRefused: That file exists, or lies among the originals.
    """
    del passed
    if output:
        named = Path(output)
        path = named.parent.resolve() / named.name
        among_originals = path.is_relative_to(library.assets.resolve())
        if among_originals or path.exists() or path.is_symlink():
            raise TargetRefused(path=str(path))
        return path
    # parts of it come from records, and those perhaps from strangers
    stem = safe_name(stem, longest=_LONGEST)
    number, path = 1, library.exports / folder / f"{stem}{suffix}"
    while path.exists() or path.is_symlink():
        number += 1
        path = path.with_name(f"{stem} {number}{suffix}")
    return path


def recorded_path(library: Library, path: Path) -> str:
    """Return *path* as records have it: inside the library, relative to it."""
    inside, root = path.resolve(), library.root.resolve()
    if inside.is_relative_to(root):
        return inside.relative_to(root).as_posix()
    return str(inside)


def public_name(clip: Clip) -> str:
    """Return what a clip may be called outside: its title, unless it came with it.

    The name a file had when it was added tells of people and places.
    """
    original = Path(clip.original_name)
    came_with_it = clip.title in {original.stem, readable_title(original)}
    return safe_name(clip.id if came_with_it else clip.title)
