"""The last step of every way out: what leaves is remembered, and then gets its name.

Whatever dies in between, no file is there that nobody remembers: at worst a use is
remembered of a file that did not come to be.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.library import TargetRefused
from mediakit.files import checksum, staged, write_all
from mediakit.library import Library
from mediakit.model.ids import FilmId
from mediakit.model.leaving import Passed
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.place_export import STANDARD_OUTPUT, recorded_path
from mediakit.workflows.record_use import record_use


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
def unnamed(target: Path) -> Iterator[Unnamed]:
    """Make a file that has its name once `Export.let_go` was told, or goes.

    Raises:
        WriteFailed: It cannot be made.
    """
    with contextlib.ExitStack() as held:
        yield Unnamed(target, held.enter_context(staged(target)), held)


@dataclass(frozen=True, slots=True)
class Export:
    """A change of the catalog for which something leaves.

    Attributes:
        change: The records, to read and change.
        library: Where the files may be.
    """

    change: Change
    library: Library

    def let_go(self, file: Unnamed) -> None:
        """Give a file its name as soon as the change is on disk.

        Raises:
            TargetRefused: Somebody else made that file meanwhile.
        """
        if file.target.exists():
            raise TargetRefused(path=str(file.target))
        self.change.afterwards.enter_context(file.held.pop_all())

    def write(self, target: Path, content: bytes) -> UsedFile:
        """Write a file, which has its name as soon as the change is on disk.

        Raises:
            TargetRefused: Somebody else made that file meanwhile.
            WriteFailed: It could not be written.
        """
        if target.exists():
            raise TargetRefused(path=str(target))
        half = self.change.afterwards.enter_context(staged(target))
        write_all(half.fileno(), content)
        os.fsync(half.fileno())
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

        Raises:
            WriteFailed: It could not be written.
        """
        if target is None:
            file = UsedFile(STANDARD_OUTPUT, hashlib.sha256(content).hexdigest())
        else:
            file = self.write(target, content)
        return record_use(
            self.change, passed, kind, (file,), how=how, ranges=ranges, film=film
        )


@contextlib.contextmanager
def exporting(library: Library, catalog: Catalog) -> Iterator[Export]:
    """Change the catalog while something leaves; nothing leaves without a record.

    Args:
        library: Where the files may be.
        catalog: Where the use is recorded.
    """
    with catalog.change() as change:
        yield Export(change, library)
