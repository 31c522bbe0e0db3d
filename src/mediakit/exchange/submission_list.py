"""A list of what was sent in: which file is whose, and what they agreed to."""

from collections.abc import Iterator
from dataclasses import dataclass

from mediakit.errors.base import sentence
from mediakit.errors.typed import CellNotUnderstood
from mediakit.exchange.session_cells import CellUnusable, as_day, as_text
from mediakit.exchange.session_columns import fold_heading
from mediakit.exchange.sheet import Row, Sheet

FILE, CONTRIBUTOR, CONSENT, UNTIL = COLUMNS = (
    "file",
    "contributor",
    "consent",
    "until",
)

# headings that mean a column, besides its name, without accents and in small letters
_ALSO = {
    FILE: ("fichier", "video"),
    CONTRIBUTOR: ("contributeur", "contributrice", "personne", "person"),
    CONSENT: ("consentement", "up_to", "up to"),
    UNTIL: ("jusqu'au", "jusqu\N{RIGHT SINGLE QUOTATION MARK}au", "fin"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """What a row says.

    Attributes:
        number: The row, as spreadsheet programs count.
        cells: What it says, by the name of the column; a day as ISO 8601.
        problems: What is wrong with it.
    """

    number: int
    cells: dict[str, str]
    problems: tuple[CellNotUnderstood, ...] = ()


def read_list(sheet: Sheet, date_order: str) -> Iterator[ListRow]:
    """Yield what each row of a list says, with everything that is wrong with it.

    Args:
        sheet: The list.
        date_order: Of day and month, where texts leave it open; see `as_day`.
    """
    places = dict(_places(sheet))
    if FILE not in places:
        yield ListRow(
            number=1,
            cells={},
            problems=(unusable(1, FILE, sentence("this column is missing")),),
        )
        return
    for row in sheet.rows:
        yield _read(row, places, date_order)


def unusable(row: int, column: str, reason: str) -> CellNotUnderstood:
    """Return what is wrong with a cell."""
    return CellNotUnderstood(row=row, column=column, reason=reason)


def _places(sheet: Sheet) -> Iterator[tuple[str, int]]:
    """Yield each column that is known and where it is; the first counts."""
    names = {heading: name for name, also in _ALSO.items() for heading in also}
    names |= {name: name for name in _ALSO}
    for place, heading in reversed(list(enumerate(sheet.headings))):
        if name := names.get(fold_heading(heading)):
            yield name, place


def _read(row: Row, places: dict[str, int], date_order: str) -> ListRow:
    cells: dict[str, str] = {}
    problems: list[CellNotUnderstood] = []
    for name, place in places.items():
        cell = row.cells[place] if place < len(row.cells) else ""
        try:
            is_day = name == UNTIL and cell != ""
            cells[name] = as_day(cell, date_order) if is_day else as_text(cell)
        except CellUnusable as error:
            problems.append(unusable(row.number, name, error.reason))
    return ListRow(number=row.number, cells=cells, problems=tuple(problems))
