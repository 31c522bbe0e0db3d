"""Logs as the page of a kit saves them."""

import json
from pathlib import Path
from typing import Any

Entry = dict[str, Any]

LOG = "b474df1a2bedf1c8a2d2"
SESSION = "s-0000000001"


# Any: what is said wrongly in tests is of any type
def an_entry(code: str = "A1", excerpt: str = "x-0000000001", **facts: Any) -> Entry:
    """Return an entry of an item that was shown."""
    return {
        "code": code,
        "excerpt": excerpt,
        "start": 1000,
        "end": 3000,
        "outcome": "shown",
        "began": "2026-03-01T10:32:05+00:00",
        "reached": 2000,
        "question": "Et ici ?",
        "heat": "lively",
        "reaction": "Silence",
        "asked": ["Et la route ?"],
        **facts,
    }


def a_log(*entries: Entry, **facts: object) -> Entry:
    """Return a log of these entries, or of one."""
    return {
        "format": "mediakit-screening-log",
        "version": 1,
        "log": LOG,
        "playlist": "pl-0000000001",
        "session": SESSION,
        "title": "Ménaka, jeunes",
        "began": "2026-03-01T10:32:05+00:00",
        "entries": list(entries) or [an_entry()],
        **facts,
    }


def a_log_file(folder: Path, *entries: Entry, **facts: object) -> Path:
    """Write a log into a file."""
    file = folder / "log.json"
    file.write_text(json.dumps(a_log(*entries, **facts)), "utf-8")
    return file
