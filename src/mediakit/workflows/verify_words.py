"""Compare the script or the subtitles of a film, as files, with the paper edit."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.formats import docx, srt, vtt
from mediakit.formats.letters import decode
from mediakit.formats.page import Tag, pieces
from mediakit.library import Library
from mediakit.model.film import LineKind
from mediakit.model.timecode import format_clock
from mediakit.model.use import Use
from mediakit.workflows.export_words import WordsWish, words_of
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.place_export import recorded_path

Rows = tuple[str, ...]
"""What a file says, a text each for lines or subtitles."""

_TOLD = (0, 1, 3)
"""The cells of a line that are compared: when, which, and its words."""
_AFTER_TIME = "  "


@dataclass(frozen=True, slots=True)
class Meant:
    """What a file ought to say.

    Attributes:
        rows: Now.
        unchecked: The same in the same order, as long as nobody has checked it.
    """

    rows: Rows
    unchecked: Rows


@dataclass(frozen=True, slots=True)
class Compared:
    """How a file differs from what it ought to say.

    Attributes:
        missing: What is on paper only.
        added: What is in the file only.
        checked: What it marks as a machine's words, and somebody has checked since.
    """

    missing: Rows
    added: Rows
    checked: Rows


def words_kind(content: bytes) -> str:
    """Return what of a film's words a file holds, by how it begins; or nothing."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if docx.recognizes(content):
        return "docx"
    if head.lower().startswith(b"<!doctype html"):
        return "script"
    if head.startswith(b"WEBVTT"):
        return "vtt"
    return "srt" if re.match(rb"\d+\s+[\d:,]+ --> ", head) else ""


def read_rows(kind: str, content: bytes, file: str) -> Rows:
    """Return what a file of words says.

    Raises:
        TimelineUnreadable: It is damaged, or is nothing that was written here.
    """
    try:
        return tuple(_rows(kind, content, file))
    except MediakitError as error:
        reason = Reason(sentence("a line of it is no subtitle and no line of a script"))
        raise TimelineUnreadable(file=file, reason=reason) from error


def time_of(row: str) -> str:
    """Return when something is said, without what."""
    return row.partition(_AFTER_TIME)[0]


def compared_rows(laid: LaidOut, kind: str, rows: Rows) -> Compared:
    """Return how a file differs from the film, a mark that is gone told apart.

    Args:
        laid: The film in time.
        kind: What `words_kind` says of the file.
        rows: What it says.
    """
    meant = _meant(laid, kind, rows)
    paper, file = Counter(meant.rows), Counter(rows)
    missing, added = paper - file, file - paper
    checked = []
    for now, before in zip(meant.rows, meant.unchecked, strict=True):
        if now != before and missing[now] and added[before]:
            missing[now] -= 1
            added[before] -= 1
            checked.append(now)
    return Compared(tuple(missing.elements()), tuple(added.elements()), tuple(checked))


def use_of(
    library: Library, records: Records, path: Path, content: bytes
) -> Use | None:
    """Return the record that a file of a film left, the newest if there are several."""
    place = recorded_path(library, path)
    digest = hashlib.sha256(content).hexdigest()
    found: Use | None = None
    for use in records.all(Use):
        if use.film and any(
            file.path == place or file.sha256 == digest for file in use.files
        ):
            found = use
    return found


def _meant(laid: LaidOut, kind: str, rows: Rows) -> Meant:
    """Return what a file ought to say; of subtitles, in the language nearest to it."""
    languages = laid.timeline.languages if kind in {"srt", "vtt"} else ("",)
    told = [
        Meant(_said(laid, kind, tag), _said(_unchecked(laid), kind, tag))
        for tag in languages
    ]
    found, times = set(rows), set(map(time_of, rows))
    return max(
        told,
        key=lambda one: (
            len(found.intersection(one.rows + one.unchecked)),
            len(times.intersection(map(time_of, one.rows))),
        ),
        default=Meant((), ()),
    )


def _said(laid: LaidOut, kind: str, language: str) -> Rows:
    content = words_of(laid, WordsWish(kind=kind), language, "", str)
    return read_rows(kind, content, laid.film.id)


def _unchecked(laid: LaidOut) -> LaidOut:
    """Return a film as if a machine had written all that is said in it."""
    quotes = {line.code for line in laid.film.lines if line.kind is LineKind.QUOTE}
    cues = {
        tag: tuple(
            replace(cue, is_machines=True) if cue.code in quotes else cue
            for cue in some
        )
        for tag, some in laid.timeline.cues.items()
    }
    return replace(laid, timeline=replace(laid.timeline, cues=cues))


def _rows(kind: str, content: bytes, file: str) -> Iterator[str]:
    if kind == "docx":
        # the first row is the head
        yield from map(_told, islice(docx.table_rows(content, file), 1, None))
        return
    text, _mended = decode(content, file, "")
    if kind == "script":
        yield from map(_told, _cells(text))
        return
    draft = vtt.read(text, file) if kind == "vtt" else srt.read(text, file)
    for cue in draft.cues:
        one = cue.segment
        times = f"{format_clock(one.start)} - {format_clock(one.end)}"
        yield f"{times}{_AFTER_TIME}{' / '.join(one.text.split(chr(10)))}"


def _told(row: Sequence[str]) -> str:
    cells = [" ".join(cell.split()) for cell in row]
    return _AFTER_TIME.join(cells[place] for place in _TOLD if place < len(cells))


def _cells(page: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a page's tables that has any."""
    row: list[str] = []
    is_inside = False
    for piece in pieces(page):
        if isinstance(piece, str):
            if is_inside:
                row[-1] += piece
        elif piece.name == "tr" and piece.is_end:
            if row:
                yield row
            row = []
        elif piece.name == "td":
            is_inside = not piece.is_end
            row += [] if piece.is_end else [""]
        elif is_inside and _parts_words(piece):
            row[-1] += " "


def _parts_words(tag: Tag) -> bool:
    return tag.name in {"p", "br"}
