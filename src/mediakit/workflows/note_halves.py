"""Note where something is being made outside of the library, until it is done.

Whatever is made has a hidden half beside the place it is to have: it must lie on the
same disk to be whole or not there. Where the program is killed, that half stays. Among
the exports a check finds it; elsewhere nobody would ever look, were it not noted here.

A note says which place, and nothing is ever deleted for it: what lies outside is other
people's, and the note may have come with a copy of the library.
"""

import contextlib
import glob
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from mediakit.errors.base import MediakitError
from mediakit.files import TEMPORARY_SUFFIX, read_whole, write_durably
from mediakit.library import Library

MAKING = ".making"
"""The folder of folders that are being made, beside where they will be."""

_LONGEST = 1 << 14  # bytes: more than any system's longest path


@contextlib.contextmanager
def noted(library: Library, place: Path) -> Iterator[None]:
    """Have it noted where something is being made, as long as a half of it may stay.

    Args:
        library: Where the note is.
        place: The name a file is to have, or the folder `MAKING` beside one.

    Raises:
        WriteFailed: It cannot be noted; nothing was begun.
    """
    if is_looked_through(library, place):
        yield
        return
    # one for a place: the next time something is made there, the note goes with it
    name = os.fsencode(place)
    note = library.leaving / hashlib.sha256(name).hexdigest()[:16]
    write_durably(note, name)
    try:
        yield
    finally:
        # of a stick that was pulled out, nobody knows whether the half is gone
        if place.parent.is_dir() and not list(halves_at(place)):
            # one that stays leads to no half, and says nothing
            with contextlib.suppress(OSError):
                note.unlink(missing_ok=True)


def noted_halves(library: Library) -> Iterator[Path]:
    """Yield what lies where something was being made outside, and is not done."""
    try:
        notes = sorted(library.leaving.iterdir())
    except OSError:
        return
    for note in notes:
        # one that is not whole, or cannot be read, says nothing
        with contextlib.suppress(MediakitError):
            place = Path(os.fsdecode(read_whole(note, most=_LONGEST)))
            if note.suffix != TEMPORARY_SUFFIX and place.is_absolute():
                yield from halves_at(place)


def halves_at(place: Path) -> Iterator[Path]:
    """Yield what is left of what was made at a place; see `noted`."""
    pattern = f".{glob.escape(place.name)}.*{TEMPORARY_SUFFIX}"
    # what a record or a note says may be no path, or lead where nobody may look
    with contextlib.suppress(OSError, ValueError):
        if place.name != MAKING:
            yield from sorted(place.parent.glob(pattern))
        elif place.is_dir():
            yield place


def is_looked_through(library: Library, place: Path) -> bool:
    """Tell whether a check goes through the folder that *place* is in, file by file."""
    folders = (one for each in library.folders for one in (each, each.resolve()))
    return any(place.is_relative_to(one) for one in folders)
