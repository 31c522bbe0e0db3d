"""Atomic durable writes, checksums, and names that are legal everywhere."""

import contextlib
import os
import re
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from mediakit.errors.base import sentence
from mediakit.errors.library import ReadFailed, WriteFailed

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700
TEMPORARY_SUFFIX = ".tmp"

_BLOCK = 1 << 20
# of these, % alone is legal everywhere: MLT, which Kdenlive and Shotcut play with,
# takes it for the number of a picture, and cannot open the project
_FORBIDDEN = re.compile(r'[<>:"/\\|?*%\x00-\x1f\x7f]+')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_REPLACE_TRIES = 20 if sys.platform == "win32" else 1


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        ReadFailed: The file cannot be read to its end.
    """
    # loading OpenSSL costs the quickest commands more than all their work
    import hashlib

    try:
        with path.open("rb", buffering=0) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadFailed(path=str(path), reason=reason(error)) from error


def read_whole(path: Path, *, most: int) -> bytes:
    """Return a file's bytes, or the first *most* of them.

    Raises:
        ReadFailed: It cannot be read, or is no file: a pipe may never end.
    """
    try:
        if not path.is_file():
            raise ReadFailed(path=str(path), reason=sentence("it is no file"))
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise ReadFailed(path=str(path), reason=reason(error)) from error


def copy_hashing(source: Path, target: BinaryIO) -> tuple[str, int]:
    """Copy *source* into *target*; return the SHA-256 and the number of bytes.

    Raises:
        ReadFailed: The source cannot be read to its end.
        WriteFailed: The target cannot be written.
    """
    import hashlib

    digest, size = hashlib.sha256(), 0
    buffer = memoryview(bytearray(_BLOCK))
    try:
        with source.open("rb", buffering=0) as file:
            while read := file.readinto(buffer):
                digest.update(buffer[:read])
                _write_copy(target, buffer[:read])
                size += read
    except OSError as error:
        raise ReadFailed(path=str(source), reason=reason(error)) from error
    return digest.hexdigest(), size


def _write_copy(target: BinaryIO, content: memoryview) -> None:
    try:
        write_all(target.fileno(), content)
    except OSError as error:
        raise WriteFailed(path=str(target.name), reason=reason(error)) from error


def write_all(descriptor: int, content: bytes | memoryview) -> None:
    """Write every byte of *content*, however few the system takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


@contextlib.contextmanager
def staged(target: Path) -> Iterator[BinaryIO]:
    """Open a hidden file that takes the place of *target* when all went well.

    On the way out the content is forced to disk, the file renamed over *target*,
    and the folder forced to disk: *target* is the old file or the whole new one,
    whatever dies in between. Readable by its owner only. The file's ``name`` is its
    path, for a program that writes into it by itself.

    Raises:
        WriteFailed: Something could not be written; *target* is as it was.
    """
    temporary = target.with_name(
        f".{target.name}.{os.urandom(4).hex()}{TEMPORARY_SUFFIX}"
    )
    try:
        make_folder(target.parent)
        with open(temporary, "x+b", buffering=0, opener=owner_only) as file:
            yield file
            os.fsync(file.fileno())
        replace(temporary, target)
        sync_folder(target.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise WriteFailed(path=str(target), reason=reason(error)) from error
        if isinstance(error, WriteFailed) and error.details["path"] == str(temporary):
            # who wrote into it knows no other name
            raise WriteFailed(**error.details | {"path": str(target)}) from error
        raise


def owner_only(path: str, flags: int) -> int:
    """Open a file that nobody else can read, if it is a new one."""
    return os.open(path, flags, OWNER_ONLY_FILE)


def write_durably(target: Path, content: bytes) -> None:
    """Put *content* in *target*, wholly or not at all; see `staged`.

    Raises:
        WriteFailed: It could not be written; *target* is as it was.
    """
    with staged(target) as file:
        write_all(file.fileno(), content)


def write_early(target: Path, content: bytes) -> None:
    """Write a file into a folder that is forced to disk as a whole, or not at all.

    For what nobody relies on before: it may be there in part, whatever dies. Readable
    by its owner only.

    Raises:
        WriteFailed: It could not be written.
    """
    try:
        make_folder(target.parent)
        with open(target, "wb", buffering=0, opener=owner_only) as file:
            write_all(file.fileno(), content)
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error


def remove_leftovers(target: Path) -> None:
    """Remove what programs that were killed left beside *target*; see `staged`.

    Only for who keeps every other program from writing *target*.

    Raises:
        WriteFailed: One cannot be removed.
    """
    try:
        for leftover in target.parent.glob(f".{target.name}.*{TEMPORARY_SUFFIX}"):
            leftover.unlink(missing_ok=True)
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, open to their owner only."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with contextlib.suppress(FileExistsError):
            folder.mkdir(OWNER_ONLY_FOLDER)
            sync_folder(folder.parent)


def replace(source: Path, target: Path) -> None:
    """Rename over *target*, waiting a moment where another program holds it open."""
    for left in reversed(range(_REPLACE_TRIES)):
        try:
            source.replace(target)
        except PermissionError:
            if not left:
                raise
            time.sleep(0.05)
        else:
            return


def is_file(path: Path) -> bool:
    """Tell whether there is a plain file that can be reached.

    What a record says may be too long to be a path, or hold a zero byte.
    """
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def sync_folder(folder: Path) -> None:
    """Force a folder's list of names to disk, on systems that can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def reason(error: OSError) -> str:
    """Return what the system says went wrong."""
    return error.strerror or str(error)


def safe_name(text: str, *, longest: int = 60) -> str:
    """Return *text* as a file name that is legal on every system.

    Letters of every script are kept; separators, control characters, names
    Windows reserves, leading dots and hyphens, and trailing dots and spaces are not.

    Args:
        text: Any text, as a title.
        longest: The most bytes of UTF-8 the name may have.
    """
    name = _FORBIDDEN.sub(
        " ", unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    )
    name = " ".join(name.split()).lstrip(".-~ ")
    name = name.encode()[:longest].decode(errors="ignore").rstrip(". ")
    if not name or _RESERVED.fullmatch(name):
        name = f"_{name}"
    return name
