"""The list of a kit's files, which lies in it: what it is, and what it must hold.

It names no person and no place: only ids, which the library that made it knows.
"""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec

from mediakit.errors.base import Reason, sentence
from mediakit.errors.kits import NotAKit
from mediakit.errors.library import ReadFailed
from mediakit.files import read_whole, write_early

FILE = "kit.json"
PAYLOAD = "data"
"""Where a bag has the kit that it goes around."""

_LARGEST = 16_000_000
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a kit says of itself.

    Attributes:
        kit: Its kind.
        playlist: The id of the playlist.
        use: The id of the use that it is.
        scope: The rung of consent it was made under.
        made: ISO 8601 day on which it was made.
        content: Stands for all that shapes it.
        files: The SHA-256 of each other file, by its name relative to the kit.
    """

    kit: str
    playlist: str
    use: str
    scope: str
    made: str
    content: str
    files: dict[str, str]


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Put the list into a kit.

    Raises:
        WriteFailed: It could not be written.
    """
    content = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    write_early(folder / FILE, content + b"\n")


def kit_root(folder: Path) -> Path:
    """Return where in *folder* the kit is: further in, where it is a bag."""
    inside = folder / PAYLOAD
    return inside if (inside / FILE).is_file() else folder


def is_kit(folder: Path) -> bool:
    """Tell whether a folder is a kit, or a bag with one."""
    return (kit_root(folder) / FILE).is_file()


def read_manifest(folder: Path) -> Manifest:
    """Return the list of a kit's files.

    Args:
        folder: Where the list lies.

    Raises:
        NotAKit: There is none that can be read.
    """

    def refused(reason: str) -> NotAKit:
        return NotAKit(folder=str(folder), file=FILE, reason=reason)

    if not (folder / FILE).is_file():
        raise refused(Reason(sentence("there is none in it")))
    try:
        raw = read_whole(folder / FILE, most=_LARGEST)
        manifest = msgspec.json.decode(raw, type=Manifest)
    except ReadFailed as error:
        why = error.details["reason"]
        raise refused(why) from error
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise refused(Reason(sentence("it cannot be understood"))) from error
    for name, digest in manifest.files.items():
        # it may come from a stranger, and lead anywhere
        if not is_inside(name) or not _DIGEST.fullmatch(digest):
            raise refused(Reason(sentence("it names what cannot be in a kit")))
    return manifest


def is_inside(name: str) -> bool:
    """Tell whether a name that a kit says leads to nowhere but into it."""
    parts = PurePosixPath(name).parts
    legal = not any(sign in name for sign in "\\:\0")
    return legal and bool(parts) and parts[0] != "/" and ".." not in parts
