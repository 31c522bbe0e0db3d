"""Where the index is kept: a SQLite file that may be deleted at any time.

It is written in SQLite's ordinary way, with a rollback journal: a write-ahead log
would leave two more files about, and needs shared memory, which network folders and
read-only ones do not have. One program writes at a time, under a lock beside the
file, and opens the file once it has the lock: a damaged index is deleted under the
same lock, and the journal of one must never meet the other.
"""

import contextlib
import os
import sqlite3
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from mediakit.errors.base import sentence
from mediakit.files import OWNER_ONLY_FILE, make_folder
from mediakit.search.stemming import stemmers_version

PATIENCE = 60
"""Seconds to wait for another program that is changing the index."""

_LAYOUT = 2
_TABLES = (
    """CREATE TABLE transcripts (
        number INTEGER PRIMARY KEY, id TEXT UNIQUE, version TEXT,
        first INTEGER, last INTEGER, languages TEXT
    )""",
    """CREATE TABLE segments (
        id INTEGER PRIMARY KEY, transcript INTEGER, start INTEGER, stop INTEGER,
        speaker TEXT, language TEXT, text TEXT, crc INTEGER
    )""",
    # "ascii" takes every sign outside ASCII for part of a word. Folding has taken the
    # words apart already, and SQLite's own tables (Unicode 6.1) know no Adlam.
    """CREATE VIRTUAL TABLE spoken USING fts5 (
        words, keys, content = '', tokenize = 'ascii'
    )""",
    # every word that was said, by how it sounds
    """CREATE TABLE spellings (
        sound TEXT, word TEXT, PRIMARY KEY (sound, word)
    ) WITHOUT ROWID""",
)
# What SQLite advises for a file that may come from a stranger.
_CAREFUL = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    # what people took back must not stay in the file
    "secure_delete = ON",
)

# Trouble with the place, not with what is in the file: deleting that helps nobody.
_PLACE_UNUSABLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


class IndexUnusable(sqlite3.DatabaseError):
    """The index is not what this mediakit would have written."""


class Store(Protocol):
    """A place where an index is."""

    def reading(self) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        """Open the index to read it as it is now; a new one has no tables."""
        ...

    def writing(self) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        """Open the index to change all of it at once, or nothing."""
        ...


class OnDisk:
    """An index in a file.

    Everything raises `sqlite3.Error` or `OSError` where the file is damaged or
    cannot be used; `can_be_mended` tells the one from the other, `may_pass` what was
    only so for a moment.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Open the index to read it as it is now; a new one has no tables."""
        with self._open() as connection:
            connection.execute("BEGIN")
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open the index to change all of it at once, or nothing."""
        with self._locked(), self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if not made_by(connection):
                _make_tables(connection)
            yield connection
            connection.execute("COMMIT")

    def discard(self) -> None:
        """Delete the index, whatever it is."""
        with self._locked():
            for suffix in ("", "-journal", "-wal", "-shm"):
                path = self._path.with_name(self._path.name + suffix)
                path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with contextlib.suppress(OSError):
            make_folder(self._path.parent)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, OWNER_ONLY_FILE))
        with contextlib.closing(_connect(str(self._path))) as connection:
            if made_by(connection) not in {0, version()}:
                raise IndexUnusable(sentence("made by another version"))
            yield connection

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock

        path = self._path.with_suffix(".lock")
        with FileLock(path, timeout=PATIENCE, mode=OWNER_ONLY_FILE):
            yield


class InMemory:
    """An index that is gone when the program ends."""

    def __init__(self) -> None:
        self._connection = _connect(":memory:")
        try:
            _make_tables(self._connection)
        except BaseException:
            self.close()
            raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Open the index to read it."""
        yield self._connection

    writing = reading

    def close(self) -> None:
        """Forget it."""
        self._connection.close()


def can_be_mended(error: Exception) -> bool:
    """Tell whether starting again in the same place may help."""
    # the low byte of an extended code is its family
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    damaged = not isinstance(error, OSError | sqlite3.ProgrammingError)
    return damaged and code not in _PLACE_UNUSABLE


def may_pass(error: Exception) -> bool:
    """Tell whether asking again may help as it is: the file was deleted meanwhile."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code == sqlite3.SQLITE_IOERR


def made_by(connection: sqlite3.Connection) -> int:
    """Return the version of the index that is there, 0 for an empty file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def version() -> int:
    """Return a number for everything that the words in an index depend on."""
    parts = f"{_LAYOUT} {unicodedata.unidata_version} {stemmers_version()}"
    # user_version has 31 bits to count with, and 0 means a new file
    return zlib.crc32(parts.encode()) >> 1 or 1


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None)
    try:
        for setting in _CAREFUL:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    for table in _TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA user_version = {version()}")
