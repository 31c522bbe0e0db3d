"""Tell which part of a clip a shot takes, by the clock of its recorder or its file."""

from collections.abc import Iterator
from fractions import Fraction

from mediakit.model.clip import Clip
from mediakit.model.frame_rate import FrameRate, format_timecode, parse_timecode
from mediakit.model.timecode import TimeRange
from mediakit.timeline.base import nearest
from mediakit.timeline.found import Found, Source
from mediakit.workflows.gather_footage import Clock, clip_clock

_FRAMES = 2
"""By how many frames programs count a recording longer than it is."""


def part_taken(clip: Clip, found: Found, film: FrameRate) -> TimeRange | None:
    """Return the part of a clip that a shot takes, in whole milliseconds around it.

    Nothing is returned where the clip has no such part: it is another recording, or
    the shot does not say which part it is.
    """
    source = found.source
    if source is None or not found.is_sure:
        return None
    clock = clip_clock(clip, film)
    near = clock.rate.seconds(_FRAMES)
    length = Fraction(clip.media.duration, 1000)
    for begin, blur in _begins(source, found.start, clock):
        start, end = begin - blur, begin + found.lasts + blur
        if start >= -near - blur and end <= length + near + blur:
            first = max(0, int(start * 1000 // 1))
            # of a picture that stands, too, there is a frame
            end = max(end, start + clock.rate.seconds(1))
            last = min(clip.media.duration, -int(-end * 1000 // 1))
            return TimeRange(first, last) if first < last else None
    return None


def _begins(
    source: Source, start: Fraction, clock: Clock
) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield where in a clip a shot may begin, and by how much that may be off."""
    if source.first is None:
        yield _by_clock(source, start, clock)
        return
    if source.has_clock:
        yield start - clock.rate.seconds(clock.first), Fraction(0)
    yield start - source.first, Fraction(0)


def _by_clock(
    source: Source, start: Fraction, clock: Clock
) -> tuple[Fraction, Fraction]:
    """Return the time in a clip of what only timecode says.

    Of another rate, hours, minutes and seconds are the recorder's, and its frames of a
    second were brought to the film's: it may be off by one.
    """
    own = clock.rate.seconds(clock.first)
    if source.rate.exact == clock.rate.exact:
        return start - own, Fraction(0)
    written = format_timecode(nearest(start * source.rate.exact), source.rate)
    frames = int(written[9:]) * clock.rate.nominal // source.rate.nominal
    try:
        number = parse_timecode(f"{written[:8]}:{frames:02d}", clock.rate)
    except ValueError:  # a number that the recorder's clock skips
        number = nearest(start * clock.rate.exact)
    return clock.rate.seconds(number) - own, clock.rate.seconds(1)
