"""Find where a library still says a name: in what people wrote, and in files' names."""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mediakit.catalog.catalog import Records
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import TranscriptDocumentUnreadable
from mediakit.files import is_file, reason
from mediakit.formats import docx
from mediakit.library import Library
from mediakit.model.group import fold_name
from mediakit.timeline.edl_letters import plain_text

_TEXTS = {
    *(".csv", ".html", ".json", ".md", ".srt", ".toml", ".tsv", ".txt", ".vtt"),
    *(".journal", ".jsonl", ".ttml", ".xml", ".eaf", ".textgrid", ".otr"),
    *(".otio", ".fcpxml", ".edl", ".kdenlive", ".mlt"),
}
_DOCUMENT, _PLAIN = ".docx", ".edl"
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Named(StrEnum):
    """A name that somebody has."""

    AGREED = "agreed"
    REAL = "real"
    PSEUDONYM = "pseudonym"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that says a name.

    Attributes:
        where: A record, as ``voices/v-…``, or a file, relative to the library.
        field: The field of the record; empty for a file.
        name: Which of the names; itself it is not told.
    """

    where: str
    field: str
    name: Named


def find_mentions(
    library: Library, records: Records, names: Iterable[tuple[Named, str]]
) -> Iterator[Mention]:
    """Yield every record and every text file that says one of *names*.

    Whole names are looked for, whatever their case. What is derived from transcripts
    is not: it goes with them.

    Raises:
        ReadFailed: A file cannot be read.
    """
    # one that somebody has twice is told once
    told = {fold_name(name): which for which, name in reversed([*names])}
    patterns = {_pattern(name): which for name, which in told.items() if name}
    if not patterns:
        return
    for where, document in records.documents():
        for field, text in _fields(document):
            yield from (Mention(where, field, n) for n in _said(text, patterns))
    # lists of edits hold plain letters alone
    plain = {_pattern(fold_name(plain_text(n))): w for n, w in told.items() if n}
    for path in _files(library):
        where = path.relative_to(library.root).as_posix()
        text = f"{where} {_content(path)}"
        own = patterns | plain if path.suffix.lower() == _PLAIN else patterns
        yield from (Mention(where, "", n) for n in _said(text, own))


def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _said(text: str, patterns: Mapping[re.Pattern[str], Named]) -> list[Named]:
    folded = text.casefold()
    found = (which for pattern, which in patterns.items() if pattern.search(folded))
    return [*dict.fromkeys(found)]


# Any: a document holds whatever JSON can
def _fields(document: Any, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(document, str):
        yield field, document
    elif isinstance(document, dict):
        for name, value in document.items():
            yield from _fields(value, f"{field}.{name}" if field else str(name))
    elif isinstance(document, list | tuple):
        for value in document:
            yield from _fields(value, field)


def _files(library: Library) -> Iterator[Path]:
    # the records are looked at one by one
    own = {library.catalog, library.real_names}
    for parent, folders, names in os.walk(library.root):
        if library.derived in map(Path(parent).joinpath, folders):
            folders.remove(library.derived.name)
        for name in sorted(names):
            path = Path(parent, name)
            if path not in own and is_file(path):
                yield path


def _content(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in {*_TEXTS, _DOCUMENT}:
        return ""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadFailed(path=str(path), reason=reason(error)) from error
    if suffix == _DOCUMENT:
        # of one that cannot be opened, nobody knows what it says
        with contextlib.suppress(TranscriptDocumentUnreadable):
            return docx.words_of(content, str(path))
    text = content.decode("utf-8", "replace")
    # as addresses of files have it
    text = f"{text} {unquote(text)}" if "%" in text else text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
