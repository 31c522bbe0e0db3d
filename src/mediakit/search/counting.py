"""Counting the passages that were found, by who says them, in which language, when."""

# ruff: noqa: S608 what is put into statements is written in this file
import sqlite3
from collections.abc import Collection, Iterable, Mapping

from mediakit.model.ids import TranscriptId
from mediakit.search.question import Key, Place

_COLUMNS = {
    Key.SPEAKER: ("speaker",),
    Key.LANGUAGE: ("language",),
    Key.TIME: ("start", "stop"),
}
_NOTHING = {"speaker": "''", "language": "''", "start": "0", "stop": "0"}


def count(
    connection: sqlite3.Connection, numbers: Iterable[int], by: Collection[Key]
) -> Mapping[Place, int]:
    """Return how many of the segments with these numbers are at each place.

    What nobody asks for is not read: to count by transcript takes no segment.
    """
    keep(connection, numbers)
    asked = {column for key in by for column in _COLUMNS[key]}
    chosen = [name if name in asked else none for name, none in _NOTHING.items()]
    segments = "JOIN segments ON segments.id = passing.id" if asked else ""
    rows = connection.execute(
        f"SELECT transcripts.id, {', '.join(chosen)}, count(*) FROM transcripts "
        f"CROSS JOIN temp.passing ON passing.id BETWEEN first AND last {segments} "
        "GROUP BY 1, 2, 3, 4, 5"
    )
    return {
        Place(TranscriptId(id_), speaker, language, start, end): found
        for id_, speaker, language, start, end, found in rows
    }


def keep(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Write numbers of segments down where statements can use them."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS passing (id INTEGER PRIMARY KEY)"
    )
    connection.execute("DELETE FROM temp.passing")
    connection.executemany(
        "INSERT INTO temp.passing VALUES (?)", ((number,) for number in numbers)
    )
