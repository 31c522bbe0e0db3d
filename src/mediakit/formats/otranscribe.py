"""oTranscribe (``.otr``): JSON with the page of its editor, times between the words.

https://github.com/oTranscribe/oTranscribe. Times are seconds, or in files of its first
years hours, minutes and seconds; a passage ends where the next begins.
"""

import html
import re
from collections.abc import Sequence

import msgspec

from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.formats.base import Cue, Draft
from mediakit.formats.clock import parse_clock
from mediakit.formats.letters import clean, one_line
from mediakit.formats.page import pieces
from mediakit.formats.repairs import Mended, Repair
from mediakit.formats.speakers import split_off_speakers
from mediakit.model.timecode import format_clock
from mediakit.model.transcript import Segment, Transcript

NAME = "otr"
SUFFIXES = (".otr",)
HOLDS_NOTES = True

_LINES = {"p", "br", "div", "li"}
_SECONDS = re.compile(r"\d{1,7}(?:\.\d{1,20})?", re.ASCII)
_CALLED = re.compile(r"['\"]([\d:.]{1,20})['\"]")


class _Page(msgspec.Struct):
    """What a file holds."""

    text: str
    media: str | msgspec.UnsetType | None = msgspec.UNSET
    place: float | str | msgspec.UnsetType | None = msgspec.field(
        name="media-time", default=msgspec.UNSET
    )


def recognizes(text: str) -> bool:
    """Tell whether *text* is JSON that names a recording, and a place in it."""
    if not text.lstrip().startswith("{") or '"media' not in text:
        return False
    try:
        page = msgspec.json.decode(text, type=_Page)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return msgspec.UNSET not in {page.media, page.place}


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues.

    Raises:
        TranscriptJsonUnreadable: It is no JSON, or no page of a transcript.
    """
    try:
        page = msgspec.json.decode(text, type=_Page)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise TranscriptJsonUnreadable(file=file, reason=str(error)) from error
    before, *passages = _passages(page.text)
    afters = [*(start for start, _said in passages[1:]), None]
    cues = [
        Cue(
            number,
            Segment(start=start, end=after or start, text=_tidy(said)),
            after is None,
        )
        for number, ((start, said), after) in enumerate(
            zip(passages, afters, strict=False), start=1
        )
    ]
    untimed = (Repair(Mended.UNTIMED),) if _tidy(before[1]) else ()
    return Draft(
        cues=split_off_speakers([cue for cue in cues if cue.segment.text]),
        repairs=untimed,
        place="segment",
    )


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file; where segments end is lost."""
    page = "".join(
        [
            *(f"<p><i>{html.escape(one_line(note))}</i></p>" for note in notes),
            *map(_paragraph, transcript.segments),
        ]
    )
    document = {"text": page, "media": "", "media-time": 0}
    return f"{msgspec.json.encode(document).decode()}\n"


def _passages(page: str) -> list[tuple[int, list[str]]]:
    """Return each time with the pieces said after it; the first is before any."""
    passages: list[tuple[int, list[str]]] = [(0, [])]
    in_time = False
    for piece in pieces(page):
        if isinstance(piece, str):
            # a time in words is there already as a number
            if not in_time:
                passages[-1][1].append(piece)
            continue
        if piece.name in _LINES:
            passages[-1][1].append("\n")
        if piece.is_end:
            in_time = in_time and piece.name != "span"
        elif "timestamp" in piece.attributes.get("class", "").split():
            time = _time(piece.attributes)
            if time is not None:
                passages.append((time, []))
                in_time = True
    return passages


def _time(named: dict[str, str]) -> int | None:
    """Return the milliseconds a time mark holds, in the way of any year."""
    called = _CALLED.search(named.get("onclick", ""))
    written = named.get("data-timestamp") or (called[1] if called else "")
    if _SECONDS.fullmatch(written):
        return round(float(written) * 1000)
    return parse_clock(written)


def _tidy(pieces: Sequence[str]) -> str:
    lines = "".join(pieces).replace("\N{NO-BREAK SPACE}", " ").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _paragraph(segment: Segment) -> str:
    seconds = f"{segment.start // 1000}.{segment.start % 1000:03d}"
    shown = format_clock(segment.start).partition(".")[0]
    lines = [line.strip() for line in clean(segment.text)[0].split("\n")]
    text = "<br />".join(html.escape(line) for line in lines if line)
    speaker = one_line(segment.speaker)
    named = f"{html.escape(speaker)}: " if speaker else ""
    return (
        '<p><span class="timestamp" contenteditable="false" '
        f'data-timestamp="{seconds}">{shown}</span>&nbsp;{named}{text}</p>'
    )
