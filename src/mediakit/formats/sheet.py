"""A transcript as people correct it: plain text, a segment a line with its times.

``[0:01.200 - 0:04.000 | Awa] what she says``. An indented line goes on with the text
of the one before. Lines that begin with ``#`` explain, and are not read back. In
braces stand the times of a segment that is not shown: ``{0:01.200 - 0:04.000}``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mediakit.errors.transcripts import TranscriptLineUnreadable
from mediakit.errors.typed import TimeNotUnderstood
from mediakit.model.ids import TranscriptId
from mediakit.model.leaving import is_withheld
from mediakit.model.timecode import format_time, parse_time
from mediakit.model.transcript import Segment, Transcript

SUFFIX = ".txt"

# word processors make a dash of the hyphen
_LINE = re.compile(
    r"\[([^]|\u2013-]*)[\u2013-]([^]|\u2013-]*)(?:\|([^]]*))?\][ \t]*(.*)"
)
_HIDDEN = re.compile(r"\{([^}\u2013-]*)[\u2013-]([^}\u2013-]*)\}")
_COMMENT = "#"
_ID = re.compile(r"\bt-[0-9a-z]{4,20}\b")


@dataclass(frozen=True, slots=True)
class Written:
    """A segment as a person left it; times in milliseconds.

    Attributes:
        start: When it begins.
        end: When it ends.
        speaker: Who speaks, or empty.
        text: What is said.
        is_hidden: It was not shown, and stays as it is.
    """

    start: int
    end: int
    speaker: str
    text: str
    is_hidden: bool = False


def write(transcript: Transcript, notes: Iterable[str]) -> str:
    """Turn a transcript into a sheet that begins with *notes*."""
    lines = [f"{_COMMENT} {note}".rstrip() for note in notes]
    lines += map(_line, transcript.segments)
    return "\n".join([*lines, ""])


def write_beside(
    lines: Iterable[tuple[Sequence[Segment], Segment]], notes: Iterable[str]
) -> str:
    """Turn a translation into a sheet, each segment below what it translates.

    Args:
        lines: What was spoken, and what it means; that may be empty yet.
        notes: What the sheet begins with.
    """
    written = [f"{_COMMENT} {note}".rstrip() for note in notes]
    for originals, segment in lines:
        said = [line for one in originals for line in one.text.split("\n") if line]
        written += ["", *(f"{_COMMENT} {line}" for line in said), _line(segment)]
    return "\n".join([*written, ""])


def read(text: str, file: str, *, end: int) -> tuple[Written, ...]:
    """Return the segments of a sheet, in order of start.

    Args:
        text: The sheet.
        file: What errors call it.
        end: Milliseconds: the last moment at which a segment may end.

    Raises:
        TranscriptLineUnreadable: A line has no times, or times that make no sense;
            its number is in the message.
    """
    found: list[Written] = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        if not line.strip() or line.startswith(_COMMENT):
            continue
        if match := _LINE.fullmatch(line.rstrip()):
            found.append(_segment(match.groups("")))
        elif match := _HIDDEN.fullmatch(line.rstrip()):
            hidden = _segment((*match.groups(), "", ""))
            found.append(replace(hidden, is_hidden=True))
        elif line[0].isspace() and found and not found[-1].is_hidden:
            found[-1] = _longer(found[-1], line.strip())
        else:
            found.append(_UNREADABLE)
        if not 0 <= found[-1].start <= found[-1].end <= end:
            raise TranscriptLineUnreadable(file=file, line=number, text=line.strip())
    return tuple(sorted(found, key=lambda written: written.start))


def as_read(segment: Segment) -> Written:
    """Return what is read of a segment whose lines nobody touched.

    Raises:
        TranscriptLineUnreadable: Its times make no sense.
    """
    (written,) = read(_line(segment), SUFFIX, end=segment.end)
    return written


def transcripts_named(text: str) -> set[TranscriptId]:
    """Return the ids in the notes that a sheet begins with: what it was made from."""
    named: set[TranscriptId] = set()
    for line in text.lstrip("\ufeff").split("\n"):
        if not line.startswith(_COMMENT):
            break
        named |= set(map(TranscriptId, _ID.findall(line)))
    return named


def hidden(written: Iterable[Written]) -> set[tuple[int, int]]:
    """Return when the segments are said that the sheet did not show."""
    return {(one.start, one.end) for one in written if one.is_hidden}


def _line(segment: Segment) -> str:
    times = f"{format_time(segment.start)} - {format_time(segment.end)}"
    if is_withheld(segment):
        return f"{{{times}}}"
    label = segment.speaker.translate(_BRACKETS)
    speaker = f" | {label}" if label else ""
    text = segment.text.replace("\n", "\n  ")
    return f"[{times}{speaker}] {text}"


# one in a label would end the times
_BRACKETS = str.maketrans("[]", "()")
_UNREADABLE = Written(-1, -1, "", "")


def _segment(parts: Sequence[str]) -> Written:
    start, end, speaker, text = parts
    try:
        return Written(
            parse_time(start), parse_time(end), speaker.strip(), text.strip()
        )
    except TimeNotUnderstood:
        return _UNREADABLE


def _longer(written: Written, line: str) -> Written:
    text = f"{written.text}\n{line}" if written.text else line
    return Written(written.start, written.end, written.speaker, text)
