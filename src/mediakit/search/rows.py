"""A segment as a row of the index, and back."""

import sqlite3
import zlib
from typing import Any

from mediakit.errors.base import sentence
from mediakit.model.transcript import Segment
from mediakit.search.store import IndexUnusable

COLUMNS = ("start", "stop", "speaker", "language", "text", "crc")

SEPARATOR = "\n"
"""What stands between the languages of a transcript."""

Row = tuple[int, int, str, str, str, int]


def to_row(segment: Segment, language: str) -> Row:
    """Return the row of a segment whose transcript is in *language*."""
    speaker, text = _storable(segment.speaker), _storable(segment.text)
    said = (segment.start, segment.end, speaker, segment.language or language, text)
    return (*said, _crc(said))


def to_segment(row: Row) -> Segment:
    """Return the segment of a row.

    Raises:
        IndexUnusable: It is not as it was written: people must never be shown
            to have said what they did not.
    """
    start, end, speaker, language, text, crc = row
    if crc != _crc((start, end, speaker, language, text)):
        raise IndexUnusable(sentence("a segment was altered"))
    return Segment(start=start, end=end, text=text, speaker=speaker, language=language)


# Any: what a column holds
def only(cursor: sqlite3.Cursor) -> tuple[Any, ...]:
    """Return the one row there must be.

    Raises:
        IndexUnusable: There is none.
    """
    row: tuple[Any, ...] | None = cursor.fetchone()
    if row is None:
        raise IndexUnusable(sentence("a row is missing"))
    return row


def _crc(said: tuple[int, int, str, str, str]) -> int:
    return zlib.crc32(repr(said).encode())


def _storable(text: str) -> str:
    """Return *text* without halves of signs, which SQLite does not take."""
    return text.encode(errors="replace").decode()
