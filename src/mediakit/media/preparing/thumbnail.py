"""One small picture of a video, to know it by in lists and pages."""

import itertools
from pathlib import Path
from typing import Any, BinaryIO

from mediakit.errors.media import MediaUndecodable
from mediakit.media.containers import bound, open_file, open_media
from mediakit.media.preparing.picture import jpeg, small
from mediakit.media.probe import pictures

WIDTH = 320

_SHARE_IN, _LONGEST_IN = 10, 5_000_000  # a tenth of the video, at most 5 s, in µs
_TRIES = 6
_TALLEST = 3  # times the width
_DARK = 32  # of 255: fades and lens caps


def thumbnail(path: Path, *, width: int = WIDTH) -> bytes:
    """Return a key frame of a video as a JPEG, upright and *width* pixels wide.

    The frame is one a little after the beginning, and not a dark one if one of
    those that follow is brighter.

    Raises:
        MediaUndecodable: There are no moving pictures, or none can be decoded.
        MediakitError: It cannot be opened; see `probe`.
    """
    with open_file(path) as file:
        return thumbnail_file(file, str(path), width=width)


def thumbnail_file(file: BinaryIO, name: str, *, width: int = WIDTH) -> bytes:
    """Do as `thumbnail` does with a file that is open, called *name* in errors."""
    import av

    with open_media(file, name) as container:
        stream = pictures(container)
        try:
            frame = _bright_frame(container, stream) if stream is not None else None
            if frame is not None:
                return jpeg(small(frame, stream, width, width * _TALLEST))
        except av.FFmpegError as error:
            raise MediaUndecodable(path=name, streams="video") from error
    raise MediaUndecodable(path=name, streams="video")


# Any: naming PyAV's types would load FFmpeg with this module
def _bright_frame(container: Any, stream: Any) -> Any:
    bound(stream)
    stream.codec_context.skip_frame = "NONKEY"
    into = min((container.duration or 0) // _SHARE_IN, _LONGEST_IN)
    for start in (into, 0):  # the end may come sooner than the header says
        brightest, best = None, -1.0
        container.seek(start)
        for frame in itertools.islice(container.decode(stream), _TRIES):
            light = _light(frame)
            if light > best:
                brightest, best = frame, light
            if best >= _DARK:
                return brightest
        if brightest is not None:
            return brightest
    return None


def _light(frame: Any) -> float:
    plane = frame.reformat(width=32, height=32, format="gray").planes[0]
    return sum(bytes(plane)) / len(bytes(plane))
