"""The formats of spreadsheets, chosen by what a file holds."""

from collections.abc import Sequence

from mediakit.errors.base import sentence
from mediakit.errors.spreadsheets import SpreadsheetUnreadable
from mediakit.exchange import as_csv, as_xlsx
from mediakit.exchange.sheet import LARGEST, Cell, Sheet, too_large

FORMATS = (as_csv, as_xlsx)
NAMES = tuple(fmt.NAME for fmt in FORMATS)

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


def read_sheet(content: bytes, file: str, sheet: str = "") -> Sheet:
    """Return what a file holds, whatever its name ends in.

    Args:
        content: The file.
        file: Its name, for messages.
        sheet: The name of the sheet, for files of several; empty for the first.

    Raises:
        SpreadsheetUnreadable: It is in no format known here, or damaged.
        SpreadsheetTooLarge: It holds more than is read.
        SpreadsheetsNotInstalled: What reads its format is not installed.
    """
    if len(content) > LARGEST:
        raise too_large(file)
    if content.startswith(_OLD_OFFICE):
        reason = sentence("it is of Excel before 2007, or has a password")
        raise SpreadsheetUnreadable(file=file, reason=reason)
    if content.startswith(_ZIP):
        return as_xlsx.read(content, file, sheet)
    return as_csv.read(content, file)


def write_sheet(
    name: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> tuple[bytes, str]:
    """Return a file of the format of this name, and what its name ends in.

    Raises:
        SpreadsheetsNotInstalled: What writes that format is not installed.
    """
    fmt = next(fmt for fmt in FORMATS if name == fmt.NAME)
    return fmt.write(headings, rows), fmt.SUFFIX
