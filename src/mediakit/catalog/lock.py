"""One program changes a catalog at a time; the others wait."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mediakit import files
from mediakit.errors.catalog import CatalogBusy
from mediakit.errors.library import WriteFailed

_POLL = 0.01


@contextlib.contextmanager
def locked(catalog: Path, *, patience: float) -> Iterator[None]:
    """Keep every other program from changing *catalog*.

    Args:
        catalog: The ``catalog.json``.
        patience: Seconds to wait for another program.

    Raises:
        CatalogBusy: Another program did not finish in time.
        WriteFailed: The lock cannot be made.
    """
    # filelock takes longer to import than a small catalog to read
    from filelock import FileLock, Timeout

    # beside the catalog, for what is in .mediakit may be deleted at any time
    path = catalog.with_name(f"{catalog.name}.lock")
    lock = FileLock(
        path,
        timeout=patience,
        poll_interval=_POLL,
        mode=files.OWNER_ONLY_FILE,
    )
    try:
        files.make_folder(path.parent)
        lock.acquire()
    except Timeout as error:
        raise CatalogBusy(path=str(catalog), seconds=patience) from error
    except OSError as error:
        raise WriteFailed(path=str(path), reason=files.reason(error)) from error
    try:
        yield
    finally:
        lock.release()
