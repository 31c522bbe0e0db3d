"""Copy, hash and probe one file, in a process of its own.

Nothing here touches the catalog: the process may crash, and only its parent
decides what is kept.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from mediakit.errors.adding import SourceChanged
from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed, WriteFailed
from mediakit.errors.media import MediaEmpty
from mediakit.files import OWNER_ONLY_FILE, checksum, copy_hashing, reason
from mediakit.media.containers import open_file
from mediakit.media.preparing.thumbnail import thumbnail_file
from mediakit.media.probe import look, probe_file
from mediakit.model.media import MediaInfo

# fmt: off
SUFFIXES = frozenset({
    ".3g2", ".3gp", ".aac", ".ac3", ".aif", ".aiff", ".amr", ".asf", ".au", ".avi",
    ".caf", ".dv", ".flac", ".flv", ".m2ts", ".m4a", ".m4b", ".m4v", ".mka", ".mkv",
    ".mov", ".mp2", ".mp3", ".mp4", ".mpeg", ".mpg", ".mts", ".mxf", ".oga", ".ogg",
    ".ogv", ".opus", ".ts", ".vob", ".w64", ".wav", ".weba", ".webm", ".wma", ".wmv",
})
# fmt: on

_LARGE = 1 << 25  # bytes that are worth a look before they are copied


@dataclass(frozen=True, slots=True)
class Task:
    """A file to take in.

    Attributes:
        path: Where it is.
        size: Bytes, when it was found.
        named: Somebody named it; it was not just lying in a folder.
        copy: Where a copy is to be made, or ``None`` to leave it where it is.
        known: The library's originals that have its size, by SHA-256.
    """

    path: Path
    size: int
    named: bool
    copy: Path | None
    known: Mapping[str, Path]

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was learned of a file.

    Attributes:
        sha256: Of its bytes, in hexadecimal.
        size: Bytes.
        media: What the probe found.
        thumbnail: A JPEG, or nothing.
        mends: The library's original of the same bytes is damaged.
    """

    sha256: str
    size: int
    media: MediaInfo
    thumbnail: bytes
    mends: bool = False


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file whose bytes are in the library.

    Attributes:
        sha256: Of its bytes, in hexadecimal.
    """

    sha256: str


@dataclass(frozen=True, slots=True)
class NotAdded:
    """Something that was not added.

    Attributes:
        path: Where it is.
        size: Bytes.
        error: Why.
        left_out: It lay in a folder and does not look like a recording at all.
    """

    path: Path
    size: int
    error: MediakitError
    left_out: bool = False


def take_in_file(task: Task) -> Taken | Recognised:
    """Copy, hash and probe a file, unless its bytes are known.

    Raises:
        MediakitError: It is no recording, or cannot be read or copied; there is no
            copy then.
    """
    name = str(task.path)
    with open_file(task.path) as source:
        before = os.fstat(source.fileno())
        if not before.st_size:
            raise MediaEmpty(path=name)
        digest = _digest(source, name) if task.known else ""
        twin = task.known.get(digest)
        # who reads "there already" wipes the card: that original must be whole
        if twin and _is_whole(twin, digest):
            return Recognised(digest)
        if before.st_size > _LARGE or task.path.suffix.lower() not in SUFFIXES:
            look(source, name)
        if task.copy is None:
            digest = digest or _digest(source, name)
            _check_unchanged(source, before, name)
            return _taken(source, name, digest, before.st_size, mends=bool(twin))
        with _new_file(task.copy) as copy:
            digest, size = copy_hashing(task.path, copy)
            _check_unchanged(source, before, name)
            taken = _taken(copy, name, digest, size, mends=bool(twin))
            os.utime(task.copy, ns=(before.st_atime_ns, before.st_mtime_ns))
            return taken


def _is_whole(path: Path, digest: str) -> bool:
    with contextlib.suppress(ReadFailed):
        return checksum(path) == digest
    return False


def _taken(file: BinaryIO, name: str, digest: str, size: int, *, mends: bool) -> Taken:
    media = probe_file(file, name)
    thumbnail = b""
    if media.video:
        # a clip without a picture to know it by is still a clip
        with contextlib.suppress(MediakitError):
            thumbnail = thumbnail_file(file, name)
    return Taken(digest, size, media, thumbnail, mends)


def _digest(file: FileIO, name: str) -> str:
    file.seek(0)
    try:
        return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadFailed(path=name, reason=reason(error)) from error


def _check_unchanged(file: BinaryIO, before: os.stat_result, name: str) -> None:
    """Refuse a file that a recorder or a copy is still writing."""
    now = os.fstat(file.fileno())
    if (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise SourceChanged(path=name)


@contextlib.contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    """Open a new file for its owner alone; on disk at the end, or not there."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(
            path,
            "w+b",
            buffering=0,
            opener=lambda name, _: os.open(name, flags, OWNER_ONLY_FILE),
        ) as file:
            yield file
            os.fsync(file.fileno())
    except BaseException as error:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise WriteFailed(path=str(path), reason=reason(error)) from error
        raise
