"""TinyDB tables whose ids are ours and whose reads and changes stay apart."""

import copy
from collections.abc import Callable
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import MemoryStorage, Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from mediakit.catalog.snapshot import Document, Tables


class RecordTable(Table):
    """A TinyDB table with text ids.

    TinyDB's query cache is off: it goes on answering after another program
    has changed the file.
    """

    # TinyDB's annotations speak of numbers only; its code takes any class
    document_id_class: Any = str

    def __init__(self, storage: Storage, name: str) -> None:
        super().__init__(storage, name, cache_size=0)

    def ids(self) -> list[str]:
        """Return the id of every document, oldest first."""
        return list(self._read_table())

    def document(self, key: str) -> TinyDocument | None:
        """Return the document with this id, if there is one."""
        doc_id: Any = key
        return self.get(doc_id=doc_id)

    def keep(self, key: str, document: Document) -> None:
        """Insert a document, or replace what the one with its id says."""
        doc_id: Any = key
        self.upsert(TinyDocument(document, doc_id))

    def discard(self, key: str) -> bool:
        """Remove a document; tell whether there was one."""
        doc_id: Any = key
        return bool(self.remove(doc_ids=[doc_id]))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        tables = dict(self._storage.read() or {})
        table = tables.get(self.name, {})
        if not isinstance(table, _Working):
            table = tables[self.name] = _Working(table)
        updater(table)
        self._storage.write(tables)


class RecordDB(TinyDB):
    """TinyDB in memory with `RecordTable` for its tables.

    Args:
        tables: What it starts with; it stays as it is, whatever is changed.
    """

    table_class: Any = RecordTable

    def __init__(self, tables: Tables) -> None:
        super().__init__(storage=MemoryStorage)
        self.storage.write(tables)

    def table(self, name: str, **options: Any) -> RecordTable:
        """Return the table of this name, empty if there was none."""
        return cast("RecordTable", super().table(name, **options))


class _Working(dict[str, Document]):
    """Documents that are copied when a change looks at them.

    TinyDB changes documents in place; the ones in *tables* are shared with
    everyone who has read them.
    """

    def __getitem__(self, key: str) -> Document:
        document = self[key] = copy.deepcopy(super().__getitem__(key))
        return document
