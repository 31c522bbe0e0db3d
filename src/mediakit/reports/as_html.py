"""Reports as a page: a chart, and beside it the table with its figures.

The page asks for nothing, runs nothing, and can be printed. A chart is a picture in
it, so that not even what is drawn could run.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path

from mediakit.html_page import html_page
from mediakit.reports import charts
from mediakit.reports.cells import NOTHING, shown
from mediakit.reports.table import Column, Report, Row, Table

_TEMPLATES = Path(__file__).with_name("templates")
_SHORT = len("2026-03")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as it is shown; its look is a class of the style sheet."""

    text: str
    is_figure: bool
    is_head: bool
    look: str


@dataclass(frozen=True, slots=True)
class _Section:
    """A table as it is shown.

    Attributes:
        title: What it shows, unless the page says it already.
        drawing: The chart as an address that holds it, or empty.
        alternative: What the chart is, for who cannot see it.
        heads: The headings, each with its look.
        rows: The rows.
        footer: What they come to.
        notes: What the figures mean.
    """

    title: str
    drawing: str
    alternative: str
    heads: list[tuple[str, str]]
    rows: list[list[_Cell]]
    footer: list[_Cell]
    notes: tuple[str, ...]


def write(report: Report, language: str) -> str:
    """Return a report as a page.

    Args:
        report: The report.
        language: BCP 47 tag of its texts.
    """
    return html_page(
        _TEMPLATES,
        "report.html",
        language=language,
        report=report,
        sections=[_section(table, report.heading(table)) for table in report.tables],
        nothing=_("There is nothing."),
    )


def _section(table: Table, title: str) -> _Section:
    drawn = charts.draw(table)
    encoded = base64.b64encode(drawn).decode() if drawn else ""
    return _Section(
        title,
        f"data:image/svg+xml;base64,{encoded}" if encoded else "",
        _("A chart of the figures in the table: {title}").format(title=table.title),
        [
            (column.heading, _head_look(column))
            for column in table.columns
            if not column.aside
        ],
        [_cells(row, table) for row in table.rows],
        [replace(one, text=_sum(one.text)) for one in _cells(table.footer, table)]
        if table.footer
        else [],
        (*table.notes, *_crowded(table)),
    )


def _crowded(table: Table) -> Iterator[str]:
    if charts.is_crowded(table):
        yield _(
            "There is no chart: it would have more than {count} rows, or too many "
            "columns. Fewer themes or sessions can be drawn."
        ).format(count=charts.MOST_ROWS)


def _sum(text: str) -> str:
    """Return a cell of a footer: what has no sum is not a gap."""
    return "" if text == NOTHING else text


def _look(column: Column) -> str:
    if column.is_figure:
        return "figure"
    if column.whole:
        return "whole"
    return "long" if column.long else "text"


def _head_look(column: Column) -> str:
    """Return the look of a heading; months and other short ones are not broken."""
    short = " whole" if len(column.heading) <= _SHORT else ""
    return f"figure{short}" if column.is_figure else "text"


def _cells(row: Row, table: Table) -> list[_Cell]:
    return [
        _Cell(shown(cell, column), column.is_figure, place == 0, _look(column))
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True))
        if not column.aside
    ]
