"""A small library to break, and how to tell what it holds without mediakit."""

import functools
import hashlib
import json
import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mediakit.catalog.records import KINDS

_KINDS = "|".join({kind.letter for kind in KINDS.values()})
_ID = re.compile(rf"\b({_KINDS})-[0-9a-hjkmnp-tv-z]{{10}}\b")
# of an item of a playlist or a film, drawn by chance: one of another may have it
_CODE = re.compile(r'(?<="code": ")[A-Z0-9]+(?=")')
_HASH = re.compile(r"\b[0-9a-f]{64}\b")
_STAMP = re.compile(r'"at": "[^"]*"')
# said of what leaves until it is there: true of both sides of a crash
_UNFINISHED = re.compile(r'"unfinished": (?:true|false)')


@dataclass
class Small:
    """A library to copy and break, and files that are not in it yet.

    Attributes:
        root: The library.
        sources: Recordings and subtitles outside of it.
        ids: What its things are called.
    """

    root: Path
    sources: Path
    ids: dict[str, str] = field(default_factory=dict)


def records(root: Path) -> Any:  # Any: JSON
    """Read the catalog of a library by plain means; None if there is none."""
    try:
        raw = (root / "catalog.json").read_bytes()
    except FileNotFoundError:
        return None
    tables = json.loads(raw)
    generation = tables.pop("_catalog")["about"]["generation"]
    journal = root / "catalog.json.journal"
    lines = journal.read_bytes().split(b"\n")[:-1] if journal.exists() else []
    changes = [json.loads(line.partition(b"\t")[2]) for line in lines]
    if changes[:1] == [{"generation": generation, "crc32": zlib.crc32(raw)}]:
        for table, key, document in (one for line in changes[1:] for one in line):
            tables.setdefault(table, {})[key] = document
    return {
        table: {key: one for key, one in documents.items() if one is not None}
        for table, documents in tables.items()
    }


def essence(found: Any, before: Any) -> list[str]:
    """Return records without what differs from run to run: new ids, hashes, times.

    Nor is it told whether what left was seen to; see `test_leaving`.
    """
    known = json.dumps(before)
    if found is None:
        return ["no catalog"]

    lines = []
    for table, documents in found.items():
        for key, document in documents.items():
            text = _STAMP.sub("", json.dumps(document, sort_keys=True))
            text = _UNFINISHED.sub("", text)
            own = json.dumps((before or {}).get(table, {}).get(key))
            for differs, there in ((_ID, known), (_CODE, own), (_HASH, known)):
                text = differs.sub(functools.partial(_plain, there), text)
            lines.append(f"{table} {text}")
    return sorted(lines)


def _plain(known: str, match: re.Match[str]) -> str:
    return match[0] if match[0] in known else "new"


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
