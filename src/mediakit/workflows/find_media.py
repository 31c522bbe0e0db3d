"""Find the recordings among files and folders that somebody named."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.errors.adding import InsideLibrary, LinkRefused
from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed
from mediakit.errors.media import NotAFile
from mediakit.files import reason
from mediakit.library import Library

# written beside recordings by systems and cameras, for nobody to look at
_LITTER = {"thumbs.db", "desktop.ini", "$recycle.bin", "system volume information"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a recording.

    Attributes:
        path: Where it is.
        size: Bytes.
        named: Somebody named it; it was not just lying in a folder.
    """

    path: Path
    size: int
    named: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is not even looked at.

    Attributes:
        path: Where it is.
        error: Why.
        size: Bytes to read.
    """

    path: Path
    error: MediakitError
    size: int = 0


def find_media(library: Library, named: Iterable[Path]) -> list[Found | Refused]:
    """Return what lies at some paths and below them, each thing once, in order.

    Hidden files, what systems leave in folders, and the library's own folders are
    passed over. A link that was named is followed, one in a folder is refused.
    """
    found: dict[Path, Found | Refused] = {}
    for path in named:
        for thing in _at(library, path):
            found.setdefault(thing.path, thing)
    return list(found.values())


def _at(library: Library, named: Path) -> Iterator[Found | Refused]:
    path = Path(os.path.abspath(named))  # noqa: PTH100 keeps links, drops ".."
    try:
        if path.is_symlink():
            path = path.resolve(strict=True)
        status = path.lstat()
    except (OSError, RuntimeError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        yield Refused(named, ReadFailed(path=str(named), reason=why))
        return
    for own in (library.assets, library.submissions, library.derived):
        if path.resolve().is_relative_to(own.resolve()):
            inside = InsideLibrary(path=str(path), library=str(library.root))
            yield Refused(path, inside)
            return
    if stat.S_ISDIR(status.st_mode):
        yield from _below(library, path)
    else:
        yield _file(path, named=True)


def _below(library: Library, top: Path) -> Iterator[Found | Refused]:
    own = {_identity(folder.stat()) for folder in library.folders if folder.is_dir()}
    # a list of what is left, not recursion: folders may be nested a thousand deep
    left = [top]
    while left:
        path = left.pop()
        try:
            status = path.lstat()
            if not stat.S_ISDIR(status.st_mode):
                yield _file(path, named=False)
            elif path == top or _identity(status) not in own:
                names = os.listdir(path)  # noqa: PTH208 names with odd bytes too
                shown = filter(is_shown, sorted(names, reverse=True))
                left += [path / name for name in shown]
        except OSError as error:
            yield Refused(path, ReadFailed(path=str(path), reason=reason(error)))


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def is_shown(name: str) -> bool:
    """Tell whether a file is there for people: not hidden, not a system's."""
    return not name.startswith(".") and name.lower() not in _LITTER


def _file(path: Path, *, named: bool) -> Found | Refused:
    try:
        status = path.lstat()
    except OSError as error:
        return Refused(path, ReadFailed(path=str(path), reason=reason(error)))
    if stat.S_ISLNK(status.st_mode):
        return Refused(path, LinkRefused(path=str(path)))
    if not stat.S_ISREG(status.st_mode):
        return Refused(path, NotAFile(path=str(path)))
    return Found(path, status.st_size, named)
