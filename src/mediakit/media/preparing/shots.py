"""Where one shot ends and another begins.

Found are hard cuts between pictures that differ in light or colour, exact to the
frame. Fades and dissolves are not, nor is a cut away and back again between two key
frames: everything would have to be decoded for that.

The measure for two pictures that follow each other is that of ffmpeg's ``scdet``: how
much they differ, and how much more than the two before. Motion goes on; a cut is
alone.
"""

from typing import Any, TypeAlias

# Any: numpy arrays; numpy is imported only where it is used
Glance: TypeAlias = Any

HELD = 4
"""Pictures that another shot must last; a flash is over by then."""

_SIZE = (64, 36)
_NEXT = 2
_CUT = 8.0  # per cent of difference from one picture to the next
# what two key frames of one shot do not differ by: the light of their pixels in per
# cent, and the share of them whose colours the other does not have
_APART, _OTHER_COLOURS = 15.0, 0.12
_SHADES = 16


# Any: naming PyAV's types would load FFmpeg with this module
def glance(frame: Any) -> Glance:
    """Return a picture small enough to compare, ``(height, width, colours)``."""
    width, height = _SIZE
    return frame.reformat(width=width, height=height, format="rgb24").to_ndarray()


def may_differ(one: Glance, other: Glance) -> bool:
    """Tell whether there may be a cut somewhere between two key frames."""
    import numpy as np

    shades = np.abs(_shades(one) - _shades(other)).sum() / 2
    return bool(shades >= _OTHER_COLOURS or _difference(one, other) >= _APART)


class ShotMeter:
    """Finds changes in pictures that are handed over one by one.

    Attributes:
        changes: When the first pictures of other shots show, in milliseconds.
    """

    def __init__(self) -> None:
        self.changes: list[int] = []
        self._last: Glance | None = None
        self._moved = 0.0
        self._before: Glance | None = None
        self._since: list[int] = []

    def take(self, time: int, picture: Glance) -> None:
        """Compare a picture with the last."""
        if self._last is not None:
            moved = _difference(self._last, picture)
            if self._before is not None:
                self._since.append(time)
                self._settle(picture, moved)
            elif moved - self._moved >= _CUT:
                self._before, self._since = self._last, [time]
            self._moved = moved
        self._last = picture

    def end(self) -> None:
        """Say that the pictures end here, or go on elsewhere."""
        if self._before is not None:
            self.changes.append(self._since[0])
        self._last, self._before, self._moved = None, None, 0.0

    def _settle(self, picture: Glance, moved: float) -> None:
        """Decide whether what began some pictures ago was another shot."""
        if len(self._since) == _NEXT and self._moved - moved < _CUT:
            self._before = None  # it moves on like this
        elif len(self._since) == HELD:
            if _difference(self._before, picture) >= _CUT:
                self.changes.append(self._since[0])
            self._before = None


def _difference(one: Glance, other: Glance) -> float:
    """Return how much the pixels of two pictures differ, in per cent."""
    import numpy as np

    return float(np.abs(one.astype("i2") - other).mean()) * 100 / 255


def _shades(picture: Glance) -> Any:
    """Return how the shades of each colour are spread; together they make one."""
    import numpy as np

    colours = picture.reshape(-1, picture.shape[-1]) // (256 // _SHADES)
    counts = [np.bincount(colour, minlength=_SHADES) for colour in colours.T]
    return np.array(counts) / colours.size
