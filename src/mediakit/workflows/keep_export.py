"""The last step of every way out: the file is there and remembered, or it is gone."""

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.files import write_durably
from mediakit.library import Library
from mediakit.model.leaving import Passed
from mediakit.model.use import Use, UsedFile, UseKind
from mediakit.workflows.place_export import STANDARD_OUTPUT, recorded_path
from mediakit.workflows.record_use import record_use


@dataclass(frozen=True, slots=True)
class Export:
    """A change of the catalog for which something leaves.

    Attributes:
        change: The records, to read and change.
        library: Where the files may be.
        made: Those that were made.
    """

    change: Change
    library: Library
    made: list[Path]

    def keep(
        self,
        passed: Passed,
        kind: UseKind,
        target: Path | None,
        content: bytes,
        *,
        how: str,
    ) -> Use:
        """Write a file and record the use that it is.

        Args:
            passed: What the gate said, at this moment.
            kind: What is made.
            target: The file, or ``None`` for standard output, where others write it.
            content: What is in it.
            how: How it was made.

        Raises:
            WriteFailed: It could not be written.
        """
        place = STANDARD_OUTPUT
        if target is not None:
            write_durably(target, content)
            self.made.append(target)
            place = recorded_path(self.library, target)
        file = UsedFile(place, hashlib.sha256(content).hexdigest())
        return record_use(self.change, passed, kind, (file,), how=how)


@contextlib.contextmanager
def exporting(library: Library, catalog: Catalog, *made: Path) -> Iterator[Export]:
    """Change the catalog while something leaves; nothing leaves without a record.

    Args:
        library: Where the files may be.
        catalog: Where the use is recorded.
        made: Files that were made already.
    """
    files = list(made)
    try:
        with catalog.change() as change:
            yield Export(change, library, files)
    except BaseException:
        for path in files:
            path.unlink(missing_ok=True)
        raise
