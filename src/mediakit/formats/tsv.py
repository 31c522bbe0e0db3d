"""Tab-separated transcripts: one segment a line, times in milliseconds.

Spreadsheets open these files directly. Words and speakers are lost on the way
out: only the native format keeps everything.
"""

import re
from collections.abc import Sequence

from mediakit.errors.transcripts import TranscriptLineUnreadable
from mediakit.formats.base import Cue, Draft
from mediakit.model.transcript import Segment, Transcript

NAME = "tsv"
SUFFIXES = (".tsv",)
HOLDS_NOTES = False

_HEADER = "start\tend\ttext"
_LINE = re.compile(r"(\d{1,12})\t(\d{1,12})\t(.*)", re.ASCII)
# a spreadsheet would compute =..., and take a quotation mark for the beginning
# of a text over many lines; an apostrophe in front makes it show what is there
_COMPUTED = re.compile(r"'*[=+\-@\"]")
_BREAKS = re.compile(r"[\t\n]+")
_SHOWN = 60


def recognizes(text: str) -> bool:
    """Tell whether *text* begins with the header line."""
    return text.startswith(_HEADER)


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues.

    Raises:
        TranscriptLineUnreadable: A line does not begin with two times.
    """
    lines = enumerate(text.split("\n")[1:], start=2)
    return Draft(
        cues=tuple(_cue(line, number, file) for number, line in lines if line.strip())
    )


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file; notes have no place in it."""
    del notes
    lines = (
        f"{segment.start}\t{segment.end}\t{_written(segment.text)}"
        for segment in transcript.segments
    )
    return "\n".join([_HEADER, *lines, ""])


def _cue(line: str, number: int, file: str) -> Cue:
    match = _LINE.fullmatch(line)
    if match is None:
        raise TranscriptLineUnreadable(
            file=file, line=number, text=line.strip()[:_SHOWN]
        )
    text = match[3]
    if text.startswith("'") and _COMPUTED.match(text):
        text = text[1:]
    segment = Segment(start=int(match[1]), end=int(match[2]), text=text.strip())
    return Cue(number, segment)


def _written(text: str) -> str:
    line = _BREAKS.sub(" ", text)
    return f"'{line}" if _COMPUTED.match(line) else line
