"""Where a clip is silent: where nothing is heard but the room.

Rooms and recorders differ, so silence is what stays far below the clip's own
loudness, for as long as a pause between sentences.
"""

import math
from collections.abc import Iterator
from fractions import Fraction

from mediakit.media.sound import Samples
from mediakit.model.timecode import TimeRange

SHORTEST = 500
"""Milliseconds: a pause, not a breath."""

BELOW = 20.0
"""Decibels under the clip's loudness: the soft sounds of speech are louder."""

_NOTHING = -70.0  # dBFS: a clip that is silent as a whole


class LevelMeter:
    """Keeps the level of each pixel of sound that is handed over block by block."""

    def __init__(self) -> None:
        self._powers: list[Samples] = []

    def take(self, pixels: Samples) -> None:
        """Take an array of floats, ``(pixels, samples, channels)``.

        The loudest channel counts.
        """
        import numpy as np

        sums = np.einsum("psc,psc->pc", pixels, pixels)
        self._powers.append(sums.max(axis=1) / pixels.shape[1])

    def silences(
        self, loudness: float | None, pixel: Fraction, duration: int
    ) -> tuple[float, tuple[TimeRange, ...]]:
        """Return what is softer than silence, in dBFS, and where that is so.

        Args:
            loudness: LUFS, or ``None`` where there is nothing to hear.
            pixel: The length of one in milliseconds.
            duration: That of the clip.
        """
        import numpy as np

        threshold = _NOTHING if loudness is None else max(loudness - BELOW, _NOTHING)
        powers = np.concatenate(self._powers or [np.empty(0)])
        soft = powers < math.pow(10, threshold / 10)
        found = _ranges(soft, pixel, duration)
        return round(threshold, 1), tuple(s for s in found if s.duration >= SHORTEST)


def _ranges(soft: Samples, pixel: Fraction, duration: int) -> Iterator[TimeRange]:
    import numpy as np

    edges = np.flatnonzero(np.diff(soft, prepend=False, append=False))
    for first, end in edges.reshape(-1, 2).tolist():
        yield TimeRange(math.ceil(first * pixel), min(duration, int(end * pixel)))
