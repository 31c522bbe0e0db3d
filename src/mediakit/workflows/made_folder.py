"""Make a folder that is whole or not there, whatever dies in between."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mediakit.errors.library import WriteFailed
from mediakit.files import make_folder, reason, replace, sync_folder
from mediakit.library import Library
from mediakit.workflows.note_halves import MAKING, noted
from mediakit.workflows.place_export import refuse_taken
from mediakit.workflows.stage_copies import staging


@contextlib.contextmanager
def beside(library: Library, target: Path) -> Iterator[Path]:
    """Make a folder on the disk of *target*, which goes if nothing became of it.

    Args:
        library: Where it is noted that it is being made.
        target: Where it will be.

    Raises:
        WriteFailed: It cannot be made.
    """
    # one for all: whoever makes the next folder there clears away what was left
    making = target.with_name(MAKING)
    with noted(library, making):
        try:
            with staging(making) as folder:
                made = folder / "made"
                make_folder(made)
                yield made
        finally:
            # not empty: another program makes a folder there
            with contextlib.suppress(OSError):
                making.rmdir()


@contextlib.contextmanager
def put_in_place(folder: Path, target: Path) -> Iterator[None]:
    """Give a folder that was made its place on the way out, if all went well.

    Raises:
        TargetRefused: Another program made something there.
        WriteFailed: It cannot be moved.
    """
    refuse_taken(target)
    yield
    refuse_taken(target)
    try:
        replace(folder, target)
        sync_folder(target.parent)
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error
