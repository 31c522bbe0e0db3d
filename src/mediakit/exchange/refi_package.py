"""The archive of a REFI-QDA project, from whoever sends one.

Texts are read from the archive, never beyond the size that it gives. Recordings are
copied one at a time, to where the caller says; those that lie beside the archive are
known where they are below its folder, and nothing else on the disk ever is.
"""

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from mediakit.errors.base import Reason, sentence
from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.errors.library import ReadFailed
from mediakit.exchange.refi_write import INTERNAL, PROJECT, RELATIVE, SOURCES
from mediakit.files import checksum, reason, staged, write_all

CALLED = "REFI-QDA"

LARGEST_PROJECT = 1_000_000_000
LARGEST_TEXT = 20_000_000
LARGEST_TEXTS = 500_000_000
MOST_PARTS = 50_000
# recordings hardly shrink, silence does; what a bomb unpacks to is a thousand times it
LARGEST_RATIO = 100
LARGEST_SMALL = 50_000_000

_BLOCK = 1 << 20
_UNSAFE = frozenset("\\:\0")
_SUFFIX = ".qde"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TOO_MUCH = sentence("it unpacks to more than is read")
_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError),
    # encrypted, compressed in ways unknown here, or with impossible values
    *(RuntimeError, NotImplementedError, ValueError, KeyError),
)


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording that comes along with a project.

    Attributes:
        name: What its file is called.
        size: Bytes, unpacked.
        beside: Where it is, unless it is in the archive.
    """

    name: str
    size: int
    beside: Path | None = None


def _named(part: zipfile.ZipInfo) -> str:
    """Return the name of a part; some programs begin that of the folder large."""
    name = part.filename
    head = name[: len(SOURCES)]
    return SOURCES + name[len(SOURCES) :] if head.lower() == SOURCES else name


class Package:
    """The archive of a project, open.

    Args:
        path: The file.

    Raises:
        ReadFailed: The file cannot be read.
        ExchangeUnreadable: It is no archive of a project, or not safe to open.
    """

    def __init__(self, path: Path) -> None:
        self.file = path.name
        self._path = path
        self._left = LARGEST_TEXTS
        try:
            self._archive = zipfile.ZipFile(path)
        except OSError as error:
            raise ReadFailed(path=str(path), reason=reason(error)) from error
        except _BROKEN as error:
            raise self._broken(error) from error
        parts = self._archive.infolist()
        self._parts = {_named(part): part for part in parts}
        if len(parts) > MOST_PARTS or len(self._parts) < len(parts):
            self.close()
            raise self.refused(sentence("it has too many parts, or one twice"))
        if sum(part.compress_size for part in parts) > path.stat().st_size:
            self.close()
            raise self.refused(_TOO_MUCH)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._archive.close()

    def project(self) -> Iterator[bytes]:
        """Yield the description of the project, part after part.

        Raises:
            ExchangeUnreadable: There is none, or it is damaged or too large.
        """
        found = [
            name
            for name in self._parts
            if "/" not in name and name.lower().endswith(_SUFFIX)
        ]
        name = PROJECT if PROJECT in found else next(iter(found), "")
        if not name:
            raise self.refused(sentence("it holds no project"))
        part = self._parts[name]
        self._verify(part, LARGEST_PROJECT)
        yield from self._blocks(part)

    def text(self, path: str) -> str | None:
        """Return the text that the project says is in a file of the archive.

        Returns:
            ``None`` where there is none: a path may lead anywhere, but is followed
            only to a file that lies among the sources.

        Raises:
            ExchangeUnreadable: It is damaged or too large.
        """
        part = self._inside(path)
        if part is None:
            return None
        self._verify(part, min(LARGEST_TEXT, self._left))
        content = b"".join(self._blocks(part))
        self._left -= part.file_size
        return content.decode("utf-8-sig", "replace")

    def recording(self, path: str) -> Recording | None:
        """Return the recording that the project says is somewhere, if it came along.

        Raises:
            ExchangeUnreadable: It is a link, has a password, or unpacks to too much.
        """
        part = self._inside(path)
        if part is not None:
            most = max(LARGEST_SMALL, LARGEST_RATIO * part.compress_size)
            self._verify(part, most)
            return Recording(part.filename.rpartition("/")[2], part.file_size)
        beside = self._beside(path)
        if beside is None:
            return None
        return Recording(beside.name, beside.stat().st_size, beside)

    def checksum(self, path: str) -> str:
        """Return the SHA-256 of a recording's bytes, in hexadecimal.

        Raises:
            ExchangeUnreadable: It is damaged.
            ReadFailed: It cannot be read.
        """
        beside = self._beside(path)
        if beside is not None:
            return checksum(beside)
        digest = hashlib.sha256()
        for block in self._recorded(path):
            digest.update(block)
        return digest.hexdigest()

    def copy(self, path: str, target: Path) -> None:
        """Copy a recording of the archive into a new file.

        Raises:
            ExchangeUnreadable: It is damaged.
            WriteFailed: It could not be written.
        """
        with staged(target) as file:
            for block in self._recorded(path):
                write_all(file.fileno(), block)

    def refused(self, why: str) -> ExchangeUnreadable:
        """Return the error for a package that is not read."""
        return ExchangeUnreadable(file=self.file, format=CALLED, reason=why)

    def _inside(self, path: str) -> zipfile.ZipInfo | None:
        if not path.lower().startswith(INTERNAL):
            return None
        # the two slashes, or three, are followed by the name of a file
        name = path[len(INTERNAL) :].lstrip("/")
        if not name or "/" in name or "\\" in name:
            return None
        return self._parts.get(SOURCES + name)

    def _beside(self, path: str) -> Path | None:
        """Return a plain file below the folder of the archive, reached by no link."""
        if not path.lower().startswith(RELATIVE):
            return None
        told = PurePosixPath(path[len(RELATIVE) :])
        if told.is_absolute() or ".." in told.parts or _UNSAFE & set(str(told)):
            return None
        folder = self._path.parent.resolve()
        try:
            place = folder.joinpath(*told.parts)
            safe = place.is_file() and place.resolve() == place
        except OSError:
            return None
        return place if safe else None

    def _recorded(self, path: str) -> Iterator[bytes]:
        part = self._inside(path)
        if part is None:
            raise self.refused(sentence("a recording is not where it should be"))
        yield from self._blocks(part)

    def _blocks(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self._archive.open(part) as file:
                while block := file.read(_BLOCK):
                    yield block
        except (*_BROKEN, OSError) as error:
            raise self._broken(error) from error

    def _verify(self, part: zipfile.ZipInfo, most: int) -> None:
        if part.flag_bits & _ENCRYPTED:
            raise self.refused(sentence("it has a password"))
        if stat.S_ISLNK(part.external_attr >> 16):
            raise self.refused(sentence("a part of it is a link"))
        if part.file_size > most or part.compress_type not in _METHODS:
            raise self.refused(_TOO_MUCH)

    def _broken(self, error: Exception) -> ExchangeUnreadable:
        return self.refused(
            Reason(sentence("the archive is broken ({problem})"), problem=str(error))
        )
