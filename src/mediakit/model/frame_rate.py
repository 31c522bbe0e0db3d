"""Frames a second, as exact fractions, and timecode that counts them.

A rate such as 29.97 is 30000/1001 and nothing else: a rounded one drifts by frames an
hour. Drop-frame timecode (SMPTE ST 12-1) skips numbers, never frames, so that its hour
is nearly an hour of the clock.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from mediakit.errors.base import Reason, sentence

_NTSC = Fraction(1000, 1001)
RATES = {
    "23.976": 24 * _NTSC,
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": 30 * _NTSC,
    "30": Fraction(30),
    "48": Fraction(48),
    "50": Fraction(50),
    "59.94": 60 * _NTSC,
    "60": Fraction(60),
}
"""What a film may have, by the names that people use."""

_OTHER_NAMES = {"23.98": "23.976"}
_TIMECODE = re.compile(
    r"(?P<hours>\d{2}):(?P<minutes>\d{2}):(?P<seconds>\d{2})(?P<mark>[:;.,])"
    r"(?P<frames>\d{2,3})",
    re.ASCII,
)
_SECONDS, _MINUTES, _TENTH = 60, 60, 10


@dataclass(frozen=True, slots=True)
class FrameRate:
    """How many frames a second has, and how timecode counts them.

    Attributes:
        exact: Frames a second.
        drop: Timecode skips numbers, to go with the clock.

    Raises:
        ValueError: It is not above zero, or skips numbers where none is too many.
    """

    exact: Fraction
    drop: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.exact <= 0:
            text = sentence("{rate} is no number of frames a second")
            raise ValueError(Reason(text, rate=self.exact))
        if self.drop and self.exact not in {RATES["29.97"], RATES["59.94"]}:
            text = sentence(
                "drop-frame timecode is for 29.97 and 59.94, not for {rate}"
            )
            raise ValueError(Reason(text, rate=self.name))

    @property
    def name(self) -> str:
        """What people call it, as ``29.97``; else the fraction."""
        names = (name for name, rate in RATES.items() if rate == self.exact)
        return next(names, str(self.exact))

    @property
    def nominal(self) -> int:
        """Frames that timecode counts in a second: 30 at 29.97."""
        return round(self.exact)

    @property
    def written(self) -> str:
        """The fraction as records keep it: ``30000/1001`` or ``25``."""
        return str(self.exact)

    def seconds(self, frames: int) -> Fraction:
        """Return how long so many frames last, exactly."""
        return frames / self.exact

    def milliseconds(self, frames: int) -> int:
        """Return when a frame begins, to the nearest millisecond."""
        return round(self.seconds(frames) * 1000)

    def whole_frames(self, seconds: Fraction) -> int:
        """Return how many frames have room in a time."""
        return int(seconds * self.exact // 1)

    def frames_for(self, seconds: Fraction) -> int:
        """Return the fewest frames that last as long as a time."""
        return -int(-seconds * self.exact // 1)


def parse_rate(typed: str, *, drop: bool = False) -> FrameRate:
    """Turn ``25``, ``29.97``, ``29,97`` or ``30000/1001`` into a rate.

    Raises:
        ValueError: No film has that many frames a second.
    """
    text = typed.strip().replace(",", ".")
    text = _OTHER_NAMES.get(text, text)
    for name, exact in RATES.items():
        if text in {name, str(exact), f"{name}.0", f"{exact.numerator}/1"}:
            return FrameRate(exact, drop)
    message = sentence("'{rate}' is none of {rates} frames a second")
    raise ValueError(Reason(message, rate=typed, rates=", ".join(RATES)))


def format_timecode(frame: int, rate: FrameRate) -> str:
    """Write the number of a frame as ``01:00:00:00``, or ``01:00:00;00`` with drop."""
    if rate.drop:
        frame += _skipped(frame, rate)
    seconds, frames = divmod(frame, rate.nominal)
    minutes, seconds = divmod(seconds, _SECONDS)
    hours, minutes = divmod(minutes, _MINUTES)
    mark = ";" if rate.drop else ":"
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{mark}{frames:02d}"


def parse_timecode(written: str, rate: FrameRate) -> int:
    """Turn timecode into the number of its frame.

    Whether numbers were skipped is said by *rate*, not by the mark before the frames.

    Raises:
        ValueError: It is no timecode at this rate, or names a frame that is skipped.
    """
    match = _TIMECODE.fullmatch(written.strip())
    if match is None:
        raise _no_timecode(written, rate)
    hours, minutes = int(match["hours"]), int(match["minutes"])
    seconds, frames = int(match["seconds"]), int(match["frames"])
    if minutes >= _MINUTES or seconds >= _SECONDS or frames >= rate.nominal:
        raise _no_timecode(written, rate)
    minutes += hours * _MINUTES
    number = (minutes * _SECONDS + seconds) * rate.nominal + frames
    if not rate.drop:
        return number
    at_once = _at_once(rate)
    if minutes % _TENTH and seconds == 0 and frames < at_once:
        raise _no_timecode(written, rate)
    return number - at_once * (minutes - minutes // _TENTH)


def _skipped(frame: int, rate: FrameRate) -> int:
    """Return how many numbers were skipped before a frame."""
    at_once = _at_once(rate)
    in_minute = rate.nominal * _SECONDS - at_once
    in_ten = in_minute * _TENTH + at_once
    tens, rest = divmod(frame, in_ten)
    # the first minute of ten skips nothing: it is longer
    minutes = max(0, rest - at_once) // in_minute
    return at_once * ((_TENTH - 1) * tens + minutes)


def _at_once(rate: FrameRate) -> int:
    """Return how many numbers are skipped at a time: 2 at 29.97, 4 at 59.94."""
    return rate.nominal // 15


def _no_timecode(written: str, rate: FrameRate) -> ValueError:
    text = sentence("'{timecode}' is no timecode at {rate} frames a second")
    return ValueError(Reason(text, timecode=written, rate=rate.name))
