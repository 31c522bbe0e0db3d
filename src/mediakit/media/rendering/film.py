"""What a film is made of, before anything is drawn or encoded.

Every part lasts a whole number of frames of the canvas, its sound exactly as long:
so parts that are encoded apart can be put together and stay in step.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

from mediakit.model.timecode import TimeRange

SAMPLE_RATE = 48_000
"""Samples a second of a film's sound, in two channels."""

HEIGHTS = {"360p": 360, "480p": 480, "540p": 540, "720p": 720, "1080p": 1080}
"""What sizes are called."""

RATES = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "30": Fraction(30),
    "50": Fraction(50),
    "59.94": Fraction(60000, 1001),
    "60": Fraction(60),
}
"""What frame rates are called."""

# old laptops and projectors stumble over more
_FASTEST = Fraction(30)


@dataclass(frozen=True, slots=True)
class Canvas:
    """The pictures of a film.

    Attributes:
        width: Pixels across, even.
        height: Pixels down, even.
        rate: Frames a second, exact.
    """

    width: int
    height: int
    rate: Fraction

    def frames(self, milliseconds: int) -> int:
        """Return how many frames come nearest to a time, at least one."""
        return max(1, int(Fraction(milliseconds, 1000) * self.rate + Fraction(1, 2)))

    def samples(self, frames: int) -> int:
        """Return how many samples are heard until so many frames are over."""
        return int(frames * SAMPLE_RATE / self.rate + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are shown for a time.

    Attributes:
        start: Milliseconds from the beginning of the part.
        end: When they go.
        text: Any text; may hold line breaks.
    """

    start: int
    end: int
    text: str


class BannerKind(StrEnum):
    """What a banner is for."""

    NAME = "name"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Banner:
    """Words on a band that comes in, stands, and goes.

    Attributes:
        kind: A lower third with a name, or a caption across the picture.
        line: The words; of a name, all lines but the first are set smaller.
    """

    kind: BannerKind
    line: Line


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """Sound that is heard with a shot instead of the recording's own.

    Attributes:
        path: A file, as long as the shot.
        sha256: Of its bytes, by which it is known wherever it lies.
    """

    path: Path = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """An excerpt of a recording.

    Attributes:
        source: The recording; a sound bite is heard over a plain background.
        sha256: Of its bytes: what is kept of the shot is found by this.
        span: What of it is shown.
        subtitles: What is written below.
        banners: Lower thirds and captions.
        fade: Milliseconds over which pictures and sound come and go.
        gain: Decibels that the sound is made louder.
        soundtrack: What is heard instead, as with a voice-over.
    """

    source: Path
    sha256: str
    span: TimeRange
    subtitles: tuple[Line, ...] = ()
    banners: tuple[Banner, ...] = ()
    fade: int = 0
    gain: float = 0.0
    soundtrack: Soundtrack | None = None

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return self.span.duration


class CardKind(StrEnum):
    """What a card is for."""

    TITLE = "title"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Words alone, without sound.

    Attributes:
        kind: Decides how it looks.
        text: Any text; may hold line breaks.
        duration: Milliseconds.
        fade: Milliseconds over which it comes and goes.
    """

    kind: CardKind
    text: str
    duration: int = 3000
    fade: int = 0


Part: TypeAlias = Shot | Card


@dataclass(frozen=True, slots=True)
class Film:
    """Parts that are shown one after the other on one canvas."""

    canvas: Canvas
    parts: tuple[Part, ...]


def nearest_rate(rate: Fraction) -> Fraction:
    """Return the usual frame rate that suits pictures of *rate*, 30 or less."""
    while rate > _FASTEST + 1:
        rate /= 2
    known = [one for one in RATES.values() if one <= _FASTEST]
    return min(known, key=lambda one: abs(one - rate))


def wide_canvas(height: int, rate: Fraction) -> Canvas:
    """Return a canvas of 16:9."""
    return Canvas(round(height * 16 / 9 / 2) * 2, height, rate)
