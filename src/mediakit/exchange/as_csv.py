"""Spreadsheets as text: CSV, from whatever program wrote it.

Excel writes what is set for the country: semicolons in French, the letters of
Windows' older encoding (cp1252), or UTF-16 with tabs. What it opens without asking
is UTF-8 with a byte order mark, which is what is written here.
"""

import codecs
import csv
import io
import re
from collections.abc import Sequence

from mediakit.errors.base import Reason, sentence
from mediakit.errors.spreadsheets import SpreadsheetUnreadable
from mediakit.exchange.sheet import COLUMNS, ROWS, Cell, Sheet, made_of, too_large

NAME = "csv"
SUFFIX = ".csv"

UTF_8, WINDOWS = "utf-8", "cp1252"

_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DELIMITERS = (",", ";", "\t")
_TOLD = re.compile(r"sep=(.)\r?\n")
_QUOTED = re.compile(r'"[^"]*"')
# what spreadsheet programs take for the beginning of a formula
# and what looks as if it had been made none, which must come back as it is
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NEUTRAL = re.compile(r"'+[=+\-@\t\r]")


def read(content: bytes, file: str) -> Sheet:
    """Return what a CSV file holds; every cell is a text.

    Raises:
        SpreadsheetUnreadable: It is no text, or a quotation mark is out of place.
        SpreadsheetTooLarge: It has too many rows or columns.
    """
    text, encoding = _decoded(content, file)
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    delimiter = told[1] if told else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[list[str]] = []
    try:
        for line in reader:
            if len(lines) > ROWS or len(line) > COLUMNS:
                raise too_large(file)
            lines.append([_plain(cell) for cell in line])
    except csv.Error as error:
        reason = Reason(
            sentence("in line {line}, a quotation mark is missing or out of place"),
            line=reader.line_num,
        )
        raise SpreadsheetUnreadable(file=file, reason=reason) from error
    return made_of(lines, encoding=encoding, delimiter=delimiter)


def write(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a CSV file, in UTF-8 with commas.

    A text that a spreadsheet program would take for a formula gets an apostrophe in
    front of it, which `read` takes away again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_neutral(heading) for heading in headings])
    writer.writerows([_neutral(str(cell)) for cell in row] for row in rows)
    # half of a surrogate pair, as a catalog that was edited by hand may have, is none
    return codecs.BOM_UTF8 + text.getvalue().encode(errors="replace")


def _decoded(content: bytes, file: str) -> tuple[str, str]:
    text, encoding = "\0", ""
    for mark, named in _MARKS:
        if content.startswith(mark):
            text, encoding = content[len(mark) :].decode(named, "replace"), named
            break
    else:
        for encoding in (UTF_8, WINDOWS):
            try:
                text = content.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    if "\0" in text:
        raise SpreadsheetUnreadable(file=file, reason=sentence("it is not a text"))
    return text, encoding


def _delimiter(text: str) -> str:
    """Return what stands between the headings most often."""
    headings = _QUOTED.sub("", text.lstrip().partition("\n")[0])
    return max(_DELIMITERS, key=headings.count)


def _plain(cell: str) -> str:
    return cell[1:] if _NEUTRAL.match(cell) else cell.strip()


def _neutral(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
