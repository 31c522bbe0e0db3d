"""How commands answer: plain columns for people, JSON for programs.

Results go to standard output; everything else, through `say`, to standard error.
"""

import dataclasses
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any, TextIO

import click

from mediakit.cli.state import State
from mediakit.model.printable import COMMANDS, display_width, printable, shortened

_GAP = "  "
_HANGING = 4  # columns
# as messages name one, to be copied: within marks of quotation
_COMMAND = re.compile(r"(?<=['\N{NO-BREAK SPACE}])mediakit [^'»]*[^'»\s]")
_BOUND = "\ue000"  # for a space within a command, meanwhile: of private use


# Any: results are records of every kind, and what JSON can hold
def answer(app: State, result: Any, lines: Iterable[str]) -> None:
    """Print *result* as JSON if that was asked for, else *lines*."""
    if app.json:
        write_json(result, sys.stdout)
    else:
        text = "\n".join(map(printable, lines))
        if text:
            click.echo(text)


def for_screen(lines: Iterable[str]) -> Iterator[str]:
    """Yield *lines* broken between words where a terminal shows them.

    Programs that read them find each on one line.
    """
    if not sys.stdout.isatty():
        yield from lines
        return
    width = shutil.get_terminal_size().columns
    for line in lines:
        yield from wrapped(line, width)


def wrapped(text: str, width: int) -> list[str]:
    """Return *text* broken between words, what follows further in than it begins."""
    return [one for line in text.split("\n") for one in _broken(line, width)]


def say(line: str) -> None:
    """Print a sentence that is not a result, to standard error.

    A terminal shows it broken between words.
    """
    lines = [printable(line)]
    if sys.stderr.isatty():
        lines = wrapped(line, shutil.get_terminal_size().columns)
    # the stream itself: Click would write past a progress bar, into its line
    click.echo("\n".join(lines), file=sys.stderr)


def write_json(value: Any, stream: TextIO) -> None:
    """Print a record, or lists and dictionaries of records, as one JSON document."""
    import json

    # escapes of JSON's own for what the stream has no letters for, and for what
    # commands terminals; file names may hold bytes that are no text
    plain = (stream.encoding or "").lower() in {"utf-8", "utf8"}
    text = json.dumps(value, default=_plain, indent=2, ensure_ascii=not plain)
    text = COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    click.echo(text, file=stream)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return *rows* as lines with their cells in line; the last cell is not padded."""
    clean = [[printable(cell).replace("\n", " ") for cell in row] for row in rows]
    if not clean:
        return []
    sizes = [[display_width(cell) for cell in row] for row in clean]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    return [
        _GAP.join(
            cell + " " * (width - size)
            for cell, size, width in zip(row, taken, widths, strict=True)
        ).rstrip()
        for row, taken in zip(clean, sizes, strict=True)
    ]


def fitted(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return *rows* as `columns` does, what is wider than a screen cut off."""
    return [shortened(line) for line in columns(rows)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return *rows* below their *head*; if too wide, one after the other.

    What is known by the first cell is then told a line each; ``-`` is nothing known.
    """
    lines = columns([head, *rows]) if rows else []
    if all(shortened(line) == line for line in lines):
        return lines
    return [line for row in rows for line in _told(head, row)]


def _broken(line: str, width: int) -> list[str]:
    clean = printable(line)
    indent = len(clean) - len(clean.lstrip(" ")) + _HANGING
    whole = _COMMAND.sub(lambda found: found[0].replace(" ", _BOUND), clean)
    lines = textwrap.wrap(
        whole,
        width,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [one.replace(_BOUND, " ") for one in lines] or [clean]


def _told(head: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    yield row[0]
    for name, cell in zip(head[1:], row[1:], strict=True):
        if cell != "-":
            yield "  " + _("{name}: {told}").format(name=name, told=cell)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Iterable):
        return list(value)
    return str(value)
