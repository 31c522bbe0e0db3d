"""Plain text with times (``.txt``), as researchers' programs exchange it.

Written as f4transkript does, ``#00:01:23-4# Awa: ...``, one paragraph a segment:
MAXQDA and ATLAS.ti take it and keep it in step with the recording, and NVivo as
paragraphs (see `nvivo` for its rows). Times are tenths of a second, and a segment ends
where the next begins. Read with times in any of the styles of `time_marks`, before
their paragraph or, as f4 writes it, after.
"""

import re
from collections.abc import Sequence

from mediakit.formats import nvivo
from mediakit.formats.base import Cue, Draft
from mediakit.formats.cues import has_time_line
from mediakit.formats.letters import one_line
from mediakit.formats.repairs import Mended, Repair
from mediakit.formats.speakers import split_off_speakers
from mediakit.formats.time_marks import (
    Mark,
    begins_or_ends_a_line,
    find_marks,
    has_bare_times,
)
from mediakit.model.transcript import Segment, Transcript

NAME = "txt"
SUFFIXES = (".txt",)
HOLDS_NOTES = True

_INK = re.compile(r"\S")
_NAME = re.compile(r"[^\W\d_][^\n.,:;!?…]{0,39}")
# one could as well be a title
_FEWEST_HEADINGS = 2


def recognizes(text: str) -> bool:
    """Tell whether *text* has a time at an end of a line, and is nothing else."""
    if text.lstrip()[:1] in {"{", "<"} or has_time_line(text) or nvivo.recognizes(text):
        return False
    return begins_or_ends_a_line(text) or has_bare_times(text)


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues; lines without a time go on with the last."""
    del file
    marks = find_marks(text)
    if not marks:
        return Draft(cues=())
    if _stands_after_its_text(text, marks[0]):
        return Draft(cues=_with_speakers(_texts_before(text, marks)))
    cues = _texts_after(text, marks)
    first = cues[0].segment.speaker
    before = enumerate(text[: marks[0].begin].split("\n"), start=1)
    untimed = [n for n, line in before if line.strip() and line.strip() != first]
    return Draft(
        cues=_with_speakers(cues),
        repairs=tuple(Repair(Mended.UNTIMED, n) for n in untimed),
    )


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file, notes as its first lines."""
    lines = [one_line(note) for note in notes]
    lines += (
        f"#{_clock(segment.start)}# {_spoken(segment)}"
        for segment in transcript.segments
    )
    return "\n".join([*lines, ""])


def _texts_after(text: str, marks: list[Mark]) -> list[Cue]:
    """Return each text with the time that stands before it."""
    headings = [_heading(text, mark) for mark in marks]
    if sum(map(bool, headings)) < _FEWEST_HEADINGS:
        headings = [""] * len(marks)
    begins = [
        mark.begin - (len(name) + 1 if name else 0)
        for mark, name in zip(marks, headings, strict=True)
    ]
    stops = [*begins[1:], len(text)]
    afters = [*(mark.start for mark in marks[1:]), None]
    numbers = _line_numbers(text, [mark.begin for mark in marks])
    cues, speaker = [], ""
    for number, mark, name, after, stop in zip(
        numbers, marks, headings, afters, stops, strict=True
    ):
        speaker = mark.speaker or name.strip() or speaker
        said = text[mark.stop : stop]
        cues.append(_cue(number, mark.start, mark.end or after, said, speaker))
    return cues


def _heading(text: str, mark: Mark) -> str:
    """Return the name on a line of its own above a time, as aTrain writes it."""
    if mark.begin and text[mark.begin - 1] != "\n":
        return ""
    above = text.rfind("\n", 0, max(0, mark.begin - 1)) + 1
    name = text[above : mark.begin].removesuffix("\n")
    stands_apart = above == 0 or text.endswith("\n\n", 0, above)
    return name if stands_apart and _NAME.fullmatch(name) else ""


def _texts_before(text: str, marks: list[Mark]) -> list[Cue]:
    """Return each text with the time that stands after it."""
    ends = [mark.start for mark in marks]
    stops = [*(mark.begin for mark in marks), len(text)]
    begins = [_INK.search(text, at) for at in [0, *(mark.stop for mark in marks)]]
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


def _cue(line: int, start: int, end: int | None, text: str, speaker: str = "") -> Cue:
    plain = "\n".join(part.strip() for part in text.split("\n") if part.strip())
    known = start if end is None else end
    segment = Segment(start=start, end=known, text=plain, speaker=speaker)
    return Cue(line, segment, end is None)


def _with_speakers(cues: list[Cue]) -> tuple[Cue, ...]:
    spoken = [cue for cue in cues if cue.segment.text]
    if any(cue.segment.speaker for cue in spoken):
        return tuple(spoken)
    return split_off_speakers(spoken)


def _stands_after_its_text(text: str, mark: Mark) -> bool:
    before = text[text.rfind("\n", 0, mark.begin) + 1 : mark.begin]
    after = text[mark.stop :].partition("\n")[0]
    return bool(before.strip()) and not after.strip()


def _line_numbers(text: str, places: list[int]) -> list[int]:
    """Return the line of each place; places ascend."""
    numbers, line, last = [], 1, 0
    for place in places:
        line += text.count("\n", last, place)
        last = place
        numbers.append(line)
    return numbers


def _clock(time: int) -> str:
    seconds, rest = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}-{rest // 100}"


def _spoken(segment: Segment) -> str:
    text = one_line(segment.text)
    return f"{segment.speaker}: {text}" if segment.speaker else text
