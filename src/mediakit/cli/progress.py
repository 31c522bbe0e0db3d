"""Progress of long work, on standard error, where a person watches."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from mediakit.cli.output import printable
from mediakit.cli.state import State

Advance = Callable[[float, str], None]


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

    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %", markup=False),
        *([TimeRemainingColumn()] if timed else []),
        TextColumn("{task.fields[what]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(title, total=total or None, what="")

        def advance(amount: float, what: str) -> None:
            bar.update(task, advance=amount, what=printable(what))

        yield advance


def _ignore(amount: float, what: str) -> None:
    del amount, what
