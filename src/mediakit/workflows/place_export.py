"""Decide where something that was made goes, and how the catalog remembers it."""

from pathlib import Path

from mediakit.errors.library import FolderMissing, TargetIsNoFile, TargetRefused
from mediakit.files import safe_name
from mediakit.kits.manifest import is_kit
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.leaving import Passed
from mediakit.workflows.keep_media import readable_title

STANDARD_OUTPUT = "-"

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
        TargetRefused: That file exists, or lies where the library keeps its own.
        TargetIsNoFile: That is standard output.
        FolderMissing: The folder it is to lie in is not there.
    """
    del passed
    if output:
        return _named(library, output)
    # parts of it come from records, and those perhaps from strangers
    stem = safe_name(stem, longest=_LONGEST)
    number, path = 1, library.exports / folder / f"{stem}{suffix}"
    while path.exists() or path.is_symlink():
        number += 1
        path = path.with_name(f"{stem} {number}{suffix}")
    return path


def place_folder(library: Library, passed: Passed, name: str, output: str) -> Path:
    """Return a folder that is not there yet.

    Args:
        library: Where it goes, unless told otherwise.
        passed: What the gate said: what did not ask has no place to go.
        name: Its name, where it goes among others.
        output: The folder that a person wants instead, or one to put it in.

    Raises:
        TargetRefused: That is a file or a kit, or lies in one, or where the library
            keeps its own.
        FolderMissing: The folder it is to lie in is not there.
    """
    del passed
    place = within_folder(library, output)
    # a kit with anything more in it is not as it was made
    if output and any(map(is_kit, Path(output).resolve().parents)):
        raise TargetRefused(path=str(Path(output).resolve()))
    if place is None:
        return _named(library, output)
    if _is_own(library, place):
        raise TargetRefused(path=str(place))
    number, path = 1, place / name
    while path.exists() or path.is_symlink():
        number += 1
        path = path.with_name(f"{name} {number}")
    return path


def within_folder(library: Library, output: str) -> Path | None:
    """Return the folder to put a kit in, unless *output* names the kit itself."""
    if not output:
        return library.kits
    named = Path(output).resolve()
    return named if named.is_dir() and not is_kit(named) else None


def _named(library: Library, output: str) -> Path:
    """Return the file that a person wants, if it can be made."""
    if output == STANDARD_OUTPUT:
        raise TargetIsNoFile(path=output)
    named = Path(output)
    path = named.parent.resolve() / named.name
    if _is_own(library, path) or path.exists() or path.is_symlink():
        raise TargetRefused(path=str(path))
    if not path.parent.is_dir():
        raise FolderMissing(folder=str(path.parent))
    return path


def _is_own(library: Library, path: Path) -> bool:
    """Tell whether a file lies where the library keeps what is its own.

    Other files of the library, as exports, may be anywhere else in its folder.
    """
    root = library.root.resolve()
    if not path.is_relative_to(root):
        return False
    # some disks do not tell small letters from capitals
    first = path.relative_to(root).parts[:1]
    name = first[0].casefold() if first else ""
    folders = (
        *(library.assets, library.submissions, library.transcripts, library.evidence),
        *(library.interpretations, library.removed, library.derived),
    )
    # with journals, locks and halves beside them
    files = (library.settings_file, library.catalog, library.real_names)
    return name in {folder.name for folder in folders} or any(
        name.lstrip(".").startswith(file.name) for file in files
    )


def refuse_taken(target: Path) -> None:
    """Refuse a name that something else has.

    Raises:
        TargetRefused: It has: another program may have made it meanwhile.
    """
    if target.exists() or target.is_symlink():
        raise TargetRefused(path=str(target))


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
