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

from mediakit.engines.base import Detected, Options
from mediakit.engines.models import Model
from mediakit.errors.library import WriteFailed
from mediakit.files import make_folder, owner_only, reason, write_all
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Segment

# milliseconds before the first word that is listened to again: its time is not exact
_MARGIN = 400


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

    @property
    def detected(self) -> Detected | None:
        """What an engine that goes on is to know of the beginning."""
        if not self.position:
            return None
        last = self.segments[-1] if self.segments else None
        return Detected(self.language, self.probability, last)


@dataclass(frozen=True, slots=True)
class _Head:
    language: str
    probability: float | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The files of one clip, heard in one way.

    Each program that listens writes a file of its own: what two of them hear at once
    is never mixed.

    Attributes:
        folder: Where they are.
        name: What their names begin with.
    """

    folder: Path
    name: str

    def read(self) -> Begun:
        """Return what is known by the program that came furthest."""
        found = map(_read, self.folder.glob(f"{self.name}-*"))
        return max(found, key=lambda begun: begun.position, default=Begun())

    @contextmanager
    def writing(
        self, language: str, probability: float | None, known: tuple[Segment, ...]
    ) -> Iterator["Notes"]:
        """Begin a file with what is known already.

        Raises:
            WriteFailed: It cannot be written.
        """
        path = self.folder / f"{self.name}-{os.urandom(4).hex()}.jsonl"
        with _opened(path) as file:
            notes = Notes(path, file)
            notes.add(_Head(language, probability), *known)
            yield notes


@dataclass(frozen=True, slots=True)
class Notes:
    """A file that is being written.

    Attributes:
        path: Where it is.
        file: Unbuffered: what could not be written is not tried again on closing.
    """

    path: Path
    file: BinaryIO

    def add(self, *lines: _Head | Segment) -> None:
        """Add lines that survive whatever comes next.

        Raises:
            WriteFailed: It cannot be written.
        """
        try:
            written = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
            write_all(self.file.fileno(), written)
            os.fsync(self.file.fileno())
        except OSError as error:
            raise WriteFailed(path=str(self.path), reason=reason(error)) from error


def parts_of(library: Library, clip: Clip, model: Model, options: Options) -> Parts:
    """Return the file of a clip, heard by this model with these options."""
    how = [clip.sha256, model.engine, model.sha256, asdict(options)]
    key = hashlib.sha256(msgspec.json.encode(how)).hexdigest()[:16]
    return Parts(library.parts, f"{clip.id}-{key}")


def forget_parts(library: Library, clip: ClipId) -> None:
    """Delete what was heard of a clip so far, in whatever way."""
    for path in parts_there(library, clip):
        with suppress(OSError):
            path.unlink()


def parts_there(library: Library, clip: ClipId) -> Iterator[Path]:
    """Yield the files of what was heard of a clip so far."""
    yield from library.parts.glob(f"{clip}-*")


def _opened(path: Path) -> BinaryIO:
    try:
        make_folder(path.parent)
        return open(path, "xb", buffering=0, opener=owner_only)
    except OSError as error:
        raise WriteFailed(path=str(path), reason=reason(error)) from error


def _read(path: Path) -> Begun:
    """Return what is in a file; a line that was not written to its end is not."""
    try:
        head, *lines = path.read_bytes().split(b"\n")[:-1]
        begun = msgspec.json.decode(head, type=_Head)
        segments = [msgspec.json.decode(line, type=Segment) for line in lines]
    except (OSError, ValueError):
        return Begun()
    if not segments:
        return Begun()
    *known, again = segments
    return Begun(
        language=begun.language,
        probability=begun.probability,
        segments=tuple(known),
        position=max(known[-1].end if known else 0, again.start - _MARGIN),
    )
