"""The picture that an excerpt begins with, and the one that it stops on."""

import contextlib
import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.errors.media import MediaUndecodable
from mediakit.media.containers import bound
from mediakit.media.cutting.plan import is_indexed, is_still, opened, seek
from mediakit.media.preparing.picture import jpeg, small
from mediakit.media.probe import pictures
from mediakit.model.timecode import TimeRange

LARGEST = 1280
"""Pixels of the longer side: a page of paper, or a projector."""


def first_picture(path: Path, span: TimeRange) -> bytes:
    """Return what is seen as *span* of a video begins, as a JPEG.

    Raises:
        MediaUndecodable: There are no moving pictures, none then, or none that can be
            decoded.
        ReadFailed: The file cannot be read, or is no recording (see `open_media`).
    """
    return _picture(path, span, is_last=False)


def last_picture(path: Path, span: TimeRange) -> bytes:
    """Return the last picture of *span* of a video, as a JPEG; see `first_picture`."""
    return _picture(path, span, is_last=True)


def _picture(path: Path, span: TimeRange, *, is_last: bool) -> bytes:
    import av

    with _opened(path) as container:
        video = pictures(container)
        try:
            frame = video and _frame(container, video, span, is_last=is_last)
            if frame:
                return jpeg(small(frame, video, LARGEST, LARGEST))
        except av.FFmpegError as error:
            raise MediaUndecodable(path=str(path), streams="video") from error
    raise MediaUndecodable(path=str(path), streams="video")


# Any, here and below: PyAV's containers, streams and frames
@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a video by its header, if that says when each track begins."""
    with opened(path, by_header=True) as container:
        if is_indexed(container):
            yield container
            return
    with opened(path) as container:
        yield container


def _frame(container: Any, video: Any, span: TimeRange, *, is_last: bool) -> Any:
    """Return the frame that stands as *span* begins or ends, or begins within it.

    One that was there before goes on only if it is still there long after, as in a cut.
    """
    bound(video)
    zero = Fraction(container.start_time or 0, 1_000_000)
    start, end = (zero + Fraction(one, 1000) for one in (span.start, span.end))
    moment = end if is_last else start
    seek(container, video, math.floor(moment / video.time_base) - is_last)
    standing = None
    for frame in container.decode(video):
        if frame.pts is None:
            continue
        shown = frame.pts * video.time_base
        # what begins as it ends is not in it, and may not be shown
        if shown >= end:
            return standing
        if standing and shown > moment:
            is_before = standing.pts * video.time_base < start
            return standing if is_still(start, shown) or not is_before else frame
        standing = frame
    return standing
