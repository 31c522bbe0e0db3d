"""Compare the script or the subtitles of a film, as files, with the paper edit."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.formats import docx, srt, vtt
from mediakit.formats.letters import decode
from mediakit.formats.page import Tag, pieces
from mediakit.library import Library
from mediakit.model.ids import FilmId
from mediakit.model.timecode import format_clock
from mediakit.model.use import Use
from mediakit.workflows.export_words import WordsWish, words_of
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.place_export import recorded_path

Rows = tuple[str, ...]
"""What a file says, a text each for lines or subtitles."""

_TOLD = (0, 1, 3)
"""The cells of a line that are compared: when, which, and its words."""


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


def meant_rows(laid: LaidOut, kind: str, rows: Rows) -> Rows:
    """Return what a file ought to say; of subtitles, in the language nearest to it.

    Args:
        laid: The film in time.
        kind: What `words_kind` says of the file.
        rows: What it says.
    """
    wish = WordsWish(kind=kind)
    languages = laid.timeline.languages if kind in {"srt", "vtt"} else ("",)
    found = set(rows)
    told = [
        read_rows(kind, words_of(laid, wish, language, "", str), laid.film.id)
        for language in languages
    ]
    return max(told, key=lambda one: len(found.intersection(one)), default=())


def film_of(library: Library, records: Records, path: Path, content: bytes) -> str:
    """Return the id of the film that a file was made of, by the record that it left."""
    place = recorded_path(library, path)
    digest = hashlib.sha256(content).hexdigest()
    found: FilmId | str = ""
    for use in records.all(Use):
        if use.film and any(
            file.path == place or file.sha256 == digest for file in use.files
        ):
            found = use.film
    return found


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
        yield f"{times}  {' / '.join(one.text.split(chr(10)))}"


def _told(row: Sequence[str]) -> str:
    cells = [" ".join(cell.split()) for cell in row]
    return "  ".join(cells[place] for place in _TOLD if place < len(cells))


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
