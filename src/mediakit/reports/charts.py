"""Charts of tables, as SVG: for paper and for printers without colours.

Drawn by Matplotlib, an extra: it has hatches, by which bars differ in grey too, and
keeps text as text, in the reader's own fonts. What is darker is more; every figure
is written beside what stands for it.
"""

import io
import warnings
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from mediakit.model.printable import printable
from mediakit.reports.cells import shown
from mediakit.reports.table import Cell, Drawn, Table

PACKAGE = "matplotlib"

MOST_ROWS = 60
"""How many rows an eye takes in."""

_MOST_COLUMNS = 24
_LONGEST = 34  # characters of a label
_WIDTH = 7.2  # inches
_ONE_LINE = 60  # characters of headings that fit beside one another
_DARK = 0.55  # from there on, what is written on it is white
_INK, _PAPER, _LINE = "#000000", "#ffffff", "#777777"
# each lighter than the one before, and with a hatch of its own
_LOOKS = (
    ("#3b4a6b", ""),
    ("#dfe4ee", "///"),
    ("#9aa7c2", "..."),
    ("#ffffff", "xx"),
    ("#c3cbdc", "\\\\\\"),
    ("#6a7898", "--"),
)
# Any: its settings are of many types
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    # the same figures give the same file
    "svg.hashsalt": "mediakit",
    # titles hold dollars, and are no formulas
    "text.parse_math": False,
    "font.family": ["DejaVu Sans", "sans-serif"],
    "font.size": 9,
    "hatch.linewidth": 0.6,
}


def is_installed() -> bool:
    """Tell whether there is what draws charts."""
    return find_spec(PACKAGE) is not None


def is_crowded(table: Table) -> bool:
    """Tell whether a chart of a table would be more than an eye takes in."""
    if table.chart is None:
        return False
    most = _MOST_COLUMNS if table.chart.drawn is Drawn.GRID else len(_LOOKS)
    return len(table.rows) > MOST_ROWS or len(table.chart.columns) > most


def draw(table: Table) -> bytes:
    """Return the chart of a table as SVG.

    Returns:
        Nothing where the table has none, or more rows than an eye takes in, or where
        what draws charts is not installed.
    """
    chart = table.chart
    if chart is None or not (chart.columns and table.rows and is_installed()):
        return b""
    if is_crowded(table):
        return b""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        # the reader's browser has letters that Matplotlib's own font has not
        warnings.simplefilter("ignore")
        figure = Figure(figsize=(_WIDTH, _height(table)), layout="constrained")
        axes = figure.add_subplot()
        (_grid if chart.drawn is Drawn.GRID else _bars)(axes, table)
        file = io.BytesIO()
        nobody = {"Date": None, "Creator": None}
        # Any: Matplotlib does not say what its canvas can do
        canvas: Any = FigureCanvasSVG(figure)
        canvas.print_svg(file, metadata=nobody)
    return file.getvalue()


def _height(table: Table) -> float:
    chart = table.chart
    if chart is None or chart.drawn is Drawn.GRID:
        return 1.5 + 0.34 * len(table.rows)
    return 0.9 + (0.16 + 0.2 * len(chart.columns)) * len(table.rows)


# Any: Matplotlib's axes
def _grid(axes: Any, table: Table) -> None:
    places = _places(table)
    values = [[_number(row[place]) for place in places] for row in table.rows]
    most = max((value or 0 for line in values for value in line), default=0) or 1
    for y, (row, line) in enumerate(zip(table.rows, values, strict=True)):
        for x, (place, value) in enumerate(zip(places, line, strict=True)):
            _square(axes, (x, y), value, most)
            text = shown(row[place], table.columns[place])
            dark = (value or 0) / most > _DARK
            axes.text(
                *(x, y, text),
                ha="center",
                va="center",
                color=_PAPER if dark else _INK,
            )
    heads = [_short(table.columns[place].heading) for place in places]
    axes.set_xlim(-0.5, len(places) - 0.5)
    axes.set_ylim(len(table.rows) - 0.5, -0.5)
    axes.xaxis.tick_top()
    long = sum(map(len, heads)) > _ONE_LINE
    axes.set_xticks(range(len(places)), heads)
    for label in axes.get_xticklabels():
        label.set(rotation=40 if long else 0, ha="left" if long else "center")
    _frame(axes, _labels(table))


def _square(axes: Any, at: tuple[int, int], value: float | None, most: float) -> None:
    from matplotlib.patches import Rectangle

    part = (value or 0) / most
    shade = tuple(1 - part * (1 - dark) for dark in (0.18, 0.24, 0.38))
    axes.add_patch(
        Rectangle(
            (at[0] - 0.5, at[1] - 0.5),
            1,
            1,
            facecolor=shade,
            edgecolor=_LINE,
            linewidth=0.5,
            hatch="" if value is not None else "//",
        )
    )


def _bars(axes: Any, table: Table) -> None:
    places = _places(table)
    thick = 0.8 / len(places)
    values = [_number(row[place]) or 0 for row in table.rows for place in places]
    most = max(values, default=0) or 1
    for number, place in enumerate(places):
        colour, hatch = _LOOKS[number]
        column = table.columns[place]
        lengths = [_number(row[place]) or 0 for row in table.rows]
        where = [y - 0.4 + thick * (number + 0.5) for y in range(len(table.rows))]
        axes.barh(
            *(where, lengths),
            height=thick * 0.9,
            color=colour,
            edgecolor=_INK,
            linewidth=0.6,
            hatch=hatch,
            label=_short(column.heading),
        )
        for y, length, row in zip(where, lengths, table.rows, strict=True):
            axes.text(length + most * 0.01, y, shown(row[place], column), va="center")
    axes.set_xlim(0, most * 1.12)
    axes.set_ylim(len(table.rows) - 0.5, -0.5)
    axes.set_xticks([])
    if len(places) > 1:
        axes.legend(
            loc="lower left",
            bbox_to_anchor=(0, 1),
            ncols=min(len(places), 3),
            frameon=False,
        )
    _frame(axes, _labels(table))


def _frame(axes: Any, labels: Sequence[str]) -> None:
    axes.set_yticks(range(len(labels)), labels)
    axes.tick_params(length=0)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)


def _places(table: Table) -> list[int]:
    return [table.at(name) for name in table.chart.columns] if table.chart else []


def _labels(table: Table) -> list[str]:
    place = table.at(table.chart.labels) if table.chart else 0
    return [_short(str(row[place] or "")) for row in table.rows]


def _number(cell: Cell) -> float | None:
    return None if cell is None or isinstance(cell, str) else float(cell)


def _short(text: str) -> str:
    plain = printable(" ".join(text.split()))
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
