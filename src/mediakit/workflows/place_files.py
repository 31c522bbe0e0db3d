"""Give files that were taken in their places, then their records.

The order is what keeps a record from ever being without its file: the copies are
whole and on disk, they get their final names, the folder of names is forced to
disk, and only then the catalog says that they are there.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.base import MediakitError
from mediakit.errors.library import WriteFailed
from mediakit.files import reason, safe_name, sync_folder
from mediakit.files import replace as rename
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.submission import Submission

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Placing:
    """A change of the catalog for which files move to their places.

    Attributes:
        change: The records, to read and change.
        library: Where the files belong.
        placed: Those that have moved.
    """

    change: Change
    library: Library
    placed: list[Path] = field(default_factory=list)

    def move(self, copy: Path, target: Path) -> str:
        """Move a copy to its final name; return what a record says of where it is."""
        self.placed.append(target)
        rename(copy, target)
        return target.relative_to(self.library.root).as_posix()


@contextlib.contextmanager
def placing(library: Library, catalog: Catalog) -> Iterator[Placing]:
    """Change the catalog while files move; what is not recorded in the end is removed.

    Raises:
        WriteFailed: A copy cannot be moved, or the catalog cannot be written.
        CatalogBusy: Another program did not finish in time.
        CatalogDamaged: A file of the catalog is missing or damaged.
    """
    placed: list[Path] = []
    try:
        with catalog.change() as change:
            yield Placing(change, library, placed)
            for folder in {path.parent for path in placed}:
                sync_folder(folder)
    except BaseException as error:
        # an interruption too
        _take_back(library, catalog, placed)
        if isinstance(error, OSError):
            path = error.filename2 or error.filename or library.root
            raise WriteFailed(path=str(path), reason=reason(error)) from error
        raise


def place_name(source: Path, record_id: str) -> str:
    """Return the name a file gets: its own made safe, the id, its suffix.

    The id keeps it apart from every other name, in small letters or capitals.
    """
    suffix = source.suffix.lower()
    if not _SUFFIX.fullmatch(suffix):
        suffix = ""
    return f"{safe_name(source.stem)}-{record_id}{suffix}"


def name_as_text(name: str) -> str:
    """Return a file's name as text; bytes that are none become a mark."""
    return os.fsencode(name).decode("utf-8", "replace")


def _take_back(library: Library, catalog: Catalog, placed: Sequence[Path]) -> None:
    """Remove the copies that the catalog, read again, does not mention."""
    with contextlib.suppress(MediakitError, OSError):
        records = catalog.read()
        recorded = {library.resolve(clip.path) for clip in records.all(Clip)}
        recorded |= {library.resolve(s.path) for s in records.all(Submission)}
        for path in placed:
            if path not in recorded:
                path.unlink(missing_ok=True)
