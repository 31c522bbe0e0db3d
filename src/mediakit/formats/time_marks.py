"""Times that stand in a text, however the program that put them there writes them.

``#00:01:23-4#`` (f4, MAXQDA, easytranscript), ``[00:01:23.45]`` (oTranscribe,
InqScribe, aTrain), ``(0:01:23.4)`` (Transana), ``[00:00.000 --> 00:04.000]``
(openai-whisper in a terminal). Where there are none of these: bare at the beginning
of a line (aTrain for NVivo), or after a name on a line of its own (Teams, Otter).
"""

import re
from dataclasses import dataclass

from mediakit.formats.clock import CLOCK, milliseconds

_ARROW = r"[ \t]*(?:-->|[-\u2013])[ \t]*"
_MARKED = re.compile(
    rf"#{CLOCK}#|[\[(]{CLOCK}(?:{_ARROW}{CLOCK})?[\])](?:[ \t]+-(?=[ \t]))?", re.ASCII
)
_BARE = re.compile(
    rf"^[ \t]*{CLOCK}(?:{_ARROW}{CLOCK})?(?![ \t]*-->)"
    r"(?:[ \t]+[-\u2013](?=[ \t])|(?=[ \t])|$|(?<=[.,]\d)(?=[A-Za-z]))"
    rf"|^[ \t]*([^\W\d_][^\n:\t]{{0,39}}?)[ \t]+{CLOCK}[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A time in a text.

    Attributes:
        begin: Where it begins in the text.
        stop: Where the text goes on after it.
        start: Milliseconds.
        end: Milliseconds, if it is a span.
        speaker: The name before it, on a line of their own.
    """

    begin: int
    stop: int
    start: int
    end: int | None = None
    speaker: str = ""


def find_marks(text: str) -> list[Mark]:
    """Return the times in a text, in the order they stand there."""
    marked = [_mark(match) for match in _MARKED.finditer(text)]
    return marked or [_bare(match) for match in _BARE.finditer(text)]


def begins_or_ends_a_line(text: str) -> bool:
    """Tell whether a marked time stands at an end of a line."""
    return any(
        match.start() == 0 or match.end() == len(line)
        for line in map(str.strip, text.split("\n"))
        for match in _MARKED.finditer(line)
    )


def has_bare_times(text: str) -> bool:
    """Tell whether at least a third of the lines begin with a bare time."""
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    return 0 < lines <= 3 * sum(1 for _ in _BARE.finditer(text))


def _mark(match: re.Match[str]) -> Mark:
    parts = match.groups()
    start = parts[:4] if parts[1] else parts[4:8]
    end = milliseconds(*parts[8:]) if parts[9] else None
    return Mark(match.start(), match.end(), milliseconds(*start), end)


def _bare(match: re.Match[str]) -> Mark:
    parts = match.groups()
    if parts[8]:
        start = milliseconds(*parts[9:])
        return Mark(match.start(), match.end(), start, None, parts[8].strip())
    end = milliseconds(*parts[4:8]) if parts[5] else None
    return Mark(match.start(), match.end(), milliseconds(*parts[:4]), end)
