"""Go through with a function that yields on its way to what it returns."""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

News = TypeVar("News")
Value = TypeVar("Value")


def drive(
    working: Generator[News, None, Value], tell: Callable[[News], object]
) -> Value:
    """Return what a generator returns, telling what it yields before."""
    with closing(working):
        while True:
            try:
                news = next(working)
            except StopIteration as end:
                value: Value = end.value
                return value
            tell(news)
