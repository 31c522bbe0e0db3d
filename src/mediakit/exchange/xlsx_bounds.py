"""Look at an XLSX file before it is opened: how large it is, and what it asks for.

It is an archive of XML documents. What it claims of itself is not believed: a few
kilobytes can unpack to gigabytes, a single cell can stand in the last row there is,
and a document type can hold entities that multiply or lead elsewhere.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.parsers import expat

from mediakit.errors.base import Reason, sentence
from mediakit.errors.spreadsheets import SpreadsheetUnreadable
from mediakit.exchange.sheet import COLUMNS, ROWS, too_large

_UNPACKED = 200_000_000
_PARTS = 5_000
_CELLS = 2_000_000
_BLOCK = 1 << 16
_CONTENTS = "[Content_Types].xml"
_DOCUMENTS = (".xml", ".rels")
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PLACE = re.compile(r"([A-Z]{1,4})([0-9]{1,9})", re.ASCII)
_ALPHABET = 26


@dataclass(slots=True)
class Extent:
    """How far the sheets of a file reach.

    Attributes:
        rows: The last row in which a cell holds anything.
        columns: The same of columns.
        cells: How many cells hold anything.
        has_formulas: Whether any is computed.
    """

    rows: int = 0
    columns: int = 0
    cells: int = 0
    has_formulas: bool = False


def measure(content: bytes, file: str) -> Extent:
    """Return how far an XLSX file reaches, having read all of it once.

    Raises:
        SpreadsheetUnreadable: It is damaged, has a password, or is no such file; or
            a document in it has a type of its own.
        SpreadsheetTooLarge: It unpacks to more than is read.
    """
    extent = Extent()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _verify(parts, file)
            for part in parts:
                reader = _Reader(file, extent)
                try:
                    reader.read(_blocks(archive, part))
                except expat.ExpatError:
                    # pictures are no documents; but a sheet may have any name
                    if part.filename.lower().endswith(_DOCUMENTS):
                        raise
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        expat.ExpatError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        zlib.error,
    ) as error:
        reason = Reason(sentence("it is damaged ({what})"), what=str(error))
        raise SpreadsheetUnreadable(file=file, reason=reason) from error
    return extent


def _verify(parts: Sequence[zipfile.ZipInfo], file: str) -> None:
    """Refuse an archive by its table of contents."""
    if sum(part.file_size for part in parts) > _UNPACKED or len(parts) > _PARTS:
        raise too_large(file)
    reason = ""
    if _CONTENTS not in {part.filename for part in parts}:
        reason = sentence("it is no XLSX file")
    elif any(part.flag_bits & _ENCRYPTED for part in parts):
        reason = sentence("it has a password")
    elif any(part.compress_type not in _METHODS for part in parts):
        reason = sentence("it is packed as spreadsheets never are")
    if reason:
        raise SpreadsheetUnreadable(file=file, reason=reason)


def _blocks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as unpacked:
        while block := unpacked.read(_BLOCK):
            yield block


class _Reader:
    """Reads one document, and widens the extent by the cells it meets."""

    def __init__(self, file: str, extent: Extent) -> None:
        self._file = file
        self._extent = extent
        self._row = self._column = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse_type
        parser.StartElementHandler = self._enter

    def read(self, blocks: Iterator[bytes]) -> None:
        for block in blocks:
            self._parser.Parse(block, False)
        self._parser.Parse(b"", True)

    def _refuse_type(self, *_declared: object) -> None:
        reason = sentence("it holds a document type, which spreadsheets never do")
        raise SpreadsheetUnreadable(file=self._file, reason=reason)

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif tag == "c":
            self._place(attributes.get("r"))
        elif tag in {"v", "is"}:
            self._widen()
        elif tag == "f":
            self._extent.has_formulas = True
            self._widen()

    def _place(self, typed: str | None) -> None:
        if typed is None:
            self._column += 1
            return
        match = _PLACE.fullmatch(typed)
        if match is None:
            raise ValueError(typed)
        self._row, self._column = int(match[2]), 0
        for letter in match[1]:
            self._column = self._column * _ALPHABET + ord(letter) - ord("A") + 1

    def _widen(self) -> None:
        extent = self._extent
        extent.cells += 1
        extent.rows = max(extent.rows, self._row)
        extent.columns = max(extent.columns, self._column)
        if extent.rows > ROWS or extent.columns > COLUMNS or extent.cells > _CELLS:
            raise too_large(self._file)
