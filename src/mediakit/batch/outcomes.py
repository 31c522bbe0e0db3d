"""What becomes of an item of a batch."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from mediakit.errors.base import MediakitError

Item = TypeVar("Item")
News = TypeVar("News")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Moved(Generic[Item, News]):
    """An item that is being worked on, and what its function yielded."""

    item: Item
    news: News


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Value]):
    """An item and what became of it."""

    item: Item
    value: Value


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """An item and why nothing became of it."""

    item: Item
    error: MediakitError
