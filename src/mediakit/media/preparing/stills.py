"""The picture that an excerpt begins with, and the one that it stops on."""

import math
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.errors.media import MediaUndecodable
from mediakit.media.containers import bound
from mediakit.media.cutting.plan import opened, seek
from mediakit.media.preparing.picture import jpeg, small
from mediakit.media.probe import pictures
from mediakit.model.timecode import TimeRange

LARGEST = 1280
"""Pixels of the longer side: a page of paper, or a projector."""


def first_picture(path: Path, span: TimeRange) -> bytes:
    """Return what is seen as *span* of a video begins, as a JPEG.

    Raises:
        MediaUndecodable: There are no moving pictures, or none can be decoded.
        ReadFailed: The file cannot be read, or is no recording (see `open_media`).
    """
    return _picture(path, Fraction(span.start, 1000), is_last=False)


def last_picture(path: Path, span: TimeRange) -> bytes:
    """Return the last picture of *span* of a video, as a JPEG; see `first_picture`."""
    return _picture(path, Fraction(span.end, 1000), is_last=True)


def _picture(path: Path, moment: Fraction, *, is_last: bool) -> bytes:
    import av

    with opened(path) as container:
        video = pictures(container)
        try:
            frame = video and _frame(container, video, moment, is_last=is_last)
            if frame:
                return jpeg(small(frame, video, LARGEST, LARGEST))
        except av.FFmpegError as error:
            raise MediaUndecodable(path=str(path), streams="video") from error
    raise MediaUndecodable(path=str(path), streams="video")


# Any: PyAV's containers, streams and frames
def _frame(container: Any, video: Any, moment: Fraction, *, is_last: bool) -> Any:
    """Return the frame that stands just before a moment, or at it, or else is next."""
    bound(video)
    time = Fraction(container.start_time or 0, 1_000_000) + moment
    seek(container, video, math.floor(time / video.time_base) - is_last)
    standing = None
    for frame in container.decode(video):
        if frame.pts is None:
            continue
        shown = frame.pts * video.time_base
        if shown > time or (is_last and shown == time):
            return standing or frame
        standing = frame
    return standing
