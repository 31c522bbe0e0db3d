"""Make a folder that is whole or not there, whatever dies in between."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mediakit.errors.library import TargetRefused, WriteFailed
from mediakit.files import make_folder, reason, replace, sync_folder
from mediakit.workflows.stage_copies import staging

MAKING = ".making"
"""The folder of those that are being made, beside where they will be."""


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Make a folder on the disk of *target*, which goes if nothing became of it.

    Raises:
        WriteFailed: It cannot be made.
    """
    # one for all: whoever makes the next folder there clears away what was left
    making = target.with_name(MAKING)
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
    if target.exists():
        raise TargetRefused(path=str(target))
    yield
    try:
        replace(folder, target)
        sync_folder(target.parent)
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error
