"""Reports as text: for screens of eighty columns, and for mail."""

import textwrap
from collections.abc import Iterator, Sequence
from gettext import gettext as _

from mediakit.model.printable import display_width, printable, shortened
from mediakit.reports.cells import NOTHING, lines, shown
from mediakit.reports.table import Column, Report, Row, Table

_SCREEN = 80
_GAP = "  "
_NARROWEST = 9  # columns that a text needs to be told from others
# what the path of a theme says already
_LESS = "label"


def write(report: Report) -> list[str]:
    """Return a report as lines."""
    written = [f"{report.title} - {report.library}, {report.day}"]
    written += _notes(report.limits)
    for table in report.tables:
        title = report.heading(table)
        written += ["", title, ""] if title else [""]
        written += _rows(table)
        written += ["", *_notes(table.notes)] if table.notes else []
    return [printable(line) for line in written]


def _rows(table: Table) -> list[str]:
    if not table.rows:
        return [_GAP + _("There is nothing.")]
    every = [n for n, one in enumerate(table.columns) if not one.aside]
    columns = [n for n in every if table.columns[n].name != _LESS]
    for places, numbered in ((every, False), (columns, False), (columns, True)):
        legend, cells = _cells(table, places, numbered=numbered)
        kinds = [table.columns[n] for n in places]
        widths = [max(map(display_width, some)) for some in zip(*cells, strict=True)]
        if numbered:
            widths = _narrowed(widths, kinds)
        if sum(widths) + len(_GAP) * len(widths) <= _SCREEN:
            return [*legend, *(_line(row, kinds, widths) for row in cells)]
    return [*_blocks(table)]


def _cells(
    table: Table, places: Sequence[int], *, numbered: bool
) -> tuple[list[str], list[list[str]]]:
    """Return what stands for long headings, then the headings and the rows."""
    columns = [table.columns[n] for n in places]
    heads = [one.heading for one in columns]
    legend: list[str] = []
    if numbered:
        figures = [n for n, one in enumerate(columns) if one.is_figure]
        for number, place in enumerate(figures, start=1):
            legend.append(f"{_GAP}{number}: {heads[place]}")
            heads[place] = str(number)
        legend.append("")
    rows = [[_cell(row, table, n) for n in places] for row in table.rows]
    if table.footer:
        # what has no sum is not a gap
        rows.append([_cell(table.footer, table, n, nothing="") for n in places])
    return legend, [heads, *rows]


def _narrowed(widths: list[int], columns: Sequence[Column]) -> list[int]:
    """Return widths that fit on a screen, if texts that are not whole may be cut."""
    narrow = list(widths)
    fixed = [one.whole or one.is_figure for one in columns]
    while sum(narrow) + len(_GAP) * len(narrow) > _SCREEN:
        place = max(range(len(narrow)), key=lambda n: (not fixed[n], narrow[n]))
        if fixed[place] or narrow[place] <= _NARROWEST:
            break
        narrow[place] -= 1
    return narrow


def _line(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    cells = []
    for text, column, width in zip(row, columns, widths, strict=True):
        cut = shortened(text, width)
        space = " " * (width - display_width(cut))
        cells.append(space + cut if column.is_figure else cut + space)
    return (_GAP + _GAP.join(cells)).rstrip()


def _blocks(table: Table) -> Iterator[str]:
    """Yield a few lines a row: what it is, and below that what is known of it."""
    first, *others = range(len(table.columns))
    for row in lines(table):
        yield _GAP + _cell(row, table, first)
        for place in others:
            if row[place] not in {None, ""}:
                head = table.columns[place].heading
                text = _("{name}: {told}").format(
                    name=head, told=_cell(row, table, place)
                )
                yield from textwrap.wrap(
                    text,
                    _SCREEN,
                    initial_indent=_GAP * 2,
                    subsequent_indent=_GAP * 3,
                )


def _cell(row: Row, table: Table, place: int, nothing: str = NOTHING) -> str:
    text = shown(row[place], table.columns[place])
    return nothing if text == NOTHING else " ".join(text.split())


def _notes(notes: Sequence[str]) -> Iterator[str]:
    for note in notes:
        yield from textwrap.wrap(note, _SCREEN)
