"""Look through a clip once: filmstrip and shot changes from its key frames.

Where two key frames differ, and after the last one, the pictures between them are
decoded too. Of an interview that is next to nothing, of a film with many cuts nearly
everything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.errors.media import MediaUndecodable
from mediakit.media.preparing.filmstrip import Strip
from mediakit.media.preparing.frames import Reel, frames, key_frames, opened
from mediakit.media.preparing.shots import HELD, ShotMeter, glance, may_differ
from mediakit.model.measures import PictureMeasures
from mediakit.model.timecode import TimeRange

_APART = 1000  # milliseconds between key frames, where a format has only those
_SLOWEST = 10  # pictures a second, of recordings that are worth looking at closely


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look gave.

    Attributes:
        filmstrip: A JPEG; see `Strip`.
        measures: How it is laid out, and where shots change.
    """

    filmstrip: bytes
    measures: PictureMeasures


def look_through(path: Path, duration: int) -> Seen:
    """Look at the pictures of a recording.

    Args:
        path: The recording.
        duration: Its length in milliseconds.

    Raises:
        MediaUndecodable: There are no moving pictures, or none can be decoded.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    strip, shots = Strip(duration), ShotMeter()
    with opened(path) as reel:
        doubtful = _skim(reel, strip, duration)
        if not doubtful:
            raise MediaUndecodable(path=str(path), streams="video")
        whole = [TimeRange(0, duration)]
        for span in whole if strip.is_poor else _joined(doubtful):
            # a little more: a change right at the end must hold
            last = span.end + HELD * 1000 // _SLOWEST
            for time, frame in frames(reel, span.start, last):
                strip.offer(time, frame, reel.stream)
                shots.take(time, glance(frame))
            shots.end()
    filmstrip, layout = strip.sheet()
    changes = tuple(sorted(set(shots.changes)))
    return Seen(filmstrip, PictureMeasures(changes, layout))


def _skim(reel: Reel, strip: Strip, duration: int) -> list[TimeRange]:
    """Look at the key frames; return between which of them a shot may change."""
    doubtful = []
    last = None
    for time, frame in key_frames(reel, apart=_APART):
        strip.offer(time, frame, reel.stream)
        picture = glance(frame)
        if last is not None and may_differ(last[1], picture):
            doubtful.append(TimeRange(last[0], time))
        last = time, picture
    if last is not None:
        doubtful.append(TimeRange(last[0], max(last[0], duration)))
    return doubtful


def _joined(spans: Iterable[TimeRange]) -> Iterator[TimeRange]:
    """Yield *spans*, which are in order, with those that touch as one."""
    held = None
    for span in spans:
        if held is None or span.start > held.end:
            if held is not None:
                yield held
            held = span
        else:
            held = TimeRange(held.start, span.end)
    if held is not None:
        yield held
