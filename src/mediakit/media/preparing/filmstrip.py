"""A filmstrip: small pictures of a clip at even distances, on one sheet."""

from dataclasses import dataclass
from typing import Any

from mediakit.media.preparing.picture import jpeg, small
from mediakit.model.measures import Filmstrip

WIDTH, HEIGHT = 160, 90
FEWEST, MOST = 6, 100
COLUMNS = 10

_SECOND = 1000


@dataclass(slots=True)
class _Place:
    """A place on the strip, and the picture nearest to its middle so far."""

    middle: float
    time: float = float("inf")
    picture: Any = None


class Strip:
    """Chooses and keeps pictures that are offered in any order.

    There is one for each second, but not more than a hundred; and where a video has
    fewer key frames than that, as many as it has.

    Args:
        duration: Of the clip, in milliseconds.
    """

    def __init__(self, duration: int) -> None:
        self._duration = duration
        count = max(FEWEST, min(MOST, duration // _SECOND))
        self._places = [_Place(middle) for middle in self._middles(count)]

    # Any: naming PyAV's types would load FFmpeg with this module
    def offer(self, time: int, frame: Any, stream: Any) -> None:
        """Keep a picture of *stream* wherever it is nearer than what is there."""
        better = [
            place
            for place in self._places
            if abs(time - place.middle) < abs(place.time - place.middle)
        ]
        if better:
            picture = small(frame, stream, WIDTH, HEIGHT).to_ndarray(format="rgb24")
            for place in better:
                place.time, place.picture = time, picture

    @property
    def is_poor(self) -> bool:
        """Whether it shows too few different pictures."""
        return len(self._kept()) < FEWEST

    def sheet(self) -> tuple[bytes, Filmstrip]:
        """Return the strip as a JPEG, and how it is laid out."""
        import av
        import numpy as np

        kept = self._kept()
        count = min(len(self._places), max(FEWEST, len(kept)))
        columns = min(COLUMNS, count)
        height, width = next(iter(kept.values())).shape[:2]
        sheet = np.zeros((-(-count // columns) * height, columns * width, 3), "u1")
        for number, middle in enumerate(self._middles(count)):
            row, column = divmod(number, columns)
            picture = kept[min(kept, key=lambda time: abs(time - middle))]
            # a stream may change its size
            picture = picture[:height, :width]
            top, left = row * height, column * width
            down, across = picture.shape[:2]
            sheet[top : top + down, left : left + across] = picture
        frame = av.VideoFrame.from_ndarray(sheet, "rgb24")
        layout = Filmstrip(count, columns, width, height)
        return jpeg(frame.reformat(format="yuvj420p")), layout

    def _middles(self, count: int) -> list[float]:
        return [(number + 0.5) * self._duration / count for number in range(count)]

    def _kept(self) -> dict[float, Any]:
        """Return the different pictures by time."""
        places = (place for place in self._places if place.picture is not None)
        return {place.time: place.picture for place in places}
