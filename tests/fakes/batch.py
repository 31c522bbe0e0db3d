"""A batch that starts no processes: one item after the other, in this one."""

from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

from mediakit.batch.outcomes import Done, Failed
from mediakit.errors.base import MediakitError

Item = TypeVar("Item")
Value = TypeVar("Value")


def run(
    function: Callable[[Item], Value],
    items: Iterable[Item],
    *,
    workers: int,
    seconds: Callable[[Item], float] | None = None,
) -> Generator[Done[Item, Value] | Failed[Item], None, None]:
    """Yield what becomes of every item, as the real one does."""
    assert workers
    for item in items:
        assert seconds is None or seconds(item)
        try:
            yield Done(item, function(item))
        except MediakitError as error:
            yield Failed(item, error)
