"""Listening without a process of its own: an engine that is a test's can be used."""

from collections.abc import Callable, Generator, Sequence
from functools import partial

from mediakit.engines.base import Engine
from mediakit.workflows.hear_portions import Hearing, News, Portion, hear_portions


def hearing(engine: Engine) -> Hearing:
    """Return what listens with *engine*, in this process."""
    return partial(hear_portions, engine)


def hear_here(
    engine: str, load: Callable[[], Engine], portions: Sequence[Portion]
) -> Generator[News, None, None]:
    """Listen as `hear_apart` does, in this process."""
    del engine
    return hear_portions(load(), portions)
