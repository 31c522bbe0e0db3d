"""The log that the page of a kit saves: what a room was shown, and what it did.

A browser wrote it on a machine that anybody may have used: it is read with bounds on
everything, and nothing in it is more than a text, a number or one of a few words.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

import msgspec

from mediakit.errors.base import Reason, sentence
from mediakit.errors.screenings import ScreeningLogUnusable
from mediakit.model.screening import Heat, Outcome

FORMAT = "mediakit-screening-log"
VERSION = 1
LARGEST = 4 << 20  # bytes; forty excerpts with long notes are a hundred kilobytes

_Name = Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z-]{1,60}\\Z")]
_Id = Annotated[str, msgspec.Meta(pattern="^([a-z]{1,3}-[0-9a-z]{1,40})?\\Z")]
_Text = Annotated[str, msgspec.Meta(max_length=10_000)]
_Moment = Annotated[str, msgspec.Meta(max_length=40)]
_Milliseconds = Annotated[int, msgspec.Meta(ge=0, le=1000 * 3_600_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """What became of one item.

    Attributes:
        code: What the item is called in its playlist.
        excerpt: The id of the excerpt, or of the clip.
        start: Where it begins in the clip, in milliseconds.
        end: Where it ends in the clip, in milliseconds.
        outcome: Shown, skipped, or stopped.
        began: When, ISO 8601 with the offset of the place.
        reached: Milliseconds of it that the room saw.
        question: What the room was asked.
        heat: How it took it.
        reaction: What it said.
        asked: The questions it asked.
    """

    code: _Name
    excerpt: _Id
    start: _Milliseconds
    end: _Milliseconds
    outcome: Outcome
    began: _Moment
    reached: _Milliseconds = 0
    question: _Text = ""
    heat: Heat | None = None
    reaction: _Text = ""
    asked: Annotated[tuple[_Text, ...], msgspec.Meta(max_length=200)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningLog:
    """What one room was shown.

    Attributes:
        log: Its id, no other log's.
        playlist: What was to be shown.
        session: To whom, or empty.
        title: What the playlist is called.
        began: When it began, ISO 8601 with the offset of the place.
        entries: In the order in which they came.
    """

    log: _Name
    playlist: _Id = ""
    session: _Id = ""
    title: _Text = ""
    began: _Moment
    entries: Annotated[tuple[LogEntry, ...], msgspec.Meta(max_length=2000)]


class _Head(msgspec.Struct):
    format: str = ""
    version: int = 0


def read_log(content: bytes, file: str) -> ScreeningLog:
    """Return what a log says.

    Args:
        content: The bytes of the file, at least `LARGEST` + 1 of those that it has.
        file: What it is called.

    Raises:
        ScreeningLogUnusable: It is no log, is too large, or says what cannot be.
    """
    if len(content) > LARGEST:
        megabytes = LARGEST >> 20
        text = sentence("it is larger than {megabytes} MB")
        raise ScreeningLogUnusable(file=file, reason=Reason(text, megabytes=megabytes))
    try:
        head = msgspec.json.decode(content, type=_Head)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise _no_log(file) from error
    if head.format != FORMAT:
        raise _no_log(file)
    if head.version != VERSION:
        text = sentence("a newer mediakit wrote it (version {version})")
        raise ScreeningLogUnusable(file=file, reason=Reason(text, version=head.version))
    try:
        return _verified(msgspec.json.decode(content, type=ScreeningLog))
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        text = sentence("it was changed since it was saved ({detail})")
        raise ScreeningLogUnusable(
            file=file, reason=Reason(text, detail=str(error))
        ) from error


def _no_log(file: str) -> ScreeningLogUnusable:
    reason = sentence("it is not what a page saves")
    return ScreeningLogUnusable(file=file, reason=reason)


def _verified(log: ScreeningLog) -> ScreeningLog:
    """Return a log with its moments written as ours are.

    Raises:
        ValueError: One is none, or an item comes twice.
    """
    codes = [entry.code for entry in log.entries]
    if len(codes) != len(set(codes)):
        raise ValueError(sentence("an item comes twice"))
    entries = (replace(one, began=_moment(one.began)) for one in log.entries)
    return replace(log, began=_moment(log.began), entries=tuple(entries))


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(sentence("a time is without its offset"))
    return moment.isoformat(timespec="seconds")
