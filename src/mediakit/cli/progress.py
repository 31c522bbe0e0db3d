"""Progress of long work, on standard error, where a person watches."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from mediakit.cli.state import State
from mediakit.model.printable import printable

Advance = Callable[[float, str], None]

# cells; narrower terminals show words rather than a bar
_ROOM_FOR_A_BAR = 100
_BAR, _SHARE, _TIME = 41, 7, 8


@contextlib.contextmanager
def progress(
    app: State, title: str, total: float, *, timed: bool = True
) -> Iterator[Advance]:
    """Show a bar with the time left; yield the function that moves it.

    The function is given how much of *total* has been done since it was last
    called (files, bytes, seconds: any unit), and a word on what is being done now.
    Nothing is shown when standard error is no terminal or JSON was asked for.

    Args:
        app: How to answer.
        title: What is done.
        total: How much there is.
        timed: Work out the time left; the words tell it otherwise.
    """
    if app.json or not sys.stderr.isatty():
        yield _ignore
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    percentage = TextColumn("{task.percentage:>3.0f} %", markup=False)
    with Progress(
        TextColumn("{task.description}", markup=False),
        *([BarColumn()] if console.width >= _ROOM_FOR_A_BAR else []),
        percentage,
        *([TimeRemainingColumn()] if timed else []),
        TextColumn("{task.fields[what]}", markup=False),
        console=console,
        transient=True,
    ) as bar:
        task = bar.add_task(title, total=total or None, what="")

        def advance(amount: float, what: str) -> None:
            taken = len(title) + _SHARE + (_TIME if timed else 0)
            taken += _BAR if console.width >= _ROOM_FOR_A_BAR else 0
            room = console.width - taken
            bar.update(task, advance=amount, what=_cut(printable(what), room))

        yield advance


def _cut(text: str, room: int) -> str:
    from rich.text import Text

    shown = Text(text)
    shown.truncate(max(room, 1), overflow="ellipsis")
    return shown.plain


def _ignore(amount: float, what: str) -> None:
    del amount, what
