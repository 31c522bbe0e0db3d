"""One process that does one thing at a time for a batch, and may crash alone."""

import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import connection, resource_tracker
from typing import Any, Generic, TypeVar

from mediakit.batch.driving import drive
from mediakit.batch.outcomes import Done, Failed, Moved
from mediakit.bounds import Bounds, bind
from mediakit.errors.base import MediakitError
from mediakit.errors.batches import WorkerDied, WorkFailed, WorkTooSlow
from mediakit.errors.media import WorkTooLarge

Item = TypeVar("Item")
Value = TypeVar("Value")

_GRACE = 2.0  # seconds to leave in peace

# spawned, not forked: the same on every system, and safe beside threads
_SPAWN = multiprocessing.get_context("spawn")


class Worker(Generic[Item, Value]):
    """A process that applies one function to the items it is given.

    A function that yields tells something on the way to what it returns.

    Attributes:
        answers: Becomes readable when there is an answer, or the process is gone.
        deadline: When the answer must be there, by the monotonic clock.
        is_lost: It crashed or was stopped: it can do nothing more.
    """

    # Any: what a function returns, or a generator that yields and returns
    def __init__(self, function: Callable[[Item], Any], bounds: Bounds | None) -> None:
        self.answers, theirs = _SPAWN.Pipe()
        self.deadline = float("inf")
        self.is_lost = False
        self._function, self._bounds = function, bounds
        self._process = _SPAWN.Process(
            target=_serve, args=(theirs, function, bounds), daemon=True
        )
        with _interrupts_held():
            self._process.start()
        theirs.close()

    def give(self, item: Item, seconds: float | None) -> None:
        """Hand over an item, to be done within some seconds or whenever."""
        self._item, self._seconds = item, seconds
        self.deadline = float("inf") if seconds is None else time.monotonic() + seconds
        with suppress(BrokenPipeError):  # it is gone: the outcome will tell
            self.answers.send(item)

    def outcome(self) -> Moved[Item, Any] | Done[Item, Value] | Failed[Item]:
        """Return what became of the item, so far; there is an answer, or time is up."""
        if not self.answers.poll():
            return self._lost(WorkTooSlow(item=str(self._item), seconds=self._seconds))
        try:
            is_last, value, error = self.answers.recv()
        except (EOFError, ConnectionResetError):
            return self._lost(WorkerDied(item=str(self._item)))
        if not is_last:
            return Moved(self._item, value)
        return Failed(self._item, error) if error else Done(self._item, value)

    def go_on(self) -> None:
        """Let the function go on, which waits since it told something."""
        with suppress(BrokenPipeError):  # it is gone: the outcome will tell
            self.answers.send(None)

    def successor(self) -> "Worker[Item, Value]":
        """Return a new process to do what this one can do no more."""
        return Worker(self._function, self._bounds)

    def end(self) -> None:
        """Let the process leave; it has nothing to do."""
        self.answers.close()
        self._process.join(_GRACE)
        if self._process.exitcode is None:
            self.kill()

    def kill(self) -> None:
        """End the process at once, whatever it is doing, and all that it started."""
        self.answers.close()
        _kill_group(self._process.pid)
        self._process.kill()
        self._process.join()

    def _lost(self, error: MediakitError) -> Failed[Item]:
        self.is_lost = True
        self.kill()
        return Failed(self._item, error)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach, from their first instruction on.

    It is sent to every process of a terminal, and the parent alone decides. Here it
    waits until the process is started, and is not lost.
    """
    if sys.platform == "win32":
        yield
        return
    # started on the way otherwise, and then it would let interrupts through
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# Any: items and values of every kind
def _serve(pipe: Any, function: Callable[[Any], Any], bounds: Bounds | None) -> None:
    """Answer items until the other end is closed or dies.

    An answer is whether it is the last, a value, and an error.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        # what it starts, as ffmpeg, belongs to a group that can be ended as one
        os.setpgid(0, 0)
    threading.Thread(target=_follow_parent, daemon=True).start()
    if bounds:
        bind(bounds)

    def tell(news: Any) -> None:
        pipe.send((False, news, None))
        # as a generator, it goes on once what it yielded was dealt with
        pipe.recv()

    with suppress(EOFError, ConnectionResetError, BrokenPipeError):
        while True:
            answer = _answer(function, pipe.recv(), bounds, tell)
            pipe.send((True, *answer))


def _follow_parent() -> None:
    """End with the parent, however that ends; nobody waits for an answer then."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        _kill_group(os.getpid())
        os._exit(1)


def _kill_group(leader: int | None) -> None:
    """End a worker and what it started; on Windows, that ends with its work."""
    if sys.platform != "win32" and leader is not None:
        # before it is its own leader, it has started nothing
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)


def _answer(
    function: Callable[[Any], Any],
    item: Any,
    bounds: Bounds | None,
    tell: Callable[[Any], None],
) -> tuple[Any, MediakitError | None]:
    try:
        value = function(item)
        if isinstance(value, Generator):
            value = drive(value, tell)
    except MediakitError as error:
        return None, error
    except Exception as error:  # noqa: BLE001 one bad item must not end a batch
        if bounds and isinstance(error, MemoryError):
            return None, WorkTooLarge(item=str(item), gigabytes=bounds.gigabytes)
        reason = traceback.format_exception_only(error)[-1].strip()
        return None, WorkFailed(item=str(item), reason=reason)
    return value, None
