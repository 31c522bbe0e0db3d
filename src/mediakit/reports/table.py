"""A report: tables, each with what its figures mean."""

from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | None
"""``None`` where there is nothing to say."""

Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What the cells of a column are.

    Attributes:
        TEXT: Words.
        NUMBER: How many.
        TIME: Milliseconds.
        SHARE: From 0 to 1.
    """

    TEXT = "text"
    NUMBER = "number"
    TIME = "time"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: What programs call it: the same in every language.
        heading: What people read.
        kind: What its cells are.
        whole: Whether no text of it is cut off, however narrow the screen.
        aside: Whether only spreadsheets and programs are given it.
        long: Whether its texts are sentences, which want room.
    """

    name: str
    heading: str
    kind: Kind = Kind.NUMBER
    whole: bool = False
    aside: bool = False
    long: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether its cells are figures."""
        return self.kind is not Kind.TEXT


class Drawn(StrEnum):
    """How a chart is drawn.

    Attributes:
        GRID: A grid of figures, the darker the more.
        BARS: A group of bars for each row.
    """

    GRID = "grid"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Chart:
    """What of a table is drawn.

    Attributes:
        drawn: How.
        labels: The name of the column that says what a row is.
        columns: The names of the columns that are drawn.
    """

    drawn: Drawn
    labels: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        name: What programs call it: the same in every language.
        title: What it shows.
        columns: Its columns.
        rows: Its rows, a cell a column.
        footer: What all rows come to, or nothing.
        notes: What its figures mean, a sentence each.
        chart: What of it is drawn.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    footer: Row = ()
    notes: tuple[str, ...] = ()
    chart: Chart | None = None

    def at(self, column: str) -> int:
        """Return the place of a column."""
        return [one.name for one in self.columns].index(column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report.

    Attributes:
        name: As typed.
        title: What it is about.
        library: The programme's name.
        day: ISO 8601 day as of which it holds.
        tables: Its tables; the first is what it is about.
        limits: What was wished to be left out, a sentence each.
    """

    name: str
    title: str
    library: str
    day: str
    tables: tuple[Table, ...]
    limits: tuple[str, ...] = ()

    def heading(self, table: Table) -> str:
        """Return the title of a table, or nothing where the report's own says it."""
        is_said = table is self.tables[0] and table.title == self.title
        return "" if is_said else table.title
