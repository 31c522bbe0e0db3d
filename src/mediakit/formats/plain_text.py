"""Plain text with times (``.txt``), as researchers' programs exchange it.

Written as f4transkript does, ``#00:01:23-4# Awa: ...``, one paragraph a segment:
MAXQDA, ATLAS.ti and NVivo take it and keep it in step with the recording. Times
are tenths of a second, and a segment ends where the next begins. Read in that style
(the time before or, as f4 writes it, after its paragraph), as ``[00:01:23]``, and
as the line openai-whisper prints, ``[00:00.000 --> 00:04.000]``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from mediakit.formats.base import Cue, Draft
from mediakit.formats.cues import has_time_line, milliseconds
from mediakit.formats.repairs import Mended, Repair
from mediakit.model.transcript import Segment, Transcript

NAME = "txt"
SUFFIXES = (".txt",)
HOLDS_NOTES = True

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d)(?:[-.,](\d{1,9}))?"
_TIME = re.compile(
    rf"#{_CLOCK}#|[\[(]{_CLOCK}(?:[ \t]*(?:-->|[-\u2013])[ \t]*{_CLOCK})?[\])]",
    re.ASCII,
)
_SPEAKER = re.compile(r"([^\s:][^:\n]{0,39}):[ \t]+(?=\S)")
_INK = re.compile(r"\S")


def recognizes(text: str) -> bool:
    """Tell whether *text* has a time in hashes or brackets at an end of a line."""
    if text.lstrip()[:1] in {"{", "<"} or has_time_line(text):
        return False
    return any(_at_an_end(line.strip()) for line in text.split("\n"))


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues; lines without a time go on with the last."""
    del file
    marks = list(_TIME.finditer(text))
    if not marks:
        return Draft(cues=())
    if _stands_after_its_text(marks[0]):
        return Draft(cues=_with_speakers(_texts_before(text, marks)))
    before = enumerate(text[: marks[0].start()].split("\n"), start=1)
    return Draft(
        cues=_with_speakers(_texts_after(text, marks)),
        repairs=tuple(Repair(Mended.UNTIMED, n) for n, line in before if line.strip()),
    )


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file, notes as its first lines."""
    lines = [_one_line(note) for note in notes]
    lines += (
        f"#{_clock(segment.start)}# {_spoken(segment)}"
        for segment in transcript.segments
    )
    return "\n".join([*lines, ""])


def _texts_after(text: str, marks: list[re.Match[str]]) -> list[Cue]:
    """Return each text with the time that stands before it."""
    starts = [_first(mark) for mark in marks]
    stops = [*(mark.start() for mark in marks[1:]), len(text)]
    numbers = _line_numbers(text, [mark.start() for mark in marks])
    return [
        _cue(number, start, _second(mark) or following, text[mark.end() : stop])
        for number, start, mark, following, stop in zip(
            numbers, starts, marks, [*starts[1:], None], stops, strict=True
        )
    ]


def _texts_before(text: str, marks: list[re.Match[str]]) -> list[Cue]:
    """Return each text with the time that stands after it."""
    ends = [_first(mark) for mark in marks]
    stops = [*(mark.start() for mark in marks), len(text)]
    begins = [_INK.search(text, at) for at in [0, *(mark.end() for mark in marks)]]
    places = [
        found.start() if found else stop
        for found, stop in zip(begins, stops, strict=True)
    ]
    return [
        _cue(number, start, end, text[place:stop])
        for number, start, end, place, stop in zip(
            _line_numbers(text, places),
            [0, *ends],
            [*ends, None],
            places,
            stops,
            strict=True,
        )
    ]


def _cue(line: int, start: int, end: int | None, text: str) -> Cue:
    plain = "\n".join(part.strip() for part in text.split("\n") if part.strip())
    known = start if end is None else end
    return Cue(line, Segment(start=start, end=known, text=plain), end is None)


def _with_speakers(cues: list[Cue]) -> tuple[Cue, ...]:
    """Split off speakers' names, if most of the texts begin with one.

    Fewer could as well be sentences with a colon.
    """
    spoken = [cue for cue in cues if cue.segment.text]
    names = [_SPEAKER.match(cue.segment.text) for cue in spoken]
    if 2 * sum(map(bool, names)) <= len(spoken):
        return tuple(spoken)
    return tuple(
        replace(
            cue,
            segment=replace(
                cue.segment, speaker=name[1], text=cue.segment.text[name.end() :]
            ),
        )
        if name
        else cue
        for cue, name in zip(spoken, names, strict=True)
    )


def _stands_after_its_text(mark: re.Match[str]) -> bool:
    text = mark.string
    before = text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()]
    after = text[mark.end() :].partition("\n")[0]
    return bool(before.strip()) and not after.strip()


def _at_an_end(line: str) -> bool:
    return any(m.start() == 0 or m.end() == len(line) for m in _TIME.finditer(line))


def _line_numbers(text: str, places: list[int]) -> list[int]:
    """Return the line of each place; places ascend."""
    numbers, line, last = [], 1, 0
    for place in places:
        line += text.count("\n", last, place)
        last = place
        numbers.append(line)
    return numbers


def _first(mark: re.Match[str]) -> int:
    hashed, bracketed = mark.groups()[:4], mark.groups()[4:8]
    return milliseconds(*(hashed if hashed[1] else bracketed))


def _second(mark: re.Match[str]) -> int | None:
    """Return the end that a time in brackets may have."""
    parts = mark.groups()[8:]
    return milliseconds(*parts) if parts[1] else None


def _clock(time: int) -> str:
    seconds, rest = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}-{rest // 100}"


def _spoken(segment: Segment) -> str:
    text = _one_line(segment.text)
    return f"{segment.speaker}: {text}" if segment.speaker else text


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n") if line.strip())
