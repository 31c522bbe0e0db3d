"""The clock of a recording, as a list of another rate can say it."""

from fractions import Fraction

from mediakit.model.frame_rate import FrameRate, format_timecode, parse_timecode
from mediakit.timeline.base import nearest


def clock_of(rate: FrameRate, frame: int, film: FrameRate, length: int) -> list[str]:
    """Return when a part begins and ends, by the recorder's clock.

    Of the same rate it is exact. Of another, hours, minutes and seconds are the
    recorder's, and its frames of a second are brought to the film's, to the nearest.

    Args:
        rate: Frames a second of the recording.
        frame: The number of the first.
        film: Frames a second of the film.
        length: Frames of the film that it lasts.
    """
    if rate.exact == film.exact:
        return [_of_day(n, rate) for n in (frame, frame + length)]
    begin = _in_film(rate, frame, film)
    return [_of_day(n, film) for n in (begin, begin + length)]


def _of_day(frame: int, rate: FrameRate) -> str:
    """Return timecode, which begins again at midnight."""
    return format_timecode(frame % parse_timecode("24:00:00:00", rate), rate)


def _in_film(rate: FrameRate, frame: int, film: FrameRate) -> int:
    written = format_timecode(frame, rate)
    clock, frames = written[:8], int(written[9:])
    share = nearest(Fraction(frames * film.nominal, rate.nominal))
    share = min(share, film.nominal - 1)
    while True:
        try:
            return parse_timecode(f"{clock}:{share:02d}", film)
        except ValueError:
            # a number that the film's clock skips
            share += 1
