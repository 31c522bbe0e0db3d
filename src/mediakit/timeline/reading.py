"""Read what other programs wrote, within bounds, and note what is not understood."""

import contextlib
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from mediakit.errors.base import Reason, sentence
from mediakit.model.frame_rate import RATES, FrameRate
from mediakit.model.printable import shortened
from mediakit.timeline.base import nearest
from mediakit.timeline.found import Found, ReadBack, Source, Unread

DEEPEST = 20
"""How many sequences may lie within one another."""
MOST_PARTS = 100_000
"""How many parts a file may have, those within sequences counted at every step."""
LONGEST = 1_000_000
"""Seconds after which nothing of a film or recording lies."""

TOO_LARGE = sentence("it is nested or large beyond any film")

_LETTERS, _FIGURES = 80, 18
_DECIMAL = re.compile(r"-?\d{1,9}(?:\.\d{1,18})?", re.ASCII)
_RATE = re.compile(r"(\d{1,9})(?:/(\d{1,9}))?", re.ASCII)
_CLOSE = Fraction(1, 10_000)
_FINEST = 10**12
_MOST_MARKS = 3_000_000


@dataclass(slots=True)
class Reading:
    """What is being read.

    Attributes:
        rate: Frames a second of the film.
        first: The number of its first frame.
        unread: What was not understood so far, and when in the film.
        elsewhere: The same, for what has no place in the film.
    """

    rate: FrameRate
    first: int = 0
    unread: list[tuple[str, Fraction, Reason]] = field(default_factory=list)
    elsewhere: list[Unread] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _parts: int = 0

    def note(self, track: str, at: Fraction, text: str, /, **values: object) -> None:
        """Note what is not understood, and where it is."""
        said = {name: _short(value) for name, value in values.items()}
        self.unread.append((track, at, Reason(text, **said)))

    def note_line(self, line: int, reason: Reason) -> None:
        """Note what is not understood, and in which line of a list it is."""
        place = Reason(sentence("line {line}"), line=line)
        self.elsewhere.append(Unread(place, reason))

    def count(self) -> None:
        """Count a part.

        Raises:
            ValueError: There are more than any film has.
        """
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise ValueError(Reason(TOO_LARGE))

    @contextlib.contextmanager
    def inside(self, name: str, track: str, at: Fraction) -> Iterator[None]:
        """Read a sequence that lies within another; what it notes is where that is.

        Raises:
            ValueError: It lies within itself, or too deep.
        """
        if name in self._open:
            text = sentence("the sequence '{name}' lies within itself")
            raise ValueError(Reason(text, name=_short(name)))
        if len(self._open) >= DEEPEST:
            raise ValueError(Reason(TOO_LARGE))
        self._open.append(name)
        begins = len(self.unread)
        try:
            yield
        finally:
            self._open.pop()
        for place, (_track, _at, reason) in enumerate(self.unread[begins:], begins):
            self.unread[place] = (track, at, reason)

    def retimed(self, track: str, at: Fraction, share: Fraction) -> None:
        """Note that something is not played at its own speed."""
        text = sentence("it is played at {percent} % of its speed")
        self.note(track, at, text, percent=f"{float(100 * share):.4g}")

    def read_back(self, film: str, found: Iterable[Found]) -> ReadBack:
        """Return what was read, with a note on all that lies between two frames."""
        kept = sorted(found, key=lambda one: (one.track, one.at, one.end))
        for one in kept:
            self._verify_frames(one)
        made = ReadBack(film=film, rate=self.rate, first=self.first, found=tuple(kept))
        unread = sorted(self.unread, key=lambda one: (one[0], one[1]))
        placed = (
            Unread(f"{track} {made.timecode(at)}".strip(), reason)
            for track, at, reason in unread
        )
        return replace(made, unread=(*self.elsewhere, *placed))

    def _verify_frames(self, one: Found) -> None:
        edges = [one.at * self.rate.exact, one.end * self.rate.exact]
        if one.source and one.source.clip and one.is_sure:
            # the first frame of a file may lie between two of the film's
            begins = one.start - (one.source.first or 0)
            edges.append(begins * one.source.rate.exact)
        if any(abs(edge - nearest(edge)) > _CLOSE for edge in edges):
            text = sentence("it begins or ends between two frames")
            self.note(one.track, one.at, text)


def shot(
    track: str,
    at: Fraction,
    length: Fraction,
    source: Source,
    start: Fraction,
    line: str = "",
) -> Found:
    """Return a shot that is played at its own speed."""
    return Found(
        track=track,
        at=at,
        length=length,
        line=line,
        source=source,
        start=start,
        lasts=length,
    )


def drawn(track: str, at: Fraction, length: Fraction, line: str = "") -> Found:
    """Return what a program draws by itself: words, colours."""
    return Found(track=track, at=at, length=length, line=line)


def whole_number(written: str) -> int:
    """Return a number of frames.

    Raises:
        ValueError: It is none, or beyond any film.
    """
    text = written.strip()
    # a number of a million figures would take for ever
    if len(text) > _FIGURES or not text.removeprefix("-").isdecimal():
        message = sentence("'{number}' is no number of frames")
        raise ValueError(Reason(message, number=_short(text)))
    return int(text)


def decimal(written: str) -> Fraction:
    """Return a number with or without a point.

    Raises:
        ValueError: It is none, or beyond any film.
    """
    # a power of ten would take for ever
    if not _DECIMAL.fullmatch(written):
        text = sentence("'{number}' is no number")
        raise ValueError(Reason(text, number=_short(written)))
    return bounded(Fraction(written))


def bounded(seconds: Fraction) -> Fraction:
    """Return a time: exact, unless no clock of a film is that fine.

    Raises:
        ValueError: It lies beyond any film.
    """
    if abs(seconds) > LONGEST:
        raise ValueError(Reason(sentence("it has a time that lies beyond any film")))
    if seconds.denominator > _FINEST:
        # sums of many such would grow without end
        return Fraction(round(seconds * _FINEST), _FINEST)
    return seconds


def verify_parts(content: bytes, marks: bytes) -> None:
    """Refuse what has more parts than fit into memory.

    Args:
        content: A file.
        marks: The bytes that begin its parts, or come between them.

    Raises:
        ValueError: It has more than any film.
    """
    if sum(content.count(mark) for mark in marks) > _MOST_MARKS:
        raise ValueError(Reason(TOO_LARGE))


@functools.lru_cache(maxsize=256)
def exact_rate(number: Fraction) -> Fraction:
    """Return the rate that is meant by a rounded one, as ``29.97``.

    Raises:
        ValueError: No recorder or film has so many frames a second.
    """
    near = (one for one in RATES.values() if abs(one - number) < Fraction(1, 200))
    exact = next(near, number.limit_denominator(1001))
    if not 1 <= exact <= LONGEST:
        text = sentence("{rate} is no number of frames a second")
        raise ValueError(Reason(text, rate=f"{float(number):.6g}"))
    return exact


def recorded_rate(written: str, *, drop: bool = False) -> FrameRate:
    """Return the rate of a recording, as our own words in a file have it.

    Raises:
        ValueError: No recorder has so many frames a second.
    """
    match = _RATE.fullmatch(written)
    above, below = (int(match[1]), int(match[2] or 1)) if match else (0, 1)
    # less than one in a second could not be counted
    if not 0 < below <= above:
        text = sentence("{rate} is no number of frames a second")
        raise ValueError(Reason(text, rate=_short(written)))
    return FrameRate(Fraction(above, below), drop)


def counted(exact: Fraction, *, drop: bool) -> FrameRate:
    """Return a rate; only those that can skip numbers do."""
    return FrameRate(exact, drop and exact in {RATES["29.97"], RATES["59.94"]})


def _short(value: object) -> object:
    if isinstance(value, str):
        return shortened(" ".join(value[: 4 * _LETTERS].split()), _LETTERS)
    return value
