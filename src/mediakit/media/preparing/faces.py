"""Propose where faces are in a video, for a person to look at.

The detector is the one that OpenCV brings with it (Viola and Jones 2001), frontal and
from the side: quick on old laptops, blind to many faces. It only proposes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mediakit.media.preparing.frames import frames, opened
from mediakit.media.preparing.picture import small
from mediakit.model.timecode import TimeRange

PACKAGE = "cv2"
APART = 250
"""Milliseconds between two pictures that are looked at."""

_SIDE = 640  # pixels of the longer side of what is looked at
_LEAST = 24  # pixels of the smallest face
_CASCADES = ("haarcascade_frontalface_default.xml", "haarcascade_profileface.xml")


@dataclass(frozen=True, slots=True)
class FoundFace:
    """A face in one picture, in thousandths of it.

    Attributes:
        time: Milliseconds from the beginning of the video.
        left: From the left edge.
        top: From the upper edge.
        width: Across.
        height: Down.
    """

    time: int
    left: int
    top: int
    width: int
    height: int


def is_installed() -> bool:
    """Tell whether the detector is there."""
    return find_spec(PACKAGE) is not None


def find_faces(path: Path, span: TimeRange) -> Iterator[FoundFace]:
    """Yield the faces that are found in a part of a video, a few times a second.

    Raises:
        MediaUndecodable: There are no moving pictures, or none this program knows.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    import cv2
    import cv2.data

    folder = Path(cv2.data.haarcascades)
    known = [cv2.CascadeClassifier(str(folder / name)) for name in _CASCADES]
    following = span.start
    with opened(path) as reel:
        for time, frame in frames(reel, span.start, span.end):
            if time >= following:
                following = time + APART
                seen = small(frame, reel.stream, _SIDE, _SIDE)
                yield from _in_picture(known, time, seen)


# Any: OpenCV's classifiers, PyAV's frame
def _in_picture(known: list[Any], time: int, frame: Any) -> Iterator[FoundFace]:
    grey = frame.to_ndarray(format="gray")
    height, width = grey.shape
    for one in known:
        boxes = one.detectMultiScale(
            grey, scaleFactor=1.1, minNeighbors=4, minSize=(_LEAST, _LEAST)
        )
        for x, y, w, h in boxes:
            yield FoundFace(
                time,
                int(x) * 1000 // width,
                int(y) * 1000 // height,
                -(-int(w) * 1000 // width),
                -(-int(h) * 1000 // height),
            )
