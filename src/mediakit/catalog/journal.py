"""``catalog.json.journal``: the changes since ``catalog.json`` was written.

Lines of text, each the CRC-32 of what follows in eight hexadecimal digits, a tab,
and JSON. The first says which ``catalog.json`` the others belong to; each of the
others is one transaction, a list of ``[table, id, document]`` where no document
(``null``) means removed.

A last line that was not wholly written is a transaction that never happened: it
was never acknowledged. Anything else that is not as written is damage, and is
reported with its place, never skipped.
"""

import contextlib
import json
import os
import re
import zlib
from pathlib import Path

from mediakit import files
from mediakit.catalog.snapshot import Document, Snapshot, Tables, loads
from mediakit.errors.base import sentence
from mediakit.errors.catalog import CatalogDamaged
from mediakit.errors.library import WriteFailed

Change = tuple[str, str, Document | None]

_CHECK = 9
# Power that fails while a line is written can leave blocks of it that were never
# stored and read as zeros; a single zero is a bit that flipped.
_UNWRITTEN = re.compile(rb"\A\0|\0\0")


def header(snapshot: Snapshot) -> bytes:
    """Return the first line of a journal of *snapshot*."""
    return _line(_header(snapshot.generation, snapshot.crc32))


def transaction(changes: list[Change]) -> bytes:
    """Return the line of one transaction.

    Raises:
        ValueError: A number is infinite or not a number.
    """
    return _line(changes)


def read(path: Path, raw: bytes, start: int) -> tuple[list[bytes], int]:
    """Return what the whole lines of a journal say, and where the last one ends.

    Args:
        path: The journal, for messages.
        raw: Its bytes from *start* on.
        start: A byte of it where a line begins.

    Raises:
        CatalogDamaged: Something else than the end of the last line is wrong.
    """
    lines, position = [], 0
    while position < len(raw):
        end = raw.find(b"\n", position)
        line = raw[position:end]  # without its last byte if that is not a line's end
        if _is_whole(line):
            if end < 0:
                raise _damaged(path, start + len(raw) - 1)
            lines.append(line[_CHECK:])
            position = end + 1
        elif end < 0 or (end + 1 == len(raw) and _UNWRITTEN.search(line)):
            break
        else:
            raise _damaged(path, start + position)
    return lines, start + position


def append(path: Path, content: bytes, position: int) -> None:
    """Put whole lines at byte *position* of a journal, and force them to disk.

    What lies there was never acknowledged, or was folded in.

    Raises:
        WriteFailed: They could not be written; the journal is as it was.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    # a link would have what it leads to written over
    flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, flags, files.OWNER_ONLY_FILE)
        try:
            if os.fstat(descriptor).st_size > position:
                os.ftruncate(descriptor, position)
            os.lseek(descriptor, position, os.SEEK_SET)
            files.write_all(descriptor, content)
            os.fsync(descriptor)
            if not position:
                files.sync_folder(path.parent)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, position)
                os.fsync(descriptor)
            raise
        finally:
            os.close(descriptor)
    except OSError as error:
        raise WriteFailed(path=str(path), reason=files.reason(error)) from error


def belongs(path: Path, line: bytes, snapshot: Snapshot) -> bool:
    """Tell whether a journal that begins with *line* is of *snapshot*.

    Returns:
        False when its changes are in the snapshot already.

    Raises:
        CatalogDamaged: It belongs to another ``catalog.json``.
    """
    found = loads(line)
    if found == _header(snapshot.generation, snapshot.crc32):
        return True
    if found == _header(snapshot.generation - 1, snapshot.follows):
        return False
    raise CatalogDamaged(
        path=str(path),
        place=0,
        reason=sentence(
            "it belongs to another catalog.json; the one beside it was changed by "
            "another program, damaged, or put back from a copy"
        ),
    )


def apply(tables: Tables, lines: list[bytes]) -> Tables:
    """Return *tables* after the transactions in *lines*."""
    changed: Tables = {}
    for line in lines:
        for table, key, document in loads(line):
            if table not in changed:
                changed[table] = dict(tables.get(table, {}))
            if document is None:
                changed[table].pop(key, None)
            else:
                changed[table][key] = document
    return {**tables, **changed}


def differences(before: Tables, after: Tables) -> list[Change]:
    """Return what leads from *before* to *after*."""
    changes: list[Change] = []
    for name in {**before, **after}:
        old, new = before.get(name, {}), after.get(name, {})
        if old is not new:
            changes += [
                (name, key, document)
                for key, document in new.items()
                if old.get(key) is not document and old.get(key) != document
            ]
            changes += [(name, key, None) for key in old if key not in new]
    return changes


def _header(generation: int, crc32: int) -> dict[str, int]:
    return {"generation": generation, "crc32": crc32}


def _line(value: object) -> bytes:
    # the standard library: orjson would write NaN as null
    content = json.dumps(value, allow_nan=False, separators=(",", ":")).encode()
    return b"%08x\t%b\n" % (zlib.crc32(content), content)


def _is_whole(line: bytes) -> bool:
    return line[:_CHECK] == b"%08x\t" % zlib.crc32(line[_CHECK:])


def _damaged(path: Path, byte: int) -> CatalogDamaged:
    return CatalogDamaged(
        path=str(path), place=byte, reason=sentence("it is not as it was written")
    )
