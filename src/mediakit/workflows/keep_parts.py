"""Keep what was heard of a long recording, until all of it is.

A line a segment, in a file that may be deleted at any time: then the recording is
listened to from its beginning again.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from mediakit.engines.base import Engine, Heard, Options
from mediakit.engines.models import Model
from mediakit.errors.library import WriteFailed
from mediakit.files import make_folder, owner_only, reason
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Segment
from mediakit.settings import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What is known of a recording that was not listened to to its end.

    Attributes:
        language: BCP 47 tag of the speech.
        probability: How sure that is, if it was detected.
        segments: In order; the last that was heard is left out, it may go on.
        position: Milliseconds: where to go on listening.
    """

    language: str = ""
    probability: float | None = None
    segments: tuple[Segment, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class _Head:
    language: str
    probability: float | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The file of one clip, heard in one way."""

    path: Path

    def read(self) -> Begun:
        """Return what is in it; a line that was not written to its end is not."""
        try:
            head, *lines = self.path.read_bytes().split(b"\n")[:-1]
            begun = msgspec.json.decode(head, type=_Head)
            segments = [msgspec.json.decode(line, type=Segment) for line in lines]
        except (OSError, ValueError):
            return Begun()
        known = _in_order(segments)
        if not known:
            return Begun()
        return Begun(
            language=begun.language,
            probability=begun.probability,
            segments=tuple(known[:-1]),
            position=known[-1].start,
        )

    @contextmanager
    def writing(self, heard: Heard, *, begun: Begun) -> Iterator["Notes"]:
        """Go on with the file after what was read from it, or begin it.

        Raises:
            WriteFailed: It cannot be written.
        """
        with self._open() as file:
            notes = Notes(file)
            notes.keep(len(begun.segments) + 1 if begun.segments else 0)
            if not begun.segments:
                notes.add(_Head(heard.language, heard.probability))
            yield notes

    def _open(self) -> BinaryIO:
        try:
            make_folder(self.path.parent)
            return open(self.path, "ab+", opener=owner_only)
        except OSError as error:
            raise WriteFailed(path=str(self.path), reason=reason(error)) from error


@dataclass(frozen=True, slots=True)
class Notes:
    """A file that is being written."""

    file: BinaryIO

    def keep(self, count: int) -> None:
        """Keep so many lines that are there, and no more."""
        with self._reporting():
            self.file.seek(0)
            self.file.truncate(sum(len(self.file.readline()) for _ in range(count)))

    def add(self, line: _Head | Segment) -> None:
        """Add a line that survives whatever comes next."""
        with self._reporting():
            self.file.write(msgspec.json.encode(line) + b"\n")
            self.file.flush()
            os.fsync(self.file.fileno())

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise WriteFailed(path=str(self.file.name), reason=reason(error)) from error


def parts_of(
    library: Library, clip: Clip, engine: Engine, model: Model, options: Options
) -> Parts:
    """Return the file of a clip, heard by this model with these options."""
    how = [clip.sha256, engine.name, model.sha256, asdict(options)]
    key = hashlib.sha256(msgspec.json.encode(how)).hexdigest()[:16]
    return Parts(library.parts / f"{clip.id}-{key}.jsonl")


def forget_parts(library: Library, clip: ClipId) -> None:
    """Delete what was heard of a clip so far, in whatever way."""
    for path in parts_there(library, clip):
        with suppress(OSError):
            path.unlink()


def parts_there(library: Library, clip: ClipId) -> Iterator[Path]:
    """Yield the files of what was heard of a clip so far."""
    yield from library.parts.glob(f"{clip}-*")


def _in_order(segments: list[Segment]) -> list[Segment]:
    """Return the segments before the first that runs back.

    Two programs that listen to one clip at once both write here.
    """
    known: list[Segment] = []
    for segment in segments:
        if known and segment.start < known[-1].end:
            break
        known.append(segment)
    return known
