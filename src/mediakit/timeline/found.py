"""What a file has on its tracks, and what of it was not understood.

Times are exact seconds; only `Found.placed` turns them into frames. So nothing moves
where sequences of other rates lie within one another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from mediakit.errors.base import Reason
from mediakit.model.frame_rate import FrameRate, format_timecode
from mediakit.timeline.base import Placed, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a shot is taken from, as far as a file says so.

    Attributes:
        clip: The id of the clip, in our own metadata.
        name: What the editing program calls it.
        path: Where its file was: absolute, or relative to the timeline.
        reel: The reel it is on.
        rate: Its frames a second, as they are counted here.
        first: Seconds by its recorder's clock at its first frame; ``None`` if only the
            clock is told, not the file.
        has_clock: Whether the file says what its recorder's clock showed.
    """

    clip: str = ""
    name: str = ""
    path: str = ""
    reel: str = ""
    rate: FrameRate
    first: Fraction | None = None
    has_clock: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something on a track.

    Attributes:
        track: As ``V1``.
        at: Seconds of the film before it.
        length: Seconds of the film it lasts.
        line: The code of the line of the paper edit, in our own metadata.
        source: What it is taken from; nothing for what the program draws by itself.
        start: Seconds by its recorder's clock, or from its beginning.
        lasts: Seconds of its source that it takes.
        is_sure: Whether those are known: else any of its source may be in it.
    """

    track: str
    at: Fraction
    length: Fraction
    line: str = ""
    source: Source | None = None
    start: Fraction = Fraction(0)
    lasts: Fraction = Fraction(0)
    is_sure: bool = True

    @property
    def end(self) -> Fraction:
        """Seconds of the film before what follows it."""
        return self.at + self.length

    def within(self, begin: Fraction, end: Fraction) -> "Found | None":
        """Return the part of it between two moments of the film, if there is any."""
        if begin <= self.at and self.end <= end:
            return self
        at, stop = max(self.at, begin), min(self.end, end)
        if at >= stop:
            return None
        share = self.lasts / self.length
        return replace(
            self,
            at=at,
            length=stop - at,
            start=self.start + (at - self.at) * share,
            lasts=(stop - at) * share,
        )

    def placed(self, rate: FrameRate) -> Placed:
        """Return it in whole frames of the film and of its source."""
        at = nearest(self.at * rate.exact)
        length = nearest(self.end * rate.exact) - at
        if self.source is None or not self.source.clip:
            return Placed(self.track, at, length)
        frame = nearest(self.start * self.source.rate.exact)
        return Placed(self.track, at, length, self.source.clip, frame)


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that was not understood, or not altogether.

    Attributes:
        place: Where: track and timecode, or the line of a list.
        reason: What it is.
    """

    place: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """What a file says, in the terms of the film.

    Attributes:
        film: The id of the film, where the file has it.
        rate: Frames a second, and how they are counted.
        first: The number of the film's first frame.
        found: Everything on its tracks, in order.
        unread: What was not understood, in order.
        files: Of a format that counts from where a file begins, and only by the
            film's frames: the clips of its files, and the number of the first frame of
            each.
    """

    film: str
    rate: FrameRate
    first: int = 0
    found: tuple[Found, ...]
    unread: tuple[Unread, ...] = ()
    files: frozenset[tuple[str, int]] = frozenset()

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Everything in whole frames, in order."""
        return tuple(sorted(one.placed(self.rate) for one in self.found))

    def timecode(self, at: Fraction) -> str:
        """Return the timecode of a moment of the film."""
        return format_timecode(self.first + nearest(at * self.rate.exact), self.rate)


def laid_into(
    found: Iterable[Found],
    track: str,
    *,
    begin: Fraction,
    end: Fraction,
    at: Fraction,
    share: Fraction = Fraction(1),
) -> Iterator[Found]:
    """Yield what of a nested sequence is in a film, where it is in that.

    Args:
        found: What is on the tracks of the nested one, by its own time.
        track: Where it lies in the film.
        begin: The moment of the nested one that is its first in the film.
        end: The moment after its last.
        at: Seconds of the film before it.
        share: Seconds of the nested one that pass in a second of the film.
    """
    for one in found:
        if part := one.within(begin, end):
            yield replace(
                part,
                track=track,
                at=at + (part.at - begin) / share,
                length=part.length if share == 1 else part.length / share,
            )
