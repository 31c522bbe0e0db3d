"""``catalog.json``: a TinyDB file with one record a line.

Any TinyDB opens it, and so do people and version control: the tables of TinyDB
({name: {id: document}}) and one more, ``_catalog``, which holds

- ``format``: see `mediakit.catalog.migrations`;
- ``generation``: one more each time the file is written;
- ``follows``: the CRC-32 of the file that this one replaced, which tells whether
  a journal that lies beside it was folded in.
"""

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import orjson

from mediakit.errors.base import sentence
from mediakit.errors.catalog import CatalogDamaged

# Any: a document holds whatever JSON can, fields of newer versions included
Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]

_ABOUT = "_catalog"
_KEY = "about"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one ``catalog.json`` says.

    Attributes:
        tables: The documents by table and id.
        format: The number of its format.
        generation: How many times it was written.
        follows: The CRC-32 of the file it replaced, 0 for the first.
        crc32: Of its own bytes.
    """

    tables: Tables
    format: int
    generation: int
    follows: int
    crc32: int


def parse(path: Path, raw: bytes) -> Snapshot:
    """Read the bytes of a ``catalog.json``.

    Raises:
        CatalogDamaged: They are empty, no JSON, or no catalog.
    """
    if not raw.strip():
        raise _damaged(path, 0, sentence("it is empty"))
    try:
        tables = loads(raw)
    except json.JSONDecodeError as error:
        byte = len(error.doc[: error.pos].encode())
        raise _damaged(path, byte, sentence("it is not JSON")) from error
    try:
        about = tables.pop(_ABOUT)[_KEY]
        snapshot = Snapshot(
            tables,
            format=about["format"],
            generation=about["generation"],
            follows=about["follows"],
            crc32=zlib.crc32(raw),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise _not_a_catalog(path) from error
    if not _is_sound(snapshot):
        raise _not_a_catalog(path)
    return snapshot


def render(snapshot: Snapshot) -> bytes:
    """Return the bytes of a ``catalog.json``; its own checksum is not looked at."""
    about = {
        "format": snapshot.format,
        "generation": snapshot.generation,
        "follows": snapshot.follows,
    }
    tables = {_ABOUT: {_KEY: about}, **snapshot.tables}
    return b"{\n%b\n}\n" % b",\n".join(map(_render_table, tables, tables.values()))


def loads(raw: bytes) -> Any:  # Any: JSON
    """Read JSON, lone surrogates and huge numbers included; NaN is refused.

    Raises:
        json.JSONDecodeError: It is no JSON.
    """
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        try:
            # what orjson cannot: file names that are not Unicode, over 64 bits
            return json.loads(raw, parse_constant=_refuse)
        except (ValueError, RecursionError):
            raise error from None


def dumps(value: object) -> bytes:
    """Write compact JSON; what orjson cannot write, the standard library does."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode()


def _render_table(name: str, documents: dict[str, Document]) -> bytes:
    lines = [
        b"%b: %b" % (dumps(key), dumps(document)) for key, document in documents.items()
    ]
    return b"%b: {\n%b\n}" % (dumps(name), b",\n".join(lines))


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _is_sound(snapshot: Snapshot) -> bool:
    numbers = (snapshot.format, snapshot.generation, snapshot.follows)
    return (
        all(type(number) is int for number in numbers)
        and snapshot.format >= 1
        and all(
            isinstance(table, dict)
            and all(isinstance(document, dict) for document in table.values())
            for table in snapshot.tables.values()
        )
    )


def _not_a_catalog(path: Path) -> CatalogDamaged:
    return _damaged(path, 0, sentence("it is not a catalog of mediakit"))


def _damaged(path: Path, byte: int, reason: str) -> CatalogDamaged:
    return CatalogDamaged(path=str(path), place=byte, reason=reason)
