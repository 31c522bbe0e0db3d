"""Time as people type and read it; inside, whole milliseconds.

Typed times are ``83``, ``83.5``, ``1:23``, ``1:02:03`` or ``00:01:23.500``;
a comma may stand for the point, as in French and in SubRip files.
"""

import re
from dataclasses import dataclass

from mediakit.errors.typed import TimeNotUnderstood

_TYPED = re.compile(
    r"(?:(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):)?"
    r"(?P<seconds>\d{1,7})(?:[.,](?P<fraction>\d{1,9}))?",
    re.ASCII,
)
_SIXTY = 60


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """A half-open range ``[start, end)`` in milliseconds from a clip's beginning."""

    start: int
    end: int

    @property
    def duration(self) -> int:
        """The length of the range in milliseconds."""
        return self.end - self.start

    def overlaps(self, other: "TimeRange") -> bool:
        """Tell whether the two ranges share at least one millisecond."""
        return self.start < other.end and other.start < self.end


def parse_time(typed: str) -> int:
    """Turn a typed time into milliseconds, rounding halves of one up.

    Raises:
        TimeNotUnderstood: The text is no time, or has 60 or more seconds or
            minutes after a larger unit.
    """
    match = _TYPED.fullmatch(typed.strip())
    if match is None:
        raise TimeNotUnderstood(text=typed)
    hours, minutes = int(match["hours"] or 0), int(match["minutes"] or 0)
    seconds = int(match["seconds"])
    if (match["minutes"] and seconds >= _SIXTY) or (
        match["hours"] and minutes >= _SIXTY
    ):
        raise TimeNotUnderstood(text=typed)
    fraction = (match["fraction"] or "").ljust(4, "0")
    rounded = int(fraction[:3]) + (fraction[3] >= "5")
    return ((hours * _SIXTY + minutes) * _SIXTY + seconds) * 1000 + rounded


def format_time(milliseconds: int) -> str:
    """Write a time as ``1:23``, ``1:02:03`` or, with thousandths, ``1:23.500``."""
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, _SIXTY)
    hours, minutes = divmod(minutes, _SIXTY)
    tail = f".{thousandths:03d}" if thousandths else ""
    if hours:
        return f"{hours}:{minutes:02d}:{seconds:02d}{tail}"
    return f"{minutes}:{seconds:02d}{tail}"


def format_clock(milliseconds: int, separator: str = ".") -> str:
    """Write a time in full, ``00:01:23.500``, as subtitle files do."""
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, _SIXTY)
    hours, minutes = divmod(minutes, _SIXTY)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{separator}{thousandths:03d}"
