"""Run one function over many things, each in a process that may crash alone."""

import itertools
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from multiprocessing import connection
from typing import Any, TypeVar

from mediakit.batch.outcomes import Done, Failed, Moved
from mediakit.batch.worker import Worker
from mediakit.bounds import Bounds

Item = TypeVar("Item")
Value = TypeVar("Value")
News = TypeVar("News")

# Any: what a function returns, or a generator that yields and returns
_Function = Callable[[Item], Any]
_Tasks = Iterator[tuple[Item, float | None]]


def run(
    function: Callable[[Item], Value],
    items: Iterable[Item],
    *,
    workers: int,
    seconds: Callable[[Item], float] | None = None,
) -> Generator[Done[Item, Value] | Failed[Item], None, None]:
    """Yield what becomes of every item, as soon as it is known.

    Items, values and the function travel between processes: the function is one
    of a module, the rest can be pickled, and ``str(item)`` names it in errors.
    Each worker has one item at a time. One that crashes or takes too long fails
    its item, and another takes its place. Closing the generator ends all at once.

    Args:
        function: Returns a value or raises a MediakitError.
        items: Taken one by one as workers become free.
        workers: The most processes at a time.
        seconds: How long an item may take; for ever if not given.
    """
    tasks = ((item, seconds(item) if seconds else None) for item in items)
    outcomes = _run(function, tasks, workers, Bounds())
    with closing(outcomes):
        for outcome in outcomes:
            if not isinstance(outcome, Moved):
                yield outcome


def follow(
    function: Callable[[Item], Generator[News, None, Value]],
    items: Iterable[Item],
    *,
    workers: int,
) -> Generator[Moved[Item, News] | Done[Item, Value] | Failed[Item], None, None]:
    """Do as `run` does, and yield what is told on the way too.

    A function goes on once what it told was dealt with here, as a generator does.
    Items may take as long and as much memory as they need: this is for work that is
    known to need it, and that a person watches.

    Args:
        function: Yields now and then; returns a value or raises a MediakitError.
        items: Taken one by one as workers become free.
        workers: The most processes at a time.
    """
    return _run(function, ((item, None) for item in items), workers, None)


def _run(
    function: _Function[Item], tasks: _Tasks[Item], workers: int, bounds: Bounds | None
) -> Generator[Moved[Item, Any] | Done[Item, Any] | Failed[Item], None, None]:
    crew: list[Worker[Item, Any]] = []
    try:
        for item, limit in itertools.islice(tasks, workers):
            crew.append(Worker(function, bounds))
            crew[-1].give(item, limit)
        while crew:
            for worker in _ready(crew):
                outcome = worker.outcome()
                if isinstance(outcome, Moved):
                    yield outcome
                    worker.go_on()
                    continue
                # before the outcome is dealt with: nobody waits meanwhile
                _go_on(worker, crew, tasks)
                yield outcome
    finally:
        for worker in crew:
            worker.kill()


def _go_on(
    worker: Worker[Item, Any], crew: list[Worker[Item, Any]], tasks: _Tasks[Item]
) -> None:
    """Give the next task to a free worker, to another if that is lost, or let it go."""
    for item, limit in tasks:
        if worker.is_lost:
            crew.remove(worker)
            worker = worker.successor()
            crew.append(worker)
        worker.give(item, limit)
        return
    crew.remove(worker)
    worker.end()


def _ready(crew: Sequence[Worker[Item, Any]]) -> list[Worker[Item, Any]]:
    """Wait until a worker has answered, is gone, or has had its time."""
    deadline = min(worker.deadline for worker in crew)
    left = None if deadline == float("inf") else max(0, deadline - time.monotonic())
    answered = connection.wait([worker.answers for worker in crew], left)
    now = time.monotonic()
    return [w for w in crew if w.answers in answered or w.deadline <= now]
