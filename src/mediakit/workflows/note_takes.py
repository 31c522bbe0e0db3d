"""Note every take of an interpretation at once, until they become a version of it.

A line a take, on disk before the next one is made: whatever dies, what was said or
typed is not to be said again.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mediakit.catalog.lock import locked
from mediakit.errors.interpreting import NotesDamaged
from mediakit.errors.library import ReadFailed, WriteFailed
from mediakit.files import make_folder, reason, sync_folder
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.interpretation import Take
from mediakit.model.transcript import Source

SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Note:
    """A take, and how it came to be."""

    take: Take
    source: Source


@dataclass(frozen=True, slots=True)
class Notes:
    """The file of one interpreter's takes of a clip, in one language."""

    path: Path

    def read(self) -> list[Note]:
        """Return what is in it; a line that was not written to its end is not.

        Raises:
            ReadFailed: It is there, but cannot be read.
            NotesDamaged: A line is none; nothing noted is thrown away for it.
        """
        try:
            lines = self.path.read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ReadFailed(path=str(self.path), reason=reason(error)) from error
        return [self._note(place, line) for place, line in enumerate(lines, start=1)]

    def _note(self, place: int, line: bytes) -> Note:
        try:
            return msgspec.json.decode(line, type=Note)
        except ValueError as error:
            raise NotesDamaged(
                path=str(self.path), line=place, reason=str(error)
            ) from error

    def add(self, take: Take, source: Source) -> None:
        """Add a take.

        Raises:
            WriteFailed: It could not be written.
        """
        line = msgspec.json.encode(Note(take, source)) + b"\n"
        try:
            is_new = not self.path.exists()
            with self.path.open("ab") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                sync_folder(self.path.parent)
        except OSError as error:
            raise WriteFailed(path=str(self.path), reason=reason(error)) from error

    def discard(self) -> None:
        """Delete the file, for its takes are kept elsewhere."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


@contextlib.contextmanager
def taking_notes(
    library: Library, clip: Clip, language: str, by: str
) -> Iterator[Notes]:
    """Open the notes of an interpreter, for one program at a time.

    Raises:
        CatalogBusy: Another program takes the same notes.
        WriteFailed: They cannot be made.
    """
    who = hashlib.sha256(by.encode()).hexdigest()[:8]
    path = library.interpretations / clip.id / f"{language}-{who}{SUFFIX}"
    try:
        make_folder(path.parent)
    except OSError as error:
        raise WriteFailed(path=str(path.parent), reason=reason(error)) from error
    with locked(path, patience=0):
        try:
            _mend(path)
            yield Notes(path)
        finally:
            with contextlib.suppress(OSError):
                path.with_name(f"{path.name}.lock").unlink(missing_ok=True)
                # where nothing was said, nothing stays
                path.parent.rmdir()


def _mend(path: Path) -> None:
    """Take off a last line that was not written to its end."""
    with contextlib.suppress(FileNotFoundError):
        content = path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            os.truncate(path, len(whole))
