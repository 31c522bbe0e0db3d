"""The timed blocks that SubRip and WebVTT share, read with good will.

Ours, because neither library tells the line of what it meets: pysubs2 glues a cue
without milliseconds to the one before it, and webvtt-py leaves out in silence what
it does not understand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mediakit.errors.transcripts import TranscriptLineUnreadable
from mediakit.formats.clock import milliseconds
from mediakit.formats.repairs import Mended, Repair

ARROW = "-->"

_STAMP = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?"
_TIMES = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?=\s|$)", re.ASCII)
_MEANT_AS_TIMES = re.compile(r"\s*-?\d[^>]{0,80}-->", re.ASCII)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A time line with what stands above and below it.

    Attributes:
        line: The number of the time line, from 1.
        start: Milliseconds.
        end: Milliseconds, as written.
        label: The number or identifier above, or empty.
        text: What stands below, without blank lines.
    """

    line: int
    start: int
    end: int
    label: str
    text: str


def has_time_line(text: str) -> bool:
    """Tell whether any line of *text* is a time line."""
    return any(_TIMES.match(line) for line in text.split("\n") if ARROW in line)


def read_blocks(
    lines: list[str], file: str, *, usual: re.Pattern[str], any_label: bool
) -> tuple[list[Block], list[Repair]]:
    """Find every time line, and the text up to the next one.

    Args:
        lines: The lines of a file.
        file: What errors call it.
        usual: How the format wants a time line; another way is reported.
        any_label: Whether words, not only numbers, may stand above a time line.

    Raises:
        TranscriptLineUnreadable: A line is meant as times, but is none.
    """
    found = list(_time_lines(lines, file))
    repairs = [
        Repair(Mended.TIME, index + 1)
        for index, _start, _end in found
        if not usual.match(lines[index])
    ]
    labels = list(_labels(lines, [index for index, *_ in found], any_label=any_label))
    first = found[0][0] - bool(labels[0]) if found else len(lines)
    repairs += [
        Repair(Mended.UNTIMED, number)
        for number, line in enumerate(lines[:first], start=1)
        if line.strip()
    ]
    stops = [
        index - bool(label)
        for (index, *_), label in zip(found[1:], labels[1:], strict=True)
    ]
    blocks = [
        Block(index + 1, start, end, label, _text(lines[index + 1 : stop]))
        for (index, start, end), label, stop in zip(
            found, labels, [*stops, len(lines)], strict=False
        )
    ]
    return blocks, repairs


def _time_lines(lines: Iterable[str], file: str) -> Iterator[tuple[int, int, int]]:
    for index, line in enumerate(lines):
        if ARROW not in line:
            continue
        if match := _TIMES.match(line):
            yield (
                index,
                milliseconds(*match.groups()[:4]),
                milliseconds(*match.groups()[4:]),
            )
        elif _MEANT_AS_TIMES.match(line):
            raise TranscriptLineUnreadable(
                file=file, line=index + 1, text=line.strip()[:_SHOWN]
            )


def _labels(lines: list[str], found: list[int], *, any_label: bool) -> Iterator[str]:
    """Yield what stands directly above each time line, if it is no text."""
    last = 0
    for index in found:
        above = lines[index - 1].strip() if index else ""
        number = int(above) if above.isdecimal() and len(above) < 10 else None  # noqa: PLR2004 longer ones number nothing
        apart = index < 2 or not lines[index - 2].strip()  # noqa: PLR2004 the line above the label
        # programs that forget the blank line still count
        counts = number is not None and (apart or number == last + 1)
        last = last + 1 if number is None else number
        yield above if counts or (any_label and apart) else ""


def _text(lines: list[str]) -> str:
    return "\n".join(line.strip() for line in lines if line.strip())
