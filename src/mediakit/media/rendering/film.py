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

_CARD_STANDS, _WORD_STANDS = 3000, 330  # milliseconds

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
    """What the parts of a film have in common: their pictures and sound tracks.

    Attributes:
        width: Pixels across, even.
        height: Pixels down, even.
        rate: Frames a second, exact.
        tracks: For each sound track its language, as MP4 has it, or nothing.
    """

    width: int
    height: int
    rate: Fraction
    tracks: tuple[str, ...] = ("",)

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
    """Sound that is heard with a part instead of the recording's own.

    Attributes:
        path: A file, as long as the part.
        sha256: Of its bytes, by which it is known wherever it lies.
    """

    path: Path = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True)
class Blurred:
    """What of a picture cannot be made out, in thousandths of it, for a time.

    Attributes:
        left: From its left edge.
        top: From its upper edge.
        width: Across.
        height: Down.
        start: Milliseconds from the beginning of what is shown.
        end: When it can be made out again; ``None`` for never.
    """

    left: int
    top: int
    width: int
    height: int
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Pictures of another recording, seen for a while instead of a part's own.

    Attributes:
        source: The recording.
        sha256: Of its bytes.
        span: What of it is shown, from its beginning on.
        at: Frames of the part before it.
        frames: How many it lasts; what is under it is seen again where it has fewer.
        is_heard: Its sound goes on too, far below who speaks.
        gain: Decibels that this is made louder.
        blurred: What of its pictures cannot be made out.
    """

    source: Path = field(repr=False)
    sha256: str
    span: TimeRange
    at: int
    frames: int
    is_heard: bool = False
    gain: float = 0.0
    blurred: tuple[Blurred, ...] = ()


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
        frames: How many it lasts, where they are counted; 0 for those that come
            nearest to its time.
        covers: What is seen instead for a while, in order.
        is_seen: Its pictures are shown; else a plain ground.
        edge: Milliseconds over which only the sound comes and goes, where no fade is.
        blurred: What of its pictures cannot be made out.
        pitch: Semitones by which its sound is shifted.
    """

    source: Path
    sha256: str
    span: TimeRange
    subtitles: tuple[Line, ...] = ()
    banners: tuple[Banner, ...] = ()
    fade: int = 0
    gain: float = 0.0
    soundtrack: Soundtrack | None = None
    frames: int = 0
    covers: tuple[Cover, ...] = ()
    is_seen: bool = True
    edge: int = 0
    blurred: tuple[Blurred, ...] = ()
    pitch: int = 0

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return self.span.duration


class CardKind(StrEnum):
    """What a card is for.

    Attributes:
        TITLE: What a film is called, or what is to be read in it.
        QUESTION: What a room is asked.
        HEADING: What a chapter is called.
        CREDITS: Who is in it.
        QUOTE: What somebody says who is neither seen nor heard.
        PLAIN: No words of its own; the ground that is behind sound, too.
    """

    TITLE = "title"
    QUESTION = "question"
    HEADING = "heading"
    CREDITS = "credits"
    QUOTE = "quote"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Words alone, silent unless somebody says them.

    Attributes:
        kind: Decides how it looks.
        text: Any text; may hold line breaks.
        duration: Milliseconds.
        fade: Milliseconds over which it comes and goes.
        frames: How many it lasts, where they are counted; 0 for those that come
            nearest to its time.
        subtitles: What is written below.
        covers: What is seen instead for a while, in order; nothing of it is heard.
        soundtrack: What is heard with it, as a voice-over.
    """

    kind: CardKind
    text: str
    duration: int = 3000
    fade: int = 0
    frames: int = 0
    subtitles: tuple[Line, ...] = ()
    covers: tuple[Cover, ...] = ()
    soundtrack: Soundtrack | None = None


def card_of(kind: CardKind, text: str, fade: int) -> Card:
    """Return a card that stands for as long as it takes to read it aloud."""
    stands = max(_CARD_STANDS, _WORD_STANDS * len(text.split()))
    return Card(kind=kind, text=text, duration=stands, fade=fade)


Part: TypeAlias = Shot | Card


@dataclass(frozen=True, slots=True)
class Film:
    """Parts that are shown one after the other on one canvas."""

    canvas: Canvas
    parts: tuple[Part, ...]

    @property
    def frames(self) -> int:
        """How many it lasts."""
        return sum(frames_of(part, self.canvas) for part in self.parts)

    @property
    def duration(self) -> int:
        """Milliseconds, to the nearest."""
        return round(self.frames * 1000 / self.canvas.rate)


def frames_of(part: Part, canvas: Canvas) -> int:
    """Return how many frames a part lasts."""
    return part.frames or canvas.frames(part.duration)


def nearest_rate(rate: Fraction) -> Fraction:
    """Return the usual frame rate that suits pictures of *rate*, 30 or less."""
    while rate > _FASTEST + 1:
        rate /= 2
    known = [one for one in RATES.values() if one <= _FASTEST]
    return min(known, key=lambda one: abs(one - rate))


def wide_canvas(height: int, rate: Fraction) -> Canvas:
    """Return a canvas of 16:9."""
    return Canvas(round(height * 16 / 9 / 2) * 2, height, rate)
