"""Where copies of originals are made: on the disk where they will stay."""

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from mediakit.catalog.lock import locked
from mediakit.errors.catalog import CatalogBusy
from mediakit.errors.library import WriteFailed
from mediakit.files import make_folder, reason


@contextlib.contextmanager
def staging(incoming: Path) -> Iterator[Path]:
    """Make a folder below *incoming* for half-made copies; it goes with all in it.

    A lock beside it says that its program lives: what programs left that were
    killed is cleared away first, for it takes the room of as many recordings.

    Raises:
        WriteFailed: It cannot be made.
    """
    folder = incoming / secrets.token_hex(8)
    with _held(folder):
        _sweep(incoming, folder)
        try:
            make_folder(folder)
        except OSError as error:
            raise WriteFailed(path=str(folder), reason=reason(error)) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _sweep(incoming: Path, ours: Path) -> None:
    for folder in incoming.iterdir():
        if folder != ours and folder.is_dir():
            # held: another program is adding
            with contextlib.suppress(CatalogBusy), _held(folder):
                shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    with locked(folder, patience=0):
        try:
            yield
        finally:
            # no other program ever has a folder of this name
            with contextlib.suppress(OSError):
                folder.with_name(f"{folder.name}.lock").unlink(missing_ok=True)
