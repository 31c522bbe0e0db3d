"""Preparing what comes next."""

from collections.abc import Iterator

import pytest

from mediakit.workflows.read_ahead import read_ahead


def test_gives_every_item_in_order() -> None:
    """However many are made in advance."""
    assert list(range(10)) == list(read_ahead(iter(range(10)), count=3))
    assert [1] == list(read_ahead(iter([1]), count=3))
    assert [] == list(read_ahead(iter(()), count=3))


def test_makes_some_items_before_they_are_asked_for() -> None:
    """And not more, so that memory stays small."""
    made = []

    def items() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    ahead = read_ahead(items(), count=3)
    first = next(ahead)
    ahead.close()

    assert 0 == first
    assert 4 >= len(made)


def test_raises_in_its_turn_what_the_items_raise() -> None:
    """After those that came before it."""

    def items() -> Iterator[int]:
        yield 1
        raise ValueError("second")

    ahead = read_ahead(items(), count=3)

    assert 1 == next(ahead)
    with pytest.raises(ValueError, match="second"):
        next(ahead)
