"""Pauses in speech: where a cut can begin or end without cutting a word.

What is quiet differs from recording to recording: a market is never as quiet as a
room. So the level of a pause is taken from what is heard around the cut.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mediakit.media.sound import SPEECH_RATE, Samples, decode
from mediakit.model.timecode import TimeRange

REACH = 2000
"""How many milliseconds from a time a pause is looked for, before it and after it."""

AIR = 100
"""Milliseconds of a pause that are left before speech begins and after it ends."""

_FRAME = 10  # milliseconds
# the silence before p, t and k lasts up to 100 ms, and is inside words
_SHORTEST = 120 // _FRAME
_SILENT = -100.0  # decibels
_BACKGROUND, _SPEECH = 10, 95  # percentiles of the levels around
_LEAST_CONTRAST = 10.0  # decibels between them; music and machines have less
_QUIET = 1 / 3  # of the way from background to speech


def snap(path: Path, span: TimeRange, length: int) -> TimeRange:
    """Return *span* with both ends moved to the nearest pause.

    Silence at its ends is left out but for a little air. An end stays where no pause
    is near.

    Args:
        path: The recording.
        span: From its beginning.
        length: The recording's, in milliseconds.

    Raises:
        NothingToCut: The recording has no sound that can be decoded.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    starts = {
        pause: max(pause.start, pause.end - AIR)
        for pause in _near(path, span.start, length)
    }
    start = _nearest(starts, span.start)
    ends = {
        pause: min(pause.end, pause.start + AIR)
        for pause in _near(path, span.end, length)
        if pause.start > start
    }
    end = _nearest(ends, span.end)
    return TimeRange(start, end) if start < end else span


def _nearest(places: Mapping[TimeRange, int], time: int) -> int:
    """Return the place in the pause around *time*, else the nearest, else *time*."""

    def distance(pause: TimeRange) -> tuple[bool, int]:
        return not pause.start <= time <= pause.end, abs(places[pause] - time)

    return places[min(places, key=distance)] if places else time


def _near(path: Path, time: int, length: int) -> Iterator[TimeRange]:
    """Yield the pauses near *time*."""
    around = TimeRange(max(0, time - REACH), min(length, time + REACH))
    for first, last in _runs(_is_quiet(decode(path, around))):
        yield TimeRange(around.start + first * _FRAME, around.start + last * _FRAME)


def _is_quiet(samples: Samples) -> Samples:
    """Tell of each frame whether it is as quiet as a pause."""
    import numpy as np

    size = SPEECH_RATE * _FRAME // 1000
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    loud = np.sqrt((frames.astype("f8") ** 2).mean(axis=1))
    levels = 20 * np.log10(np.maximum(loud, 10 ** (_SILENT / 20)))
    background, speech = np.percentile(levels, (_BACKGROUND, _SPEECH))
    if speech - background < _LEAST_CONTRAST:
        return np.zeros(len(levels), bool)
    return levels < background + _QUIET * (speech - background)


def _runs(quiet: Samples) -> Iterator[tuple[int, int]]:
    """Yield the first frame of each pause, and the first after it."""
    first = None
    for number, is_quiet in enumerate([*quiet, False]):
        if is_quiet and first is None:
            first = number
        if not is_quiet and first is not None:
            if number - first >= _SHORTEST:
                yield first, number
            first = None
