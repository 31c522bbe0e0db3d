"""Writing a transcript's segments into the index, and taking them out."""

# ruff: noqa: S608 the names of the columns are a constant
import sqlite3
from collections.abc import Iterable, Sequence

from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Transcript
from mediakit.search.folding import chunk_tokens
from mediakit.search.rows import COLUMNS, SEPARATOR, Row, only, to_row, to_segment
from mediakit.search.sounding import sound
from mediakit.search.stemming import chunk_keys, stemmer_of

Words = set[str]
"""Folded words."""

Numbered = Sequence[tuple[int, Row]]
"""Rows with the numbers of their segments."""

_ROW = (
    f"INSERT INTO segments (id, transcript, {', '.join(COLUMNS)}) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def put(
    connection: sqlite3.Connection,
    id_: TranscriptId,
    version: str,
    transcript: Transcript,
    before: TranscriptId | None = None,
) -> Words:
    """Write a transcript, over the one that it corrects if that is there.

    Returns:
        Words that may be said nowhere any more.
    """
    rows = [to_row(segment, transcript.language) for segment in transcript.segments]
    if before is not None:
        number, first, last = _bounds(connection, before)
        if last - first + 1 == len(rows):
            _rename(connection, number, id_, version, rows)
            return _correct(connection, number, first, rows)
    gone = set() if before is None else remove(connection, before)
    _add(connection, id_, version, rows)
    return gone


def remove(connection: sqlite3.Connection, id_: TranscriptId) -> Words:
    """Take a transcript out; return words that may be said nowhere any more."""
    number, first, last = _bounds(connection, id_)
    said = _held(connection, first, last)
    _unsay(connection, said)
    connection.execute("DELETE FROM segments WHERE id BETWEEN ? AND ?", (first, last))
    connection.execute("DELETE FROM transcripts WHERE number = ?", (number,))
    return _words(row for _number, row in said)


def forget(connection: sqlite3.Connection, words: Words) -> None:
    """Take words out of the list of spellings that are said nowhere any more."""
    for word in words:
        (is_said,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM spoken WHERE spoken MATCH ?)",
            (f'words : "{word}"',),
        ).fetchone()
        if not is_said:
            connection.execute(
                "DELETE FROM spellings WHERE sound = ? AND word = ?",
                (sound(word), word),
            )


def _add(
    connection: sqlite3.Connection,
    id_: TranscriptId,
    version: str,
    rows: Sequence[Row],
) -> None:
    (last,) = only(connection.execute("SELECT max(last) FROM transcripts"))
    first = (last or 0) + 1
    number = connection.execute(
        "INSERT INTO transcripts (id, version, first, last, languages) "
        "VALUES (?, ?, ?, ?, ?)",
        (id_, version, first, first + len(rows) - 1, _languages(rows)),
    ).lastrowid
    numbered = list(enumerate(rows, first))
    connection.executemany(_ROW, ((place, number, *row) for place, row in numbered))
    _say(connection, numbered)


def _rename(
    connection: sqlite3.Connection,
    number: int,
    id_: TranscriptId,
    version: str,
    rows: Sequence[Row],
) -> None:
    connection.execute(
        "UPDATE transcripts SET id = ?, version = ?, languages = ? WHERE number = ?",
        (id_, version, _languages(rows), number),
    )


def _correct(
    connection: sqlite3.Connection, number: int, first: int, rows: Sequence[Row]
) -> Words:
    """Write those of a transcript's rows that are no longer as they were."""
    held = _held(connection, first, first + len(rows) - 1)
    changed = [
        (before, (place, row))
        for before, (place, row) in zip(held, enumerate(rows, first), strict=True)
        if before != (place, row)
    ]
    before, after = [old for old, _ in changed], [new for _, new in changed]
    _unsay(connection, before)
    connection.executemany(
        "DELETE FROM segments WHERE id = ?", ((place,) for place, _ in before)
    )
    connection.executemany(_ROW, ((place, number, *row) for place, row in after))
    _say(connection, after)
    return _words(row for _place, row in before)


def _bounds(connection: sqlite3.Connection, id_: TranscriptId) -> tuple[int, int, int]:
    number, first, last = only(
        connection.execute(
            "SELECT number, first, last FROM transcripts WHERE id = ?", (id_,)
        )
    )
    return number, first, last


def _held(connection: sqlite3.Connection, first: int, last: int) -> Numbered:
    rows = connection.execute(
        f"SELECT id, {', '.join(COLUMNS)} FROM segments WHERE id BETWEEN ? AND ? "
        "ORDER BY id",
        (first, last),
    ).fetchall()
    found = [(place, tuple(row)) for place, *row in rows]
    for _place, row in found:
        to_segment(row)  # refuses what is not as it was written
    return found


def _say(connection: sqlite3.Connection, rows: Numbered) -> None:
    connection.executemany(
        "INSERT INTO spoken (rowid, words, keys) VALUES (?, ?, ?)",
        (_searchable(place, row) for place, row in rows),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO spellings VALUES (?, ?)",
        ((sound(word), word) for word in _words(row for _place, row in rows)),
    )


def _unsay(connection: sqlite3.Connection, rows: Numbered) -> None:
    # a table without content of its own forgets words when it is told them again
    connection.executemany(
        "INSERT INTO spoken (spoken, rowid, words, keys) VALUES ('delete', ?, ?, ?)",
        (_searchable(place, row) for place, row in rows),
    )


def _searchable(place: int, row: Row) -> tuple[int, str, str]:
    _start, _end, _speaker, language, text, _crc = row
    chunks, stemmer = text.split(), stemmer_of(language)
    return (
        place,
        " ".join(token.folded for chunk in chunks for token in chunk_tokens(chunk)),
        " ".join([chunk_keys(chunk, stemmer) for chunk in chunks]),
    )


def _words(rows: Iterable[Row]) -> Words:
    """Return the words that have a sound."""
    chunks = {chunk for row in rows for chunk in row[4].split()}
    return {
        token.folded
        for chunk in chunks
        for token in chunk_tokens(chunk)
        if sound(token.folded)
    }


def _languages(rows: Iterable[Row]) -> str:
    return SEPARATOR.join(sorted({language for _, _, _, language, _, _ in rows}))
