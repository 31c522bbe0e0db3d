"""Bringing the index up to date with the transcripts there are."""

# ruff: noqa: S608 the names of the columns are a constant
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mediakit.errors.base import MediakitError
from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Transcript
from mediakit.search.folding import chunk_tokens
from mediakit.search.rows import COLUMNS, only, to_row, to_segment
from mediakit.search.stemming import chunk_keys, stemmer_of
from mediakit.search.store import made_by

Load = Callable[[TranscriptId], Transcript]
"""Read the words of a transcript; a `MediakitError` says why that is impossible."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """One more transcript was read for the index.

    Attributes:
        transcript: Which.
        total: How many are to be read in all.
        error: Why it could not be read, if it could not.
    """

    transcript: TranscriptId
    total: int
    error: MediakitError | None = None


@dataclass(frozen=True, slots=True)
class Differences:
    """What is to be done to make the index hold what is wanted."""

    outdated: tuple[TranscriptId, ...]
    missing: tuple[TranscriptId, ...]

    def __bool__(self) -> bool:
        return bool(self.outdated or self.missing)


def differences(
    connection: sqlite3.Connection, wanted: Mapping[TranscriptId, str]
) -> Differences:
    """Compare what the index holds with the versions of what is wanted."""
    held: dict[TranscriptId, str] = {}
    if made_by(connection):
        held = dict(connection.execute("SELECT id, version FROM transcripts"))
    return Differences(
        tuple(id_ for id_, version in held.items() if wanted.get(id_) != version),
        tuple(id_ for id_, version in wanted.items() if held.get(id_) != version),
    )


def update(
    connection: sqlite3.Connection, wanted: Mapping[TranscriptId, str], load: Load
) -> Iterator[Indexed]:
    """Remove what is outdated and add what is missing; yield each that was read."""
    found = differences(connection, wanted)
    for id_ in found.outdated:
        _remove(connection, id_)
    for id_ in found.missing:
        error = None
        try:
            transcript = load(id_)
        except MediakitError as raised:
            error = raised
        else:
            _add(connection, id_, wanted[id_], transcript)
        yield Indexed(id_, len(found.missing), error)
    if found.outdated:
        # FTS5 only notes that words are gone, until it merges what it holds
        connection.execute("INSERT INTO spoken (spoken) VALUES ('optimize')")


def _add(
    connection: sqlite3.Connection,
    id_: TranscriptId,
    version: str,
    transcript: Transcript,
) -> None:
    rows = [to_row(segment, transcript.language) for segment in transcript.segments]
    (last,) = only(connection.execute("SELECT max(last) FROM transcripts"))
    first = (last or 0) + 1
    number = connection.execute(
        "INSERT INTO transcripts (id, version, first, last) VALUES (?, ?, ?, ?)",
        (id_, version, first, first + len(rows) - 1),
    ).lastrowid
    connection.executemany(
        f"INSERT INTO segments (id, transcript, {', '.join(COLUMNS)}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((place, number, *row) for place, row in enumerate(rows, first)),
    )
    connection.executemany(
        "INSERT INTO spoken (rowid, words, keys) VALUES (?, ?, ?)",
        (
            (place, *_searchable(text, language))
            for place, (_, _, _, language, text, _) in enumerate(rows, first)
        ),
    )


def _remove(connection: sqlite3.Connection, id_: TranscriptId) -> None:
    held = connection.execute(
        "SELECT first, last FROM transcripts WHERE id = ?", (id_,)
    )
    bounds = only(held)
    rows = connection.execute(
        f"SELECT id, {', '.join(COLUMNS)} FROM segments WHERE id BETWEEN ? AND ?",
        bounds,
    ).fetchall()
    said = [(place, to_segment(row)) for place, *row in rows]
    # a table without content of its own forgets words when it is told them again
    connection.executemany(
        "INSERT INTO spoken (spoken, rowid, words, keys) VALUES ('delete', ?, ?, ?)",
        ((place, *_searchable(each.text, each.language)) for place, each in said),
    )
    connection.execute("DELETE FROM segments WHERE id BETWEEN ? AND ?", bounds)
    connection.execute("DELETE FROM transcripts WHERE id = ?", (id_,))


def _searchable(text: str, language: str) -> tuple[str, str]:
    chunks, stemmer = text.split(), stemmer_of(language)
    return (
        " ".join(token.folded for chunk in chunks for token in chunk_tokens(chunk)),
        " ".join([chunk_keys(chunk, stemmer) for chunk in chunks]),
    )
