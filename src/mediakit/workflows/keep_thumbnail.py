"""Keep the picture that people know a clip or a submission by."""

import contextlib
import secrets
from pathlib import Path

from mediakit.files import OWNER_ONLY_FILE, TEMPORARY_SUFFIX, make_folder
from mediakit.files import replace as rename
from mediakit.library import Library


def keep_thumbnail(library: Library, record_id: str, picture: bytes) -> None:
    """Write a picture, if there is one, whole or not at all.

    It can be made again, so nobody waits until it is on disk.
    """
    target = thumbnail_of(library, record_id)
    half = target.with_name(f".{target.name}.{secrets.token_hex(4)}{TEMPORARY_SUFFIX}")
    if picture:
        with contextlib.suppress(OSError):
            make_folder(target.parent)
            half.touch(OWNER_ONLY_FILE)
            half.write_bytes(picture)
            rename(half, target)


def thumbnail_of(library: Library, record_id: str) -> Path:
    """Return where the picture of a clip or a submission is, if it has one."""
    return library.thumbnails / f"{record_id}.jpg"
