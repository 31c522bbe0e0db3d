"""Spreadsheets of Excel and LibreOffice: XLSX."""

import io
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from mediakit.errors.base import Reason, sentence
from mediakit.errors.spreadsheets import SpreadsheetsNotInstalled, SpreadsheetUnreadable
from mediakit.exchange.sheet import Cell, Sheet, Unknown, made_of
from mediakit.exchange.xlsx_bounds import Extent, measure

NAME = "xlsx"
SUFFIX = ".xlsx"

Page = tuple[str, Sequence[str], Sequence[Sequence[Cell]]]
"""What a sheet is called, its headings, and its rows."""

_PACKAGE = "openpyxl"
_ERROR, _FORMULA, _NUMBER = "e", "f", "n"
_NOT_COMPUTED = sentence(
    "it holds a formula whose result is not in the file; open it in a spreadsheet "
    "program and save it"
)


def read(content: bytes, file: str, sheet: str = "") -> Sheet:
    """Return what one sheet of an XLSX file holds; no formula is computed.

    Args:
        content: The file.
        file: Its name, for messages.
        sheet: The sheet's name; empty for the first.

    Raises:
        SpreadsheetsNotInstalled: What reads such files is not installed.
        SpreadsheetUnreadable: It is damaged, not safe to open, or has no such sheet.
        SpreadsheetTooLarge: It holds more than is read.
    """
    _verify_installed()
    extent = measure(content, file)
    try:
        with warnings.catch_warnings():
            # what openpyxl does not know (colours, checks of values) is not read here
            warnings.simplefilter("ignore")
            lines = list(_lines(content, file, sheet, extent))
    except SpreadsheetUnreadable:
        raise
    except Exception as error:
        # openpyxl lets through whatever its parts raise when a file is not as it says
        reason = Reason(sentence("it is damaged ({what})"), what=str(error))
        raise SpreadsheetUnreadable(file=file, reason=reason) from error
    return made_of(lines, encoding="", delimiter="")


def write(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return an XLSX file; what is text stays text, whatever it begins with.

    Raises:
        SpreadsheetsNotInstalled: What writes such files is not installed.
    """
    return write_book([("", headings, rows)])


def write_book(pages: Sequence[Page]) -> bytes:
    """Return an XLSX file of several sheets; what is text stays text in all.

    Raises:
        SpreadsheetsNotInstalled: What writes such files is not installed.
    """
    _verify_installed()
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "mediakit"
    for name, headings, rows in pages:
        page = book.create_sheet(name or None)
        page.freeze_panes = "A2"
        for row in (headings, *rows):
            page.append([None if value == "" else _kept(page, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# Any: openpyxl's annotations take its function for a class, and know no int
def _kept(page: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(page, value)
    if isinstance(value, str):
        made.data_type = "s"
    return made


def _verify_installed() -> None:
    import importlib.util

    if importlib.util.find_spec(_PACKAGE) is None:
        raise SpreadsheetsNotInstalled(
            package=_PACKAGE, command="pip install 'mediakit[research]'"
        )


def _lines(
    content: bytes, file: str, sheet: str, extent: Extent
) -> Iterator[list[Cell]]:
    values = _cells(content, file, sheet, extent, computed=True)
    if not extent.has_formulas:
        for row in values:
            yield [_value(cell) for cell in row]
        return
    formulas = _cells(content, file, sheet, extent, computed=False)
    for row, sources in zip(values, formulas, strict=True):
        yield [_result(cell, source) for cell, source in zip(row, sources, strict=True)]


# Any: openpyxl's cells, of classes that share no ancestor
def _cells(
    content: bytes, file: str, sheet: str, extent: Extent, *, computed: bool
) -> Iterator[Sequence[Any]]:
    from openpyxl import load_workbook

    book = load_workbook(
        io.BytesIO(content), read_only=True, data_only=computed, keep_links=False
    )
    try:
        pages = {page.title: page for page in book.worksheets}
        if not pages or (sheet and sheet not in pages):
            reason = Reason(
                sentence("it has no sheet '{sheet}', only {sheets}"),
                sheet=sheet,
                sheets=", ".join(pages) or "-",
            )
            raise SpreadsheetUnreadable(file=file, reason=reason)
        page = pages[sheet] if sheet else next(iter(pages.values()))
        # as far as there is anything, whatever the sheet says of its size
        yield from page.iter_rows(max_row=extent.rows or 1, max_col=extent.columns or 1)
    finally:
        book.close()


def _result(cell: Any, source: Any) -> Cell:
    computed = source.data_type == _FORMULA
    if computed and cell.value is None and cell.data_type == _NUMBER:
        return Unknown(_NOT_COMPUTED)
    return _value(cell)


def _value(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == _ERROR:
        return Unknown(Reason(sentence("it holds the error {error}"), error=value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return value.strip()
    return value if isinstance(value, bool | int | float | date) else str(value)
