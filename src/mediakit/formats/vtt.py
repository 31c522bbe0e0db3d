"""WebVTT (``.vtt``): what browsers and archives read, with speakers and comments.

https://www.w3.org/TR/webvtt1/. Read by our own blocks: webvtt-py keeps only the
first voice of a cue, leaves ``&lt;`` as it is and tells no line, and pysubs2 drops
voices. Written by webvtt-py, which refuses to write what could not be read back.
"""

import html
import re
from collections.abc import Iterator, Sequence

from mediakit.formats.base import Cue, Draft
from mediakit.formats.cues import Block, read_blocks
from mediakit.formats.letters import clean, one_line, unescape
from mediakit.formats.repairs import Mended, Repair
from mediakit.model.timecode import format_clock, parse_time
from mediakit.model.transcript import Segment, Transcript, Word

NAME = "vtt"
SUFFIXES = (".vtt",)
HOLDS_NOTES = True

_STAMP = r"(?:\d{2,}:)?\d\d:\d\d\.\d{3}"
_USUAL = re.compile(rf"\s*{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?=\s|$)", re.ASCII)
_SKIPPED = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_LANGUAGE = re.compile(r"Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,200})?[ \t]+([^<>\n]{1,200})>")
_FORMATTING = re.compile(r"</?(?:[biucv]|ruby|rt|lang)(?:[.\s][^<>\n]{0,200})?>")
_MOMENT = re.compile(r"<((?:\d{2,3}:)?[0-5]\d:[0-5]\d\.\d{3})>", re.ASCII)


def recognizes(text: str) -> bool:
    """Tell whether *text* begins as the standard asks."""
    return text.startswith("WEBVTT")


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues; two voices in one cue become two.

    Raises:
        TranscriptLineUnreadable: A time line cannot be understood.
    """
    lines = text.split("\n")
    header = lines.index("") if "" in lines else len(lines)
    languages = [m[1] for line in lines[1:header] if (m := _LANGUAGE.match(line))]
    blocks, repairs = read_blocks(
        list(_without_comments(lines)), file, usual=_USUAL, any_label=True
    )
    cues = []
    for block in blocks:
        for speaker, raw in _voices(block.text):
            segment, formatted = _segment(block, speaker, raw)
            cues.append(Cue(block.line, segment))
            if formatted:
                repairs.append(Repair(Mended.FORMATTING, block.line))
    return Draft(
        cues=tuple(cues),
        repairs=tuple(repairs),
        language=languages[0] if languages else "",
    )


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file, notes as comments."""
    import webvtt

    captions = [
        webvtt.Caption(
            format_clock(segment.start), format_clock(segment.end), _written(segment)
        )
        for segment in transcript.segments
    ]
    comments = [html.escape(one_line(note), quote=False) for note in notes]
    content: str = webvtt.WebVTT(captions=captions, header_comments=comments).content
    return f"{content.rstrip()}\n"


def _without_comments(lines: list[str]) -> Iterator[str]:
    """Yield the lines with the header, comments and styles left blank."""
    skipping, apart = True, False
    for line in lines:
        if not line.strip():
            skipping, apart = False, True
            yield ""
            continue
        if "-->" in line and not (apart and _SKIPPED.match(line)):
            skipping = False
        elif apart and _SKIPPED.match(line):
            skipping = True
        apart = False
        yield "" if skipping else line


def _voices(text: str) -> Iterator[tuple[str, str]]:
    """Yield each voice of a cue with its words."""
    marks = list(_VOICE.finditer(text))
    starts = [mark.start() for mark in marks]
    before = text[: starts[0]] if marks else text
    if before.strip() or not marks:
        yield "", before
    for mark, end in zip(marks, [*starts[1:], len(text)], strict=False):
        spoken = text[mark.end() : end].replace("</v>", "")
        yield unescape(mark[1]).strip(), spoken


def _segment(block: Block, speaker: str, raw: str) -> tuple[Segment, bool]:
    """Return what one voice says, and whether formatting was removed from it."""
    untagged = _FORMATTING.sub("", raw)
    words = _words(untagged, block.start, block.end)
    segment = Segment(
        start=block.start,
        end=block.end,
        text=unescape(_MOMENT.sub("", untagged)).strip(),
        speaker=speaker,
        words=words,
    )
    return segment, untagged != raw


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words between the times inside a cue, if they stand one by one."""
    pieces = _MOMENT.split(text)
    if len(pieces) == 1:
        return ()
    starts = [start, *map(parse_time, pieces[1::2])]
    said = [
        (begin, after, unescape(piece).strip())
        for begin, after, piece in zip(
            starts, [*starts[1:], end], pieces[::2], strict=True
        )
        if piece.strip()
    ]
    if any(len(piece.split()) != 1 for _begin, _after, piece in said):
        return ()
    return tuple(Word(*word) for word in said)


def _written(segment: Segment) -> str:
    # an engine's text may hold what ends a line for webvtt-py
    lines = [line.strip() for line in clean(segment.text)[0].split("\n")]
    # quotes need no escape, and browsers show them as they are
    text = html.escape("\n".join(line for line in lines if line), quote=False)
    speaker = html.escape(one_line(segment.speaker), quote=False)
    # a name that ends in hyphens would make an arrow with the bracket
    gap = " " if speaker.endswith("--") else ""
    return f"<v {speaker}{gap}>{text}" if speaker else text
