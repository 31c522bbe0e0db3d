"""Verify that a file is the one its record tells of."""

from pathlib import Path

from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum, is_file, reason


def verify_file(
    path: Path,
    size: int | None,
    sha256: str,
    *,
    quick: bool,
    missing: MediakitError,
    changed: MediakitError,
) -> tuple[MediakitError, ...]:
    """Return what is wrong with a file, if anything.

    Args:
        path: Where it should be.
        size: Bytes it should have; ``None`` if that is not known.
        sha256: Of those bytes, in hexadecimal.
        quick: Compare sizes, not contents.
        missing: What to say if there is none.
        changed: What to say if it is another.
    """
    if not is_file(path):
        return (missing,)
    try:
        same = size in {None, path.stat().st_size}
        same = same and (quick or checksum(path) == sha256)
    except OSError as error:
        return (ReadFailed(path=str(path), reason=reason(error)),)
    except ReadFailed as error:
        return (error,)
    return () if same else (changed,)
