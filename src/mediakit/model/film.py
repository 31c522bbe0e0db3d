"""A film on paper: a script of excerpts, headings, narration, cards and notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from mediakit.errors.base import Reason, sentence
from mediakit.model.frame_rate import FrameRate, parse_rate
from mediakit.model.ids import ClipId, ExcerptId, FilmId, FilmVersionId
from mediakit.model.possible import (
    verify_codes,
    verify_range,
    verify_tags,
    verify_time,
)
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange

_LARGEST = 16_384  # pixels: no program that plays films shows more
_LONGEST = 10  # times as wide as high, or as high as wide


def is_size(width: int, height: int) -> bool:
    """Tell whether pictures may have so many pixels across and down."""
    short, long = sorted((width, height))
    return short > 0 and long <= min(_LARGEST, _LONGEST * short)


class LineKind(StrEnum):
    """What a line of a script is.

    Attributes:
        QUOTE: Somebody who says something: a part of a clip, seen and heard.
        HEADING: The name of a chapter; seen for as long as its time, if it has one.
        NARRATION: What a narrator says; its clip is the recording, once there is one.
        CARD: Words to read, on a picture of their own.
        NOTE: What only the team reads; it takes no time.
    """

    QUOTE = "quote"
    HEADING = "heading"
    NARRATION = "narration"
    CARD = "card"
    NOTE = "note"


_HEARD = {LineKind.QUOTE, LineKind.NARRATION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Pictures that are seen over a line, whose sound goes on: b-roll.

    Attributes:
        code: As that of a line; no other's in the film.
        clip: Whose pictures they are; its sound is not heard.
        range: Which part of it.
        at: Milliseconds after the beginning of the line.

    Raises:
        ValueError: The code, the range or the time is none.
    """

    code: str
    clip: ClipId
    range: TimeRange
    at: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_codes([self.code])
        verify_range(self.range)
        verify_time(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmLine:
    """One line of a script.

    Attributes:
        code: What it is called: short, the same for as long as it is in the film, no
            other's.
        kind: What it is.
        clip: Of a quote, what is seen and heard; of narration, its recording.
        range: Which part of the clip.
        excerpt: The excerpt a quote was chosen as.
        texts: What is written, or is to be said, by language tag; not what a quote
            says, which its transcript knows.
        note: What only the team reads: why it is there, what to look after.
        duration: Milliseconds it takes where no clip says so; 0 for as long as its
            words take, and for a heading that is not seen.
        covers: Pictures that are seen over it.

    Raises:
        ValueError: A code, a range, a language or a time is none, or the kind does not
            go with a clip.
    """

    code: str
    kind: LineKind
    clip: ClipId | None = None
    range: TimeRange | None = None
    excerpt: ExcerptId | None = None
    texts: dict[str, str] = field(default_factory=dict)
    note: str = ""
    duration: int = 0
    covers: tuple[Cover, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_codes([self.code])
        verify_tags(self.texts)
        verify_time(self.duration)
        if self.range is not None:
            verify_range(self.range)
        has_clip = self.clip is not None and self.range is not None
        has_some = self.clip is not None or self.range is not None
        is_whole = has_clip or not (has_some or self.kind is LineKind.QUOTE)
        if not is_whole or ((has_some or self.covers) and not self.is_heard):
            text = sentence("line {code}, of the kind '{kind}', is not what it says")
            raise ValueError(Reason(text, code=self.code, kind=self.kind))

    @property
    def is_heard(self) -> bool:
        """Whether somebody is heard on it: something else may be seen meanwhile."""
        return self.kind in _HEARD

    @property
    def part(self) -> tuple[ClipId, TimeRange] | None:
        """The part of a clip that is heard, and of a quote seen, if there is one."""
        if self.clip is None or self.range is None:
            return None
        return self.clip, self.range

    @property
    def wordless(self) -> "FilmLine":
        """The same without words of its own: they may repeat what was said."""
        return replace(self, texts={}, note="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A film on paper.

    Attributes:
        id: As ``f-…``.
        title: What it is called.
        scope: The rung of consent it is for.
        rate: Frames a second: ``25``, ``30000/1001``.
        drop: Its timecode skips numbers, to go with the clock.
        width: Pixels across.
        height: Pixels down.
        languages: Of subtitles and of what is written, the first one first.
        budget: Milliseconds it may take; 0 is not said.
        lines: In order.

    Raises:
        ValueError: Two lines have one code, or the rate, the size, a language or the
            budget is none.
    """

    id: FilmId
    title: str
    scope: str
    rate: str = "25"
    drop: bool = False
    width: int = 1920
    height: int = 1080
    languages: tuple[str, ...] = ()
    budget: int = 0
    lines: tuple[FilmLine, ...] = ()
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_codes(self.codes)
        verify_tags(self.languages)
        verify_time(self.budget)
        parse_rate(self.rate, drop=self.drop)
        if not is_size(self.width, self.height):
            text = sentence("{width} x {height} is no size of pictures")
            raise ValueError(Reason(text, width=self.width, height=self.height))

    @property
    def frame_rate(self) -> FrameRate:
        """Its frames a second, exactly."""
        return parse_rate(self.rate, drop=self.drop)

    @property
    def codes(self) -> Iterator[str]:
        """The codes of its lines, and of what is seen over them."""
        for line in self.lines:
            yield line.code
            yield from (cover.code for cover in line.covers)

    @property
    def parts(self) -> Iterator[tuple[str, ClipId, TimeRange]]:
        """Everything of clips that is in it, with the code of the line or cover."""
        for line in self.lines:
            if line.part:
                yield line.code, *line.part
            yield from ((one.code, one.clip, one.range) for one in line.covers)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmVersion:
    """A film as it was once, kept to compare.

    Attributes:
        id: As ``fv-…``.
        film: Which film it was.
        note: Why it was kept.
        was: What it was.
    """

    id: FilmVersionId
    film: FilmId
    note: str = ""
    was: Film
    created: Stamp | None = None
    changed: Stamp | None = None
