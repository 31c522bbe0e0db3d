"""SubRip (``.srt``): numbered cues, the subtitles every program reads and writes.

The format has no standard, no escapes and no speakers. A speaker is written the
way WhisperX does, ``[Awa]: ...``, and read back from it. Blank lines inside a text
would end it for most programs, and an arrow could be taken for a time line: both
are written in another way.
"""

import re
from collections.abc import Sequence

from mediakit.formats.base import Cue, Draft
from mediakit.formats.cues import ARROW, has_time_line, read_blocks
from mediakit.formats.repairs import Mended, Repair
from mediakit.model.timecode import format_clock
from mediakit.model.transcript import Segment, Transcript

NAME = "srt"
SUFFIXES = (".srt",)
HOLDS_NOTES = False

_USUAL = re.compile(
    r"\d{2,3}:\d\d:\d\d,\d{3} --> \d{2,3}:\d\d:\d\d,\d{3}(?=\s|$)", re.ASCII
)
# only the tags players know: any other < is a sign in a sentence
_FORMATTING = re.compile(
    r"</?(?:[bius]|font|c)(?:[\s=.][^<>\n]{0,200})?>|\{\\[^{}\n]{0,200}\}",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\[([^\[\]\n]{1,80})\]: ?(?=\S)")


def recognizes(text: str) -> bool:
    """Tell whether *text* has a time line and no sign of a related format."""
    return has_time_line(text) and not text.lstrip().startswith("WEBVTT")


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues.

    Raises:
        TranscriptLineUnreadable: A time line cannot be understood.
    """
    lines = text.split("\n")
    blocks, repairs = read_blocks(lines, file, usual=_USUAL, any_label=False)
    cues = []
    for block in blocks:
        if not block.label:
            repairs.append(Repair(Mended.NUMBER, block.line))
        plain = _FORMATTING.sub("", block.text)
        if plain != block.text:
            repairs.append(Repair(Mended.FORMATTING, block.line))
        speaker = _SPEAKER.match(plain)
        cues.append(
            Cue(
                block.line,
                Segment(
                    start=block.start,
                    end=block.end,
                    text=plain[speaker.end() :] if speaker else plain,
                    speaker=speaker[1] if speaker else "",
                ),
            )
        )
    return Draft(cues=tuple(cues), repairs=tuple(repairs))


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file; notes have no place in it."""
    del notes
    return "\n".join(
        f"{number}\n{format_clock(segment.start, ',')} --> "
        f"{format_clock(segment.end, ',')}\n{_written(segment)}\n"
        for number, segment in enumerate(transcript.segments, start=1)
    )


def _written(segment: Segment) -> str:
    lines = [line.strip() for line in segment.text.split("\n")]
    text = "\n".join(line for line in lines if line).replace(ARROW, "→")
    return f"[{segment.speaker}]: {text}" if segment.speaker else text
