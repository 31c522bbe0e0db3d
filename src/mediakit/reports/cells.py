"""Cells as people read them, and as spreadsheets and programs do."""

from gettext import gettext as _

from mediakit.model.timecode import format_time
from mediakit.reports.table import Cell, Column, Kind, Row, Table

NOTHING = "-"


def shown(cell: Cell, column: Column) -> str:
    """Return a cell as people read it."""
    if cell is None or cell == "":
        return NOTHING
    if column.kind is Kind.TIME:
        return format_time(int(cell))
    if column.kind is Kind.SHARE:
        return _("{percent}%").format(percent=round(float(cell) * 100))
    return str(cell)


def plain(cell: Cell, column: Column) -> str | int | float:
    """Return a cell as spreadsheets have it: times in seconds, shares from 0 to 1."""
    if cell is None:
        return ""
    if column.kind is Kind.TIME:
        seconds = int(cell) / 1000
        return int(seconds) if seconds.is_integer() else seconds
    return round(cell, 4) if isinstance(cell, float) else cell


def heading(column: Column) -> str:
    """Return the heading of a column of a spreadsheet, with the unit."""
    if column.kind is Kind.TIME:
        return _("{heading} (seconds)").format(heading=column.heading)
    return column.heading


def lines(table: Table) -> tuple[Row, ...]:
    """Return the rows of a table, and what they come to."""
    return (*table.rows, table.footer) if table.footer else table.rows
