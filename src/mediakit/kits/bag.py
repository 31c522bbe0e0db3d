"""Checksums around a kit, as libraries and archives have them (BagIt, RFC 8493)."""

import logging
from pathlib import Path

from mediakit.errors.base import sentence
from mediakit.errors.kits import BagsNotInstalled
from mediakit.errors.library import ReadFailed, WriteFailed
from mediakit.files import read_whole, reason
from mediakit.kits.manifest import is_inside

_LISTS = ("manifest-sha256.txt", "tagmanifest-sha256.txt")
_LARGEST = 16_000_000
_IDENTIFIER, _DAY = "External-Identifier", "Bagging-Date"


def require_bags() -> None:
    """See that bags can be made, before there is any work.

    Raises:
        BagsNotInstalled: They cannot.
    """
    try:
        import bagit  # noqa: F401 to be there is all it is for
    except ImportError as error:
        raise BagsNotInstalled from error


def make_bag(folder: Path, identifier: str, day: str) -> None:
    """Turn a folder into a bag: what is in it goes one folder further in.

    Args:
        folder: The folder.
        identifier: What the bag is known by.
        day: ISO 8601 day on which it was made.

    Raises:
        BagsNotInstalled: The library that does it is not there.
        WriteFailed: Something could not be written.
    """
    require_bags()
    import bagit

    # it tells every step of what it does, and a full disk with all its own lines
    logging.getLogger("bagit").setLevel(logging.CRITICAL + 1)
    try:
        bagit.make_bag(
            str(folder), {_IDENTIFIER: identifier, _DAY: day}, checksums=["sha256"]
        )
    except OSError as error:
        raise WriteFailed(path=str(folder), reason=reason(error)) from error
    except bagit.BagError as error:
        why = sentence("no bag can be made of it")
        raise WriteFailed(path=str(folder), reason=why) from error


def bag_files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a bag, by name, as it says itself.

    Read without the library that makes bags: any laptop is to verify a kit. A list
    that cannot be read has nothing that it could be.
    """
    found: dict[str, str] = {}
    for name in _LISTS:
        try:
            text = read_whole(folder / name, most=_LARGEST).decode()
        except (ReadFailed, UnicodeDecodeError):
            found[name] = ""
        else:
            found |= dict(map(_line, text.splitlines()))
    return {name: digest for name, digest in found.items() if is_inside(name)}


def _line(line: str) -> tuple[str, str]:
    digest, _gap, name = line.partition("  ")
    # as the standard has it: line ends and its own sign
    for sign, written in (("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        name = name.replace(sign, written)
    return name, digest
