"""Bringing the index up to date with the transcripts there are."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mediakit.errors.base import MediakitError
from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Transcript
from mediakit.search.store import made_by
from mediakit.search.writing import forget, put, remove

_TOGETHER = 50
"""How many transcripts are kept at a time: ten seconds' work on an old laptop."""

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
    connection: sqlite3.Connection,
    wanted: Mapping[TranscriptId, str],
    load: Load,
    heirs: Mapping[TranscriptId, TranscriptId],
) -> Iterator[Indexed]:
    """Bring the index up to date; yield each transcript that was read.

    What a correction left as it was stays as it is: of a million segments, those that
    differ are written. Where nothing is taken out, what was read is kept in between:
    who interrupts the first search of a large library need not begin again.

    Args:
        connection: The index.
        wanted: What it is to hold, with what tells versions apart.
        load: Reads a transcript.
        heirs: What stands for transcripts that are kept but no longer searched.
    """
    found = differences(connection, wanted)
    earlier = {heirs[id_]: id_ for id_ in found.outdated if id_ in heirs}
    gone: set[str] = set()
    for id_ in found.outdated:
        if id_ not in earlier.values():
            gone |= remove(connection, id_)
    for count, id_ in enumerate(found.missing, 1):
        before, error = earlier.pop(id_, None), None
        try:
            transcript = load(id_)
        except MediakitError as raised:
            error = raised
            if before is not None:
                gone |= remove(connection, before)
        else:
            gone |= put(connection, id_, wanted[id_], transcript, before)
        yield Indexed(id_, len(found.missing), error)
        if not found.outdated and count % _TOGETHER == 0:
            _keep(connection)
    for id_ in earlier.values():
        gone |= remove(connection, id_)
    forget(connection, gone)
    if any(id_ not in heirs for id_ in found.outdated):
        # FTS5 only notes that words are gone, until it merges what it holds. What an
        # earlier version said is still in the library.
        connection.execute("INSERT INTO spoken (spoken) VALUES ('optimize')")


def _keep(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")
