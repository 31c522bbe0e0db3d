"""Run one function over many things, each in a process that may crash alone."""

import itertools
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from multiprocessing import connection
from typing import TypeVar

from mediakit.batch.outcomes import Done, Failed
from mediakit.batch.worker import Worker

Item = TypeVar("Item")
Value = TypeVar("Value")


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
    crew: list[Worker[Item, Value]] = []
    try:
        for item, limit in itertools.islice(tasks, workers):
            crew.append(Worker(function))
            crew[-1].give(item, limit)
        while crew:
            for worker in _ready(crew):
                outcome = worker.outcome()
                # before the outcome is dealt with: nobody waits meanwhile
                _go_on(worker, crew, function, tasks)
                yield outcome
    finally:
        for worker in crew:
            worker.kill()


def _go_on(
    worker: Worker[Item, Value],
    crew: list[Worker[Item, Value]],
    function: Callable[[Item], Value],
    tasks: Iterator[tuple[Item, float | None]],
) -> None:
    """Give the next task to a free worker, to another if that is lost, or let it go."""
    for item, limit in tasks:
        if worker.is_lost:
            crew.remove(worker)
            worker = Worker(function)
            crew.append(worker)
        worker.give(item, limit)
        return
    crew.remove(worker)
    worker.end()


def _ready(crew: Sequence[Worker[Item, Value]]) -> list[Worker[Item, Value]]:
    """Wait until a worker has answered, is gone, or has had its time."""
    deadline = min(worker.deadline for worker in crew)
    left = None if deadline == float("inf") else max(0, deadline - time.monotonic())
    answered = connection.wait([worker.answers for worker in crew], left)
    now = time.monotonic()
    return [w for w in crew if w.answers in answered or w.deadline <= now]
