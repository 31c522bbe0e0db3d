"""Prepare what comes next while this is being worked on."""

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")


def read_ahead(items: Iterator[Item], *, count: int) -> Generator[Item, None, None]:
    """Yield *items*, made *count* in advance in a thread of their own.

    None of them is ``None``. What they raise is raised here in its turn. Closing
    this generator waits for the item that is being made, and makes no more.
    """
    with ThreadPoolExecutor(1) as thread:
        coming = deque(thread.submit(next, items, None) for _ in range(count))
        try:
            while (item := coming.popleft().result()) is not None:
                coming.append(thread.submit(next, items, None))
                yield item
        finally:
            thread.shutdown(cancel_futures=True)
