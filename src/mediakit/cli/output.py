"""How commands answer: plain columns for people, JSON for programs.

Results go to standard output; everything else, through `say`, to standard error.
"""

import dataclasses
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

import click

from mediakit.cli.state import State

_GAP = "  "
_SCREEN = 80  # columns of the narrowest that people work on
# the controls of terminals, and those of writing direction
_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


# Any: results are records of every kind, and what JSON can hold
def answer(app: State, result: Any, lines: Iterable[str]) -> None:
    """Print *result* as JSON if that was asked for, else *lines*."""
    if app.json:
        write_json(result, sys.stdout)
    else:
        text = "\n".join(map(printable, lines))
        if text:
            click.echo(text)


def say(line: str) -> None:
    """Print a sentence that is not a result, to standard error."""
    # the stream itself: Click would write past a progress bar, into its line
    click.echo(printable(line), file=sys.stderr)


def write_json(value: Any, stream: TextIO) -> None:
    """Print a record, or lists and dictionaries of records, as one JSON document."""
    import json

    # escapes of JSON's own for what the stream has no letters for, and for what
    # commands terminals; file names may hold bytes that are no text
    plain = (stream.encoding or "").lower() in {"utf-8", "utf8"}
    text = json.dumps(value, default=_plain, indent=2, ensure_ascii=not plain)
    text = _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    click.echo(text, file=stream)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return *rows* as lines with their cells in line; the last cell is not padded."""
    clean = [[printable(cell).replace("\n", " ") for cell in row] for row in rows]
    if not clean:
        return []
    sizes = [[_width(cell) for cell in row] for row in clean]
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


def shortened(text: str, width: int = _SCREEN) -> str:
    """Return *text* cut off where it is wider than *width* columns, with a mark."""
    clean = printable(text).replace("\n", " ")
    if _width(clean) <= width:
        return clean
    while _width(clean) >= width:
        clean = clean[:-1]
    return f"{clean.rstrip()}…"


def printable(text: str) -> str:
    """Return *text* without what could command a terminal or turn its letters round.

    Titles and names come from files of strangers: escape sequences and the
    controls of writing direction are shown as a replacement mark.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if _commands(c) else c for c in text)


def _commands(character: str) -> bool:
    return character not in "\n\t" and _COMMANDS.match(character) is not None


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(c) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Iterable):
        return list(value)
    return str(value)
