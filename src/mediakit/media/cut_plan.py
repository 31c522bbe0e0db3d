"""Find out where a cut lies in a video file, before ffmpeg makes it.

Everything is in the file's own time, which need not begin at zero.
"""

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.errors import NothingToCut
from mediakit.media import tags
from mediakit.media.containers import open_file, open_media, reporting
from mediakit.media.probe import pictures
from mediakit.media.sound import layout
from mediakit.model.timecode import TimeRange

RUN_UP = 2
"""Seconds decoded before a cut: the first sounds after a seek are not right yet."""

# streams made for television are found less exactly
_STREAM_RUN_UP = 10
_STREAM_FORMATS = {"mpegts", "mpeg"}

# longer than a camera holds a picture
_STILL = Fraction(1, 5)

_AAC_RATES = frozenset(
    {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000}
)
_USUAL_RATE = 48_000


@dataclass(frozen=True, slots=True)
class Track:
    """A sound track as it is to be written.

    Attributes:
        number: Its place in the source.
        rate: Samples a second.
        layout: One of LAYOUTS.
        language: BCP 47 tag, or empty.
        is_silent: The source has nothing of it in the range.
    """

    number: int
    rate: int
    layout: str
    language: str
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a cut lies in the file's own time, in seconds, and what it holds.

    Attributes:
        seek: Where decoding begins, from the file's beginning.
        start: Where the cut begins.
        picture: From where on pictures are taken.
        end: Where the cut ends.
        tracks: The sound.
        rate: Pictures a second, about.
    """

    seek: int
    start: Fraction
    picture: Fraction
    end: Fraction
    tracks: tuple[Track, ...]
    rate: Fraction


def plan_cut(source: Path, span: TimeRange) -> Plan:
    """Return where *span* of a video lies and what is in it.

    Raises:
        NothingToCut: There are no moving pictures.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    with _opened(source) as container:
        video = pictures(container)
        if video is None:
            raise NothingToCut(path=str(source))
        zero = Fraction(container.start_time or 0, 1_000_000)
        start, end = (zero + Fraction(time, 1000) for time in (span.start, span.end))
        streamed = not _STREAM_FORMATS.isdisjoint(container.format.name.split(","))
        run_up = _STREAM_RUN_UP if streamed else RUN_UP
        return Plan(
            seek=max(0, span.start // 1000 - run_up),
            start=start,
            picture=_first_picture(container, video, start),
            end=end,
            tracks=tuple(
                _track(number, stream, _is_silent(container, stream, start, end))
                for number, stream in enumerate(container.streams.audio)
                # phones may add tracks that only they can decode
                if stream.codec_context and stream.codec_context.sample_rate
            ),
            rate=video.average_rate or Fraction(25),
        )


def has_pictures(path: Path) -> bool:
    """Tell whether a file holds at least one picture."""
    with _opened(path) as container:
        video = pictures(container)
        packets = container.demux(video) if video is not None else ()
        return any(packet.size for packet in packets)


@contextlib.contextmanager
# Any, here and below: PyAV's containers and streams
def _opened(path: Path) -> Iterator[Any]:
    with (
        open_file(path) as file,
        open_media(file, str(path)) as container,
        reporting(str(path)),
    ):
        yield container


def _first_picture(container: Any, video: Any, start: Fraction) -> Fraction:
    """Return *start*, or when the picture was first shown that stands at *start*."""
    tick = video.time_base
    container.seek(math.floor(start / tick), stream=video)
    standing: Fraction | None = None
    following: Fraction | None = None
    for packet in container.demux(video):
        if not packet.size:
            continue
        if packet.pts is None or packet.dts is None:
            return start
        time = packet.pts * tick
        if time <= start:
            standing = max(standing or time, time)
        else:
            following = min(following or time, time)
        if packet.dts * tick >= start + _STILL:
            break
    if standing is None or (following and following < start + _STILL):
        return start
    return standing


def _is_silent(container: Any, sound: Any, start: Fraction, end: Fraction) -> bool:
    """Tell whether a track has no packet between two times."""
    tick = sound.time_base
    container.seek(math.floor((start - 1) / tick), stream=sound)
    for packet in container.demux(sound):
        if packet.pts is None:
            continue
        if packet.pts * tick >= end:
            return True
        if (packet.pts + (packet.duration or 0)) * tick >= start:
            return False
    return True


def _track(number: int, stream: Any, is_silent: bool) -> Track:
    context = stream.codec_context
    return Track(
        number=number,
        rate=context.sample_rate if context.sample_rate in _AAC_RATES else _USUAL_RATE,
        layout=layout(context.layout.nb_channels),
        language=tags.language(stream.metadata),
        is_silent=is_silent,
    )
