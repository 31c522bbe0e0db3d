"""What a worker of a cluster does when it is asked to.

It tells how far it is, and what it needs, on a topic that who asks has subscribed to;
no words are in that.
"""

import sys
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from mediakit.batch.arriving import Recording, arrival, at_hand
from mediakit.batch.dask import distributed
from mediakit.batch.driving import drive
from mediakit.errors.base import MediakitError
from mediakit.errors.batches import WorkFailed
from mediakit.errors.library import WriteFailed
from mediakit.files import reason
from mediakit.machine import threads

TOPIC = "mediakit"
ENOUGH = sys.maxsize
"""How many bytes are there, where no more are wanted."""

PROCESSORS = "mediakit-processors"
"""The resource that says how many processors a worker was given."""

_FOLDER = "media"


class Task(Recording, Protocol):
    """What is to be done with a recording; ``str(task)`` names it in errors."""

    @property
    def key(self) -> str:
        """The same for the same work on the same content, and for nothing else."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a task is done.

    Attributes:
        media: The recording.
        threads: Processors to use.
    """

    media: Path
    threads: int


Item = TypeVar("Item", bound=Task)
Value = TypeVar("Value")

Function = Callable[[Item, Place], Generator[int, None, Value]]
"""Yields how far it is with an item, now and then; returns what becomes of it."""


class _Unwanted(Exception):
    """Nobody waits for the answer any more."""


# Any: values of every kind
def do(function: Function[Any, Any], item: Task) -> tuple[Any, MediakitError | None]:
    """Return what becomes of an item, or why nothing did.

    What goes wrong is returned: what is raised, Dask writes into its log with all
    arguments.
    """
    worker = distributed().get_worker()
    folder = Path(worker.local_directory, _FOLDER)

    def tell(**news: object) -> None:
        # it was cancelled: who asked is gone
        if worker.state.tasks[item.key].state == "cancelled":
            raise _Unwanted
        worker.log_event(TOPIC, {"key": item.key, **news})

    def ask() -> None:
        tell(wanted_by=worker.address)

    try:
        with at_hand(item, worker.address, folder, ask) as media:
            count = worker.state.total_resources.get(PROCESSORS, threads())
            working = function(item, Place(media, int(count)))
            return drive(working, lambda position: tell(position=position)), None
    except MediakitError as error:
        return None, error
    except Exception as error:  # noqa: BLE001 one bad item must not end a batch
        return None, WorkFailed(item=str(item), reason=told(error))


def take(sha256: str, start: int, piece: bytes, dask_worker: Any = None) -> int:
    """Add a piece to a recording that is on its way.

    Returns:
        How many of its bytes are there; ENOUGH if no more are wanted.
    """
    coming = arrival(dask_worker.address, sha256)
    if coming is None:
        return ENOUGH
    try:
        return coming.take(start, piece)
    except OSError as error:
        coming.give_up(WriteFailed(path=str(coming.path), reason=reason(error)))
        return ENOUGH


def give_up(sha256: str, error: MediakitError, dask_worker: Any = None) -> int:
    """Let nobody wait for a recording that cannot be sent."""
    if coming := arrival(dask_worker.address, sha256):
        coming.give_up(error)
    return ENOUGH


def told(error: Exception) -> str:
    """Return what an error nobody foresaw says, and of which kind it is."""
    return traceback.format_exception_only(error)[-1].strip()
