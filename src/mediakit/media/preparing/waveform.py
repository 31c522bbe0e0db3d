"""A waveform's peaks, as the BBC's audiowaveform writes them in JSON.

Peaks.js and wavesurfer.js draw them. The format is version 2 of
https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md: the least and the
greatest of every so many samples, in 8 bits.
"""

import json

from mediakit.media.sound import Samples

_SCALE, _LEAST, _GREATEST = 128, -128, 127
# peaks.js zooms to 512 of its own accord; slow recorders have fewer a second
_MANY, _PIXEL, _SMALL_PIXEL = 32_000, 512, 256


def samples_per_pixel(rate: int) -> int:
    """Return how many samples become one pair of peaks."""
    return _PIXEL if rate >= _MANY else _SMALL_PIXEL


class WaveformMeter:
    """Takes the peaks of sound that is handed over block by block.

    Args:
        rate: Samples a second.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._pairs: list[Samples] = []

    def take(self, pixels: Samples) -> None:
        """Take an array of floats, ``(pixels, samples, channels)``.

        A pixel holds the extremes of all channels: nothing that is heard in one
        of them is evened out by another.
        """
        import numpy as np

        flat = pixels.reshape(len(pixels), -1)
        pairs = np.stack((flat.min(axis=1), flat.max(axis=1)), axis=1)
        whole = np.rint(pairs * _SCALE).clip(_LEAST, _GREATEST)
        self._pairs.append(whole.astype("i1"))

    def result(self) -> bytes:
        """Return the file."""
        import numpy as np

        pairs = np.concatenate(self._pairs or [np.empty((0, 2), "i1")])
        document = {
            "version": 2,
            "channels": 1,
            "sample_rate": self._rate,
            "samples_per_pixel": samples_per_pixel(self._rate),
            "bits": 8,
            "length": len(pairs),
            "data": pairs.ravel().tolist(),
        }
        return json.dumps(document, separators=(",", ":")).encode()
