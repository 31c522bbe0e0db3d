"""The last step of every way out: what leaves is remembered, and then gets its name.

Whatever dies in between, no file is there that nobody remembers. Where the names cannot
be given, the use is taken back. It stays where some of the files are there, or the disk
does not even take that; and where the program is killed. Then it says of itself that it
is unfinished: a use that says nothing of the kind was seen to leave.
"""

import contextlib
import functools
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.base import sentence
from mediakit.errors.library import (
    LeftUnfinished,
    ReadFailed,
    TargetRefused,
    WriteFailed,
)
from mediakit.files import checksum, staged, write_all
from mediakit.library import Library
from mediakit.model.ids import FilmId
from mediakit.model.leaving import Passed
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.made_folder import put_in_place
from mediakit.workflows.note_halves import noted
from mediakit.workflows.place_export import (
    STANDARD_OUTPUT,
    recorded_path,
    refuse_taken,
)
from mediakit.workflows.record_use import record_use

_Folder = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A new file without its name.

    Attributes:
        target: The name it is to have.
        half: What is written, hidden beside that; its ``name`` is its path.
        held: What gives it its name when it is left, or removes it.
    """

    target: Path
    half: BinaryIO
    held: contextlib.ExitStack

    @property
    def written(self) -> Path:
        """Where it is written, for a program that does so by itself."""
        return Path(self.half.name)

    def finish(self, library: Library) -> UsedFile:
        """Force it to disk; return how a use names it.

        Raises:
            ReadFailed: It cannot be read again.
        """
        os.fsync(self.half.fileno())
        place = recorded_path(library, self.target)
        return UsedFile(place, checksum(self.written))


@contextlib.contextmanager
def unnamed(library: Library, target: Path) -> Iterator[Unnamed]:
    """Make a file that has its name once `Export.let_go` was told, or goes.

    Args:
        library: Where it is noted that it is being made.
        target: The name it is to have.

    Raises:
        WriteFailed: It cannot be made.
    """
    with contextlib.ExitStack() as held:
        held.enter_context(noted(library, target))
        yield Unnamed(target, held.enter_context(staged(target)), held)


@dataclass(frozen=True, slots=True)
class Export:
    """A change of the catalog for which something leaves.

    Attributes:
        change: The records, to read and change.
        library: Where the files may be.
        folders: What tells each folder from others in which something is to get its
            name.
    """

    change: Change
    library: Library
    folders: dict[Path, _Folder | None] = field(default_factory=dict)

    def let_go(self, file: Unnamed) -> None:
        """Give a file its name as soon as the change is on disk.

        Raises:
            TargetRefused: Somebody else made that file meanwhile.
        """
        refuse_taken(file.target)
        self.folders[file.target.parent] = _folder_at(file.target.parent)
        self.change.afterwards.enter_context(file.held.pop_all())
        self.change.afterwards.enter_context(_still_free(file.target))

    def let_folder_go(self, folder: Path, target: Path) -> None:
        """Give a folder its place as soon as the change is on disk.

        Raises:
            TargetRefused: Somebody else made something there meanwhile.
        """
        self.folders[target.parent] = _folder_at(target.parent)
        self.change.afterwards.enter_context(put_in_place(folder, target))

    def write(self, target: Path, content: bytes) -> UsedFile:
        """Write a file, which has its name as soon as the change is on disk.

        Raises:
            TargetRefused: Somebody else made that file meanwhile.
            WriteFailed: It could not be written.
        """
        refuse_taken(target)
        self.change.afterwards.enter_context(noted(self.library, target))
        half = self.change.afterwards.enter_context(staged(target))
        self.folders[target.parent] = _folder_at(target.parent)
        write_all(half.fileno(), content)
        os.fsync(half.fileno())
        self.change.afterwards.enter_context(_still_free(target))
        place = recorded_path(self.library, target)
        return UsedFile(place, hashlib.sha256(content).hexdigest())

    def keep(
        self,
        passed: Passed,
        kind: UseKind,
        target: Path | None,
        content: bytes,
        *,
        how: str,
        ranges: Sequence[UsedRange] = (),
        film: FilmId | None = None,
        refused: Sequence[str] = (),
    ) -> Use:
        """Write a file and record the use that it is.

        Args:
            passed: What the gate said, at this moment.
            kind: What is made.
            target: The file, or ``None`` for standard output, where others write it.
            content: What is in it.
            how: How it was made.
            ranges: What is in it, where more is known than the gate was told.
            film: The film on paper that it was made from.
            refused: The codes of its lines and covers that the gate kept back.

        Raises:
            WriteFailed: It could not be written.
        """
        if target is None:
            file = UsedFile(STANDARD_OUTPUT, hashlib.sha256(content).hexdigest())
        else:
            file = self.write(target, content)
        return record_use(
            *(self.change, passed, kind, (file,)),
            how=how,
            ranges=ranges,
            film=film,
            refused=refused,
        )


@contextlib.contextmanager
def exporting(library: Library, catalog: Catalog) -> Iterator[Export]:
    """Change the catalog while something leaves; nothing leaves without a record.

    Args:
        library: Where the files may be.
        catalog: Where the use is recorded.

    Raises:
        TargetRefused, WriteFailed: A file could not be given its name, and nothing was
            changed.
        LeftUnfinished: The same, and it is recorded that it left.
    """
    uses: list[Use] = []
    try:
        with catalog.change() as change:
            export = Export(change, library)
            yield export
            uses += filter(_has_files, change.all_put(Use))
            for use in uses:
                change.until_then(replace(use, unfinished=True))
            change.is_in_vain = functools.partial(_is_in_vain, export, uses)
    except (TargetRefused, WriteFailed) as error:
        if uses and change.is_kept:
            told = {"reason": sentence("File exists")} | error.details
            raise LeftUnfinished(use=uses[-1].id, **told) from error
        raise


@contextlib.contextmanager
def _still_free(target: Path) -> Iterator[None]:
    """Refuse, in the last moment, a name that something has got meanwhile."""
    yield
    refuse_taken(target)


def _has_files(use: Use) -> bool:
    return any(file.path != STANDARD_OUTPUT for file in use.files)


def _is_in_vain(export: Export, uses: Sequence[Use]) -> bool:
    """Tell whether nothing of what was to leave is there, by its bytes.

    Somebody else's file may be there instead. Of a stick that was pulled out, a disk
    that fails, or a folder that another took the place of, nobody can say that.
    """
    if any(one is None or one != _folder_at(at) for at, one in export.folders.items()):
        return False
    try:
        files = [file for use in uses for file in use.files]
        return not any(_is_there(export.library, file) for file in files)
    except (OSError, ReadFailed):
        return False


def _is_there(library: Library, file: UsedFile) -> bool:
    path = library.resolve(file.path)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return checksum(path) == file.sha256


def _folder_at(path: Path) -> _Folder | None:
    """Return what tells a folder from others, its disk and its number; None without."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
