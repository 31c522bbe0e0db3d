"""Have an engine listen in a process of its own.

A recording that makes a decoder crash, or a model that takes more memory than there
is, ends that process and no more; and Ctrl-C ends it at once.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass

from mediakit.batch.outcomes import Failed, Moved
from mediakit.batch.runner import follow
from mediakit.engines.base import Engine
from mediakit.errors.base import sentence
from mediakit.errors.batches import WorkerDied
from mediakit.errors.engines import EngineFailed
from mediakit.workflows.hear_portions import (
    News,
    Over,
    Portion,
    Ready,
    hear_portions,
)

_CRASHED = sentence("its process crashed")


@dataclass(frozen=True, slots=True)
class _Order:
    """What is left to listen to; ``str`` of it names it in errors."""

    engine: str
    load: Callable[[], Engine]
    portions: tuple[Portion, ...]

    def __str__(self) -> str:
        return self.engine


def hear_apart(
    engine: str, load: Callable[[], Engine], portions: Sequence[Portion]
) -> Generator[News, None, None]:
    """Yield what an engine hears; see `News`. Closing the generator ends it at once.

    A process that crashes fails the portion it was at; another goes on with the rest.

    Args:
        engine: Its name, for errors.
        load: Loads it; it can be pickled.
        portions: What to listen to.

    Raises:
        EngineFailed: The process crashed while the model was loaded.
        MediakitError: It cannot be loaded.
    """
    left = deque(portions)
    is_first = True
    while left:
        is_loaded = False
        order = _Order(engine, load, tuple(left))
        with closing(follow(_hear, [order], workers=1)) as outcomes:
            for outcome in outcomes:
                if isinstance(outcome, Moved):
                    is_loaded = True
                    if isinstance(outcome.news, Over):
                        left.popleft()
                    if is_first or not isinstance(outcome.news, Ready):
                        yield outcome.news
                    is_first = False
                elif isinstance(outcome, Failed):
                    if not isinstance(outcome.error, WorkerDied):
                        raise outcome.error
                    crash = EngineFailed(engine=engine, reason=_CRASHED)
                    if not is_loaded:
                        raise crash
                    left.popleft()
                    yield Over(crash)


def _hear(order: _Order) -> Generator[News, None, None]:
    yield from hear_portions(order.load(), order.portions)
