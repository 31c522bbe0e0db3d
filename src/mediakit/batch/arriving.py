"""Recordings that a worker does not see on its disks, and is sent piece by piece.

One lies in the worker's own temporary folder, named after its content, for no longer
than it is worked on. What a worker that is killed leaves there, Dask deletes when the
next one starts on that machine.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from mediakit.errors.base import MediakitError, sentence
from mediakit.errors.cluster import MediaNotSent
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum, is_file, make_folder, owner_only

# seconds until a piece is asked for again, and how often in vain
_PATIENCE, _TIMES = 30.0, 20


class Recording(Protocol):
    """What is worked on, and how it is known."""

    @property
    def path(self) -> Path:
        """Where who asks has it; perhaps the worker has it there too."""

    @property
    def sha256(self) -> str:
        """Of its bytes, in hexadecimal."""

    @property
    def size(self) -> int:
        """Bytes."""


@dataclass
class Arrival:
    """A recording on its way.

    Attributes:
        path: Where it is put.
        size: Bytes it will have.
        reached: Bytes that are there.
        error: Why the rest will not come.
    """

    path: Path
    size: int
    reached: int = 0
    error: MediakitError | None = None
    _moved: threading.Condition = field(default_factory=threading.Condition)

    def take(self, start: int, piece: bytes) -> int:
        """Add a piece, if it is the next; return how many bytes are there."""
        with self._moved:
            if start == self.reached and start + len(piece) <= self.size:
                with self.path.open("ab") as file:
                    file.write(piece)
                self.reached += len(piece)
            self._moved.notify_all()
            return self.reached

    def give_up(self, error: MediakitError) -> None:
        """Wait no more."""
        with self._moved:
            self.error = error
            self._moved.notify_all()

    def wait(self, ask: Callable[[], None]) -> None:
        """Wait until it is all there, asking for it as often as needed.

        Raises:
            MediaNotSent: Nothing comes.
            MediakitError: What it was given up for.
        """
        with self._moved:
            ask()
            in_vain = 0
            while self.reached < self.size:
                before = self.reached
                if self._moved.wait_for(self._has_news(before), _PATIENCE):
                    in_vain = 0
                elif (in_vain := in_vain + 1) == _TIMES:
                    raise MediaNotSent(size=self.size, reached=self.reached)
                else:
                    ask()
                if self.error is not None:
                    raise self.error

    def _has_news(self, before: int) -> Callable[[], bool]:
        return lambda: self.reached > before or self.error is not None


_arrivals: dict[tuple[str, str], Arrival] = {}


def arrival(worker: str, sha256: str) -> Arrival | None:
    """Return what is on its way to a worker of this process, if it still is."""
    return _arrivals.get((worker, sha256))


@contextlib.contextmanager
def at_hand(
    recording: Recording, worker: str, folder: Path, ask: Callable[[], None]
) -> Iterator[Path]:
    """Yield where a recording lies here, perhaps once it was sent; then delete that.

    Args:
        recording: The recording.
        worker: Who needs it.
        folder: Where it may be put.
        ask: Asks for it.

    Raises:
        MediaNotSent: It did not come.
        ReadFailed: Who has it cannot read it.
    """
    if _is_here(recording):
        yield recording.path
        return
    make_folder(folder)
    coming = Arrival(folder / recording.sha256, recording.size)
    _arrivals[worker, recording.sha256] = coming
    try:
        with open(coming.path, "wb", opener=owner_only):
            pass  # nobody else may read what comes
        coming.wait(ask)
        if checksum(coming.path) != recording.sha256:
            raise ReadFailed(path=str(recording.path), reason=CHANGED)
        yield coming.path
    finally:
        del _arrivals[worker, recording.sha256]
        coming.path.unlink(missing_ok=True)


CHANGED = sentence("it was changed since it was added")


def _is_here(recording: Recording) -> bool:
    path = recording.path
    return (
        is_file(path)
        and path.stat().st_size == recording.size
        and checksum(path) == recording.sha256
    )
