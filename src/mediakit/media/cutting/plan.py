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

from mediakit.errors.excerpts import NothingToCut
from mediakit.media import tags
from mediakit.media.containers import open_file, open_media, reporting
from mediakit.media.probe import pictures
from mediakit.media.sound import layout
from mediakit.model.timecode import TimeRange

RUN_UP = 2
"""Seconds decoded before a cut: the first sounds after a seek are not right yet."""

TICKS = 360_000
"""A second, as pictures are timed in what is written.

A frame of 24, 25, 30, 50 and 60 frames a second, of 1000/1001 of these, and the ticks
of MPEG (1/90000) and QuickTime (1/600) are all a whole number of them.
"""

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
        language: Its code as the source has it, or empty.
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
        is_indexed: Whether the header says where every packet is, as MP4's does: where
            it does not, a file that was opened by it alone cannot be sought in.
    """

    seek: int
    start: Fraction
    picture: Fraction
    end: Fraction
    tracks: tuple[Track, ...]
    rate: Fraction
    is_indexed: bool


def plan_cut(source: Path, span: TimeRange) -> Plan:
    """Return where *span* of a video lies and what is in it.

    Raises:
        NothingToCut: There are no moving pictures.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    with opened(source) as container:
        return plan_within(container, source, span)


# Any, here and below: PyAV's containers and streams
def plan_within(container: Any, source: Path, span: TimeRange) -> Plan:
    """Do as `plan_cut` does, with the video open."""
    video = pictures(container)
    if video is None:
        raise NothingToCut(path=str(source))
    zero = Fraction(container.start_time or 0, 1_000_000)
    start, end = (zero + Fraction(time, 1000) for time in (span.start, span.end))
    return Plan(
        seek=seek_before(container, span),
        start=start,
        picture=_first_picture(container, video, start),
        end=end,
        tracks=tracks_between(container, start, end),
        rate=video.average_rate or Fraction(25),
        is_indexed=is_indexed(container),
    )


def standing_since(source: Path, span: TimeRange) -> int:
    """Return the millisecond of a video at which what *span* begins with was shown.

    Raises:
        NothingToCut: There are no moving pictures.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    plan = plan_cut(source, span)
    return span.start - round((plan.start - plan.picture) * 1000)


def is_indexed(container: Any) -> bool:
    """Tell whether the header of a recording says where every packet is."""
    tracks = (*container.streams.video, *container.streams.audio)
    # a film in fragments has no pictures in its header
    return all(one.frames and one.start_time is not None for one in tracks)


def seek_before(container: Any, span: TimeRange) -> int:
    """Return from which second on to decode, so that all is right at the start."""
    streamed = not _STREAM_FORMATS.isdisjoint(container.format.name.split(","))
    run_up = _STREAM_RUN_UP if streamed else RUN_UP
    return max(0, span.start // 1000 - run_up)


def tracks_between(container: Any, start: Fraction, end: Fraction) -> tuple[Track, ...]:
    """Return the sound tracks that can be decoded, as they are between two times."""
    return tuple(
        _track(number, stream, _is_silent(container, stream, start, end))
        for number, stream in _decodable(container)
    )


def languages_heard(source: Path) -> tuple[str, ...]:
    """Return the language of each sound track that can be decoded, as `Track` has it.

    Raises:
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    with opened(source) as container:
        return tuple(_language(stream) for _number, stream in _decodable(container))


def rounded(count: int, unit: Fraction) -> int:
    """Return ``round(count * unit)``, without a fraction made for each of thousands."""
    whole, rest = divmod(count * unit.numerator, unit.denominator)
    beyond = 2 * rest - unit.denominator
    # what lies in the middle goes to the even one
    return whole + (beyond > 0 or (beyond == 0 and whole % 2))


def pictures_around(
    container: Any, video: Any, start: Fraction
) -> tuple[Fraction | None, Fraction | None]:
    """Return when the picture was first shown that stands at a time, and the next.

    Where pictures do not say when they are shown, one is taken to begin there.
    """
    tick = video.time_base
    seek(container, video, math.floor(start / tick))
    standing: Fraction | None = None
    following: Fraction | None = None
    for packet in container.demux(video):
        if not packet.size:
            continue
        if packet.pts is None or packet.dts is None:
            return start, None
        time = packet.pts * tick
        if time <= start:
            standing = max(standing or time, time)
        else:
            following = min(following or time, time)
        if packet.dts * tick >= start + _STILL:
            break
    return standing, following


def has_pictures(path: Path) -> bool:
    """Tell whether a file holds at least one picture."""
    with opened(path) as container:
        video = pictures(container)
        packets = container.demux(video) if video is not None else ()
        return any(packet.size for packet in packets)


def seek(container: Any, stream: Any, pts: int) -> None:
    """Go to a time of a stream, and pass over all other streams from there on."""
    from av.stream import Discard

    for one in container.streams:
        one.discard = Discard.default if one is stream else Discard.all
    container.seek(pts, stream=stream)


@contextlib.contextmanager
def opened(path: Path, *, by_header: bool = False) -> Iterator[Any]:
    """Open a recording to look for times in it, by its name in errors.

    Args:
        path: The recording.
        by_header: See `open_media`.
    """
    with (
        open_file(path) as file,
        open_media(file, str(path), by_header=by_header) as container,
        reporting(str(path)),
    ):
        yield container


def _first_picture(container: Any, video: Any, start: Fraction) -> Fraction:
    """Return *start*, or when the picture was first shown that stands at *start*."""
    standing, following = pictures_around(container, video, start)
    return standing if standing is not None and is_still(start, following) else start


def is_still(start: Fraction, following: Fraction | None) -> bool:
    """Tell whether a picture stands longer at a time than a camera holds one."""
    return following is None or following >= start + _STILL


def _is_silent(container: Any, sound: Any, start: Fraction, end: Fraction) -> bool:
    """Tell whether a track has no packet between two times."""
    tick = sound.time_base
    # some formats cannot seek to before their beginning
    place = max(start - 1, Fraction(container.start_time or 0, 1_000_000))
    seek(container, sound, math.floor(place / tick))
    for packet in container.demux(sound):
        if packet.pts is None:
            continue
        if packet.pts * tick >= end:
            return True
        if (packet.pts + (packet.duration or 0)) * tick >= start:
            return False
    return True


def _decodable(container: Any) -> Iterator[tuple[int, Any]]:
    """Yield the sound tracks that can be decoded, and their places."""
    for number, stream in enumerate(container.streams.audio):
        # phones may add tracks that only they can decode
        if stream.codec_context and stream.codec_context.sample_rate:
            yield number, stream


def _language(stream: Any) -> str:
    # an MP4 takes codes of three letters, as other containers have them
    return stream.metadata["language"] if tags.language(stream.metadata) else ""


def _track(number: int, stream: Any, is_silent: bool) -> Track:
    context = stream.codec_context
    return Track(
        number=number,
        rate=context.sample_rate if context.sample_rate in _AAC_RATES else _USUAL_RATE,
        layout=layout(context.layout.nb_channels),
        language=_language(stream),
        is_silent=is_silent,
    )
