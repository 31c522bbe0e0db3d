"""Times as TTML writes them: clocks, and counts of hours, frames or ticks.

https://www.w3.org/TR/ttml2/#timing-value-time-expression
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from xml.etree.ElementTree import Element

_CLOCK = re.compile(
    r"(\d{1,4}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9})\d*|:(\d{1,4})(?:\.\d{1,4})?)?",
    re.ASCII,
)
_OFFSET = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)\d*(h|m|s|ms|f|t)", re.ASCII)
_UNITS = {"h": 3_600_000, "m": 60_000, "s": 1_000, "ms": 1}
_MOST_RATE = 9  # digits


@dataclass(frozen=True, slots=True)
class Rates:
    """Frames and ticks a second."""

    frames: Fraction
    ticks: Fraction

    def milliseconds(self, written: str) -> int | None:
        """Return the milliseconds of a time, if *written* is one."""
        if clock := _CLOCK.fullmatch(written.strip()):
            hours, minutes, seconds = map(int, clock.groups()[:3])
            whole = ((hours * 60 + minutes) * 60 + seconds) * 1000
            part = Fraction(int(clock[4] or 0) * 1000, 10 ** len(clock[4] or ""))
            return whole + round(part + int(clock[5] or 0) * 1000 / self.frames)
        if offset := _OFFSET.fullmatch(written.strip()):
            count, unit = Fraction(offset[1]), offset[2]
            if unit in _UNITS:
                return round(count * _UNITS[unit])
            rate = self.frames if unit == "f" else self.ticks
            return round(count * 1000 / rate)
        return None


def rates_of(root: Element) -> Rates:
    """Return the rates a document gives, else those of the standard."""
    frames = _number(root.get("frameRate", ""), 30)
    nominal = frames
    above, _, below = root.get("frameRateMultiplier", "1 1").strip().partition(" ")
    frames *= Fraction(_number(above, 1), _number(below, 1))
    parts = _number(root.get("subFrameRate", ""), 1)
    usual = nominal * parts if "frameRate" in root.attrib else Fraction(1)
    ticks = _number(root.get("tickRate", ""), 0) or usual
    return Rates(frames, Fraction(ticks))


def _number(text: str, usual: int) -> Fraction:
    text = text.strip()
    known = text.isascii() and text.isdecimal() and len(text) <= _MOST_RATE
    return Fraction(int(text) if known and int(text) else usual)
