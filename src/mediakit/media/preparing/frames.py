"""The pictures of a video with their times: the key frames alone, or all of a range.

A key frame is decoded by itself, whatever lies between it and the next one. Damaged
packets are passed over: what can be seen is shown.
"""

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.errors.media import MediaUndecodable
from mediakit.media.containers import bound, open_file, open_media, reporting
from mediakit.media.probe import pictures


@dataclass(frozen=True, slots=True)
class Reel:
    """A video that is open.

    Attributes:
        container: PyAV's container.
        stream: PyAV's stream of moving pictures.
        zero: When the recording begins, in seconds of the file's own time.
    """

    # Any, here and below: naming PyAV's types would load FFmpeg with this module
    container: Any
    stream: Any
    zero: Fraction


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Reel]:
    """Open a video to look at its pictures.

    Raises:
        MediaUndecodable: There are no moving pictures, or none this program knows.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    name = str(path)
    with (
        open_file(path) as file,
        open_media(file, name) as container,
        reporting(name),
    ):
        stream = pictures(container)
        if stream is None or stream.codec_context is None:
            raise MediaUndecodable(path=name, streams="video")
        bound(stream)
        zero = Fraction(container.start_time or 0, 1_000_000)
        yield Reel(container, stream, zero)


def key_frames(reel: Reel, *, apart: int) -> Iterator[tuple[int, Any]]:
    """Yield each key frame with its time, but for those that follow too closely.

    Args:
        reel: The video.
        apart: The fewest milliseconds between two.
    """
    from av.stream import Discard

    decoder = reel.stream.codec_context
    # some formats do not even read the rest then
    reel.stream.discard = Discard.nonkey
    following = -math.inf
    for packet in reel.container.demux(reel.stream):
        time = _milliseconds(reel, packet)
        if not packet.is_keyframe or time is None or time < following:
            continue
        for frame in _alone(decoder, packet):
            following = time + apart
            yield time, frame
    reel.stream.discard = Discard.default


def frames(reel: Reel, start: int, end: int) -> Iterator[tuple[int, Any]]:
    """Yield every picture between two times, both included, in milliseconds."""
    tick = reel.stream.time_base
    place = math.floor((Fraction(start, 1000) + reel.zero) / tick)
    reel.container.seek(place, stream=reel.stream)
    for packet in reel.container.demux(reel.stream):
        for frame in _decoded(packet):
            time = _milliseconds(reel, frame)
            if time is None or time < start:
                continue
            if time > end:
                return
            yield time, frame


def _alone(decoder: Any, packet: Any) -> list[Any]:
    """Decode a packet as if nothing followed."""
    import av

    try:
        return [*_decoded(packet), *decoder.decode(None)]
    except av.FFmpegError:
        return []
    finally:
        decoder.flush_buffers()


def _decoded(packet: Any) -> list[Any]:
    import av

    try:
        return list(packet.decode())
    except av.FFmpegError:
        return []


def _milliseconds(reel: Reel, timed: Any) -> int | None:
    """Return when a packet or a frame is shown, from the recording's beginning."""
    time = timed.dts if timed.pts is None else timed.pts
    if time is None:
        return None
    milliseconds: int = round((time * reel.stream.time_base - reel.zero) * 1000)
    return milliseconds
