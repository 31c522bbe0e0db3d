"""A TinyDB storage that keeps ``catalog.json`` and its journal.

Changes are appended to the journal and forced to disk; at the end of a command
they are folded into ``catalog.json``, which is replaced in one piece. Whatever dies
in between, the two files together are the state before a change or after it.

Readers need no lock. Who writes or folds holds `mediakit.catalog.lock`.
"""

import contextlib
import os
import stat
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tinydb.storages import Storage

from mediakit import files
from mediakit.catalog import journal
from mediakit.catalog.migrations import MIGRATIONS, Migration, migrate, newest_format
from mediakit.catalog.snapshot import Snapshot, Tables, parse, render
from mediakit.errors.base import sentence
from mediakit.errors.catalog import CatalogBusy, CatalogDamaged, CatalogTooNew
from mediakit.errors.library import ReadFailed, WriteFailed

PATIENCE = 30
"""Seconds to wait for other programs."""

_LARGE_CATALOG = 24 << 20
_LONG_JOURNAL = 4 << 20
_HEAD = 256


class _Identity(NamedTuple):
    """What tells one ``catalog.json`` from the next."""

    inode: int
    size: int
    modified: int
    head: bytes  # holds the generation


@dataclass(frozen=True, slots=True)
class _State:
    """What was read last.

    Attributes:
        snapshot: As in ``catalog.json``.
        identity: Of the file it was read from.
        tables: With the journal's changes, in the file's own format.
        end: Where the journal's next line goes; 0 if it is to begin anew.
    """

    snapshot: Snapshot
    identity: _Identity
    tables: Tables
    end: int = 0


class JournalStorage(Storage):
    """Durable tables for TinyDB.

    Args:
        path: The ``catalog.json``; its journal lies beside it.
        migrations: What leads from the first format to the newest.
    """

    def __init__(
        self, path: Path, migrations: Sequence[Migration] = MIGRATIONS
    ) -> None:
        self._path = path
        self._journal = path.with_name(f"{path.name}.journal")
        self._migrations = migrations
        self._state: _State | None = None

    def read(self) -> Tables:
        """Return the tables as they are on disk; nobody may change them.

        Raises:
            CatalogDamaged: A file is missing or not as it was written.
            CatalogTooNew: A newer mediakit wrote it.
            CatalogBusy: It is replaced faster than it can be read.
            ReadFailed: A file cannot be read.
        """
        return self._migrated(self._refresh())

    def write(self, data: Tables) -> None:
        """Make *data* the tables, all at once.

        Raises:
            WriteFailed: They are as they were.
            ValueError: A number is infinite or not a number.
        """
        state = self._refresh()
        changes = journal.differences(self._migrated(state), data)
        if not changes:
            return
        line = journal.transaction(changes)
        if state.snapshot.format != newest_format(self._migrations):
            self._replace(state, data)
        else:
            self._append(state, line)
            if state.end > max(_LONG_JOURNAL, state.identity.size // 4):
                self._fold()

    def fold(self) -> None:
        """Put what the journal holds into ``catalog.json``, if that is not large."""
        state = self._refresh()
        if state.identity.size + state.end <= _LARGE_CATALOG:
            self._fold()

    def compact(self) -> None:
        """Put everything into ``catalog.json``, and leave nothing older beside it.

        Raises:
            WriteFailed: It cannot be written, or something older cannot be removed.
        """
        files.remove_leftovers(self._path)
        state = self._refresh()
        if state.end:
            self._replace(state, self._migrated(state))
        try:
            self._journal.unlink(missing_ok=True)
            files.sync_folder(self._path.parent)
        except OSError as error:
            raise WriteFailed(
                path=str(self._journal), reason=files.reason(error)
            ) from error

    def create(self) -> None:
        """Write a ``catalog.json`` without records.

        Raises:
            WriteFailed: It cannot be written.
        """
        first = Snapshot({}, newest_format(self._migrations), 1, 0, 0)
        files.write_durably(self._path, render(first))

    def _migrated(self, state: _State) -> Tables:
        return migrate(state.tables, state.snapshot.format, self._migrations)

    def _refresh(self) -> _State:
        deadline = time.monotonic() + PATIENCE
        damage: CatalogDamaged | None = None
        while time.monotonic() < deadline:
            try:
                self._state = self._look(self._state)
            except CatalogDamaged as error:
                self._state = None
                # without the lock, what is being written can look damaged once
                if damage and damage.details == error.details:
                    raise
                damage = error
            if self._state:
                return self._state
        raise CatalogBusy(path=str(self._path), seconds=PATIENCE)

    def _look(self, known: _State | None) -> _State | None:
        """Read what is new; return None if the files were replaced meanwhile."""
        try:
            for path in (self._path, self._journal):
                _refuse_what_is_no_file(path)
            with self._path.open("rb") as file:
                identity = _identify(file)
                if known and known.identity != identity:
                    known = None
                raw = b"" if known else file.read()
                added = self._journal_from(known.end if known else 0)
                # while the first is open, no other file gets its inode
                with self._path.open("rb") as again:
                    if added is None or _identify(again) != identity:
                        return None
        except FileNotFoundError as error:
            reason = sentence("it is missing")
            raise CatalogDamaged(
                path=str(self._path), place=0, reason=reason
            ) from error
        except OSError as error:
            raise ReadFailed(
                path=str(self._path), reason=files.reason(error)
            ) from error
        return self._replayed(known or self._parsed(raw, identity), added)

    def _journal_from(self, start: int) -> bytes | None:
        """Return its bytes from *start* on; None if it has become shorter."""
        try:
            with self._journal.open("rb") as file:
                if file.seek(0, os.SEEK_END) < start:
                    return None
                file.seek(start)
                return file.read()
        except FileNotFoundError:
            return None if start else b""

    def _parsed(self, raw: bytes, identity: _Identity) -> _State:
        snapshot = parse(self._path, raw)
        newest = newest_format(self._migrations)
        if snapshot.format > newest:
            raise CatalogTooNew(
                path=str(self._path), found=snapshot.format, known=newest
            )
        return _State(snapshot, identity, snapshot.tables)

    def _replayed(self, state: _State, added: bytes) -> _State:
        lines, end = journal.read(self._journal, added, state.end)
        if lines and not state.end:
            if not journal.belongs(self._journal, lines[0], state.snapshot):
                return state
            del lines[0]
        return replace(state, tables=journal.apply(state.tables, lines), end=end)

    def _append(self, state: _State, line: bytes) -> None:
        if not state.end:
            line = journal.header(state.snapshot) + line
        try:
            journal.append(self._journal, line, state.end)
        except BaseException:
            self._state = None
            raise

    def _fold(self) -> None:
        state = self._refresh()
        if state.end:
            # where this fails, the journal goes on holding the changes
            with contextlib.suppress(WriteFailed):
                self._replace(state, self._migrated(state))

    def _replace(self, state: _State, tables: Tables) -> None:
        self._state = None
        files.remove_leftovers(self._path)
        before = state.snapshot
        content = render(
            Snapshot(
                tables,
                format=newest_format(self._migrations),
                generation=before.generation + 1,
                follows=before.crc32,
                crc32=0,
            )
        )
        files.write_durably(self._path, content)
        # a journal that stays is known to be of the file before
        with contextlib.suppress(OSError):
            self._journal.unlink(missing_ok=True)


def _refuse_what_is_no_file(path: Path) -> None:
    """Refuse links, which lead to others' files, and pipes, which never end."""
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(path.lstat().st_mode):
            reason = sentence("it is a link, a folder or a pipe, not a file")
            raise CatalogDamaged(path=str(path), place=0, reason=reason)


def _identify(file: BinaryIO) -> _Identity:
    status = os.fstat(file.fileno())
    head = file.read(_HEAD)
    file.seek(0)
    return _Identity(status.st_ino, status.st_size, status.st_mtime_ns, head)
