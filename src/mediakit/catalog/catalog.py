"""The catalog: every record of a library, read at once or changed all at once."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tinydb.queries import QueryLike
from tinydb.table import Document

from mediakit.catalog.lock import locked
from mediakit.catalog.records import (
    R,
    Record,
    from_document,
    kind_of,
    matching,
    random_id,
    to_document,
)
from mediakit.catalog.snapshot import Tables
from mediakit.catalog.storage import PATIENCE, JournalStorage
from mediakit.catalog.table import RecordDB, RecordTable
from mediakit.catalog.unknown import with_unknown
from mediakit.errors.base import MediakitError
from mediakit.errors.library import LibraryExists, WriteFailed
from mediakit.model.stamp import Stamp


class Records:
    """The records as they were at one moment."""

    def __init__(self, path: Path, tables: Tables) -> None:
        self._path = path
        self._database = RecordDB(tables)

    def all(self, record_type: type[R]) -> list[R]:
        """Return every record of a kind, oldest first."""
        return self._records(record_type, self._table(record_type).all())

    def get(self, record_type: type[R], record_id: str) -> R:
        """Return the record with exactly this id.

        Raises:
            MediakitError: There is none; the kind's own error.
        """
        found = self._table(record_type).document(record_id)
        if found is None:
            raise kind_of(record_type).not_found(id=record_id)
        return from_document(record_type, found, self._path)

    def find(self, record_type: type[R], typed: str) -> R:
        """Return the one record whose id begins with what a person typed.

        Raises:
            MediakitError: There is none; the kind's own error.
            IdAmbiguous: There are several.
        """
        ids = self._table(record_type).ids()
        return self.get(record_type, matching(kind_of(record_type), typed, ids))

    def where(self, record_type: type[R], query: QueryLike) -> list[R]:
        """Return the records whose documents match a TinyDB query, oldest first."""
        return self._records(record_type, self._table(record_type).search(query))

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Yield what is kept of every record of every kind, with its table and id."""
        for name in sorted(self._database.tables()):
            for document in self._database.table(name).all():
                yield f"{name}/{document.doc_id}", document

    def new_id(self, record_type: type[Record]) -> str:
        """Return an id for a new record."""
        taken = self._table(record_type)
        while taken.document(drawn := random_id(kind_of(record_type))):
            pass
        return drawn

    def _table(self, record_type: type[Record]) -> RecordTable:
        return self._database.table(kind_of(record_type).table)

    def _records(self, record_type: type[R], found: Sequence[Document]) -> list[R]:
        return [from_document(record_type, one, self._path) for one in found]


class Change(Records):
    """The records while one program changes them; see `Catalog.change`.

    Attributes:
        author: Who the changes are signed by.
        afterwards: What is left as soon as they are on disk, while no other program
            changes anything; with the error, if they do not come to be.
        is_in_vain: Asked where something of that failed: whether nothing became of
            it, so that the records are taken back.
        is_kept: Whether they are on disk.
    """

    def __init__(self, path: Path, tables: Tables, author: str) -> None:
        super().__init__(path, tables)
        self.author = author
        self.afterwards = contextlib.ExitStack()
        self.is_in_vain: Callable[[], bool] = lambda: False
        self.is_kept = False
        self._meanwhile: Tables = {}
        self._put: dict[str, Record] = {}

    @property
    def tables(self) -> Tables:
        """The tables as changed so far."""
        return self._database.storage.read() or {}

    @property
    def is_provisional(self) -> bool:
        """Whether something is said otherwise until `afterwards` was left."""
        return bool(self._meanwhile)

    @property
    def tables_meanwhile(self) -> Tables:
        """The same, with what is said until `afterwards` was left; see `until_then`."""
        tables = self.tables
        said = self._meanwhile.items()
        return tables | {name: {**tables[name], **some} for name, some in said}

    def all_put(self, record_type: type[R]) -> list[R]:
        """Return the records of a kind that were put."""
        return [one for one in self._put.values() if isinstance(one, record_type)]

    def until_then(self, record: Record) -> None:
        """Say *record* of one that was put, until `afterwards` was left.

        It goes on being said where that never happens: the program is killed.
        """
        said = self._meanwhile.setdefault(kind_of(type(record)).table, {})
        said[record.id] = to_document(record)

    def put(self, record: R) -> R:
        """Insert a record, or replace the one with its id.

        Fields that a newer mediakit wrote into the one it replaces stay.

        Returns:
            The record with its stamps set: created once, changed now.
        """
        now = Stamp(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", self.author)
        table = self._table(type(record))
        old = table.document(record.id)
        if old is None:
            stamped = dataclasses.replace(record, created=now, changed=now)
            document = to_document(stamped)
        else:
            before = from_document(type(record), old, self._path)
            stamped = dataclasses.replace(record, created=before.created, changed=now)
            document = with_unknown(old, to_document(before), to_document(stamped))
        table.keep(record.id, document)
        self._put[record.id] = stamped
        return stamped

    def remove(self, record_type: type[Record], record_id: str) -> None:
        """Remove a record.

        Raises:
            MediakitError: There is none with this id; the kind's own error.
        """
        if not self._table(record_type).discard(record_id):
            raise kind_of(record_type).not_found(id=record_id)
        self._put.pop(record_id, None)


class Catalog:
    """The records of one library, on disk.

    Attributes:
        path: The ``catalog.json``.

    Args:
        path: The same.
        author: Who changes are signed by.
    """

    def __init__(self, path: Path, *, author: str) -> None:
        self.path = path
        self._author = author
        self._storage = JournalStorage(path)
        self._changed = False

    @staticmethod
    def create(path: Path) -> None:
        """Make a catalog without records.

        Raises:
            LibraryExists: There is one already.
            WriteFailed: It cannot be written.
        """
        with locked(path, patience=PATIENCE):
            if path.exists():
                raise LibraryExists(folder=str(path.parent))
            JournalStorage(path).create()

    def read(self) -> Records:
        """Return the records as they are now, without waiting for anyone.

        Raises:
            CatalogDamaged: A file of the catalog is missing or damaged.
            CatalogTooNew: A newer mediakit wrote it.
            ReadFailed: It cannot be read.
        """
        return Records(self.path, self._storage.read())

    @contextlib.contextmanager
    def change(self) -> Iterator[Change]:
        """Change records: all that is done inside happens at the end, or nothing.

        Other programs wait until it is over, so do nothing slow inside. Where what
        waited for the records fails, they are taken back if they are in vain; see
        `Change`.

        Yields:
            The records as they are now, to read and change.

        Raises:
            CatalogBusy: Another program did not finish in time.
            CatalogDamaged: A file of the catalog is missing or damaged.
            CatalogTooNew: A newer mediakit wrote it.
            ReadFailed: It cannot be read.
            WriteFailed: It cannot be written; nothing was changed.
        """
        with locked(self.path, patience=PATIENCE):
            before = self._storage.read()
            change = Change(self.path, before, self._author)
            try:
                with change.afterwards:
                    yield change
                    self._storage.write(change.tables_meanwhile)
                    self._changed = change.is_kept = True
            except BaseException:
                if change.is_kept and change.is_in_vain():
                    self._put_instead(change, before, is_kept=False)
                raise
            if change.is_provisional:
                self._put_instead(change, change.tables, is_kept=True)

    def _put_instead(self, change: Change, tables: Tables, *, is_kept: bool) -> None:
        """Put other tables in place of those that were just written.

        Where they cannot be written, what is said meanwhile goes on being said: that
        something was begun.
        """
        with contextlib.suppress(WriteFailed):
            self._storage.write(tables)
            change.is_kept = is_kept

    def compact(self) -> None:
        """Leave what the records say now, and nothing that they said before.

        Raises:
            CatalogBusy: Another program did not finish in time.
            WriteFailed: A file could not be written or removed.
        """
        with locked(self.path, patience=PATIENCE):
            self._storage.compact()

    def close(self) -> None:
        """Put what was changed into ``catalog.json`` for everyone to read.

        Nothing is lost where that cannot be done: the journal holds it.
        """
        if self._changed:
            # whoever has the lock does it instead; the next command says what is wrong
            with (
                contextlib.suppress(MediakitError),
                locked(self.path, patience=0),
            ):
                self._storage.fold()
            self._changed = False
