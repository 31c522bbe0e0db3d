"""A spreadsheet as every format gives it: a line of headings, and rows of cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mediakit.errors.spreadsheets import SpreadsheetTooLarge

MEGABYTES, ROWS, COLUMNS = 32, 100_000, 5_000
LARGEST = MEGABYTES * 1_000_000


@dataclass(frozen=True, slots=True)
class Unknown:
    """A cell whose value the file does not hold.

    Attributes:
        reason: Why, as a sentence without its end.
    """

    reason: str


Cell = str | int | float | bool | date | Unknown


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: As spreadsheet programs count, the line of headings being 1.
        cells: Its cells; those at the end may be missing.
    """

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a file holds.

    Attributes:
        headings: The first line.
        rows: Those below it that are not empty.
        encoding: How its letters were written, for files of text.
        delimiter: What stands between its cells, for files of text.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    delimiter: str = ""


def made_of(lines: Sequence[Sequence[Cell]], *, encoding: str, delimiter: str) -> Sheet:
    """Return the sheet of *lines*, the first of which are the headings."""
    headings = [str(cell).strip() for cell in lines[0]] if lines else []
    return Sheet(
        headings=tuple(headings),
        rows=tuple(
            Row(number, tuple(cells))
            for number, cells in enumerate(lines[1:], start=2)
            if any(cell != "" for cell in cells)
        ),
        encoding=encoding,
        delimiter=delimiter,
    )


def too_large(file: str) -> SpreadsheetTooLarge:
    """Return the error for a file beyond what is read."""
    return SpreadsheetTooLarge(
        file=file, megabytes=MEGABYTES, rows=ROWS, columns=COLUMNS
    )
