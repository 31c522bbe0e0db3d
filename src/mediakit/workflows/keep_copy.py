"""Keep a copy of a file in the library, named by its content: it is an original."""

import re
from pathlib import Path

from mediakit.errors.adding import SourceChanged
from mediakit.files import checksum, copy_hashing, is_file, staged

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}", re.ASCII)


def keep_copy(
    source: Path, folder: Path, *, prefix: str = "", digits: int = 32
) -> tuple[Path, str]:
    """Copy a file, unless it is there already; return where to, and its checksum.

    Args:
        source: The file; its own name may tell names of people, and is not kept.
        folder: Where the copy goes.
        prefix: What its name begins with.
        digits: How much of the checksum its name has.

    Raises:
        ReadFailed: It cannot be read.
        WriteFailed: The copy cannot be written.
        SourceChanged: It changed while it was copied.
    """
    sha256 = checksum(source)
    suffix = source.suffix.lower()
    suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
    target = folder / f"{prefix}{sha256[:digits]}{suffix}"
    if not (is_file(target) and checksum(target) == sha256):
        with staged(target) as file:
            if copy_hashing(source, file)[0] != sha256:
                raise SourceChanged(path=str(source))
    return target, sha256
