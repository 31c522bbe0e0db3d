"""Loudness as EBU R 128 measures it: integrated, and its range.

Ffmpeg's ``ebur128`` does it; ``loudnorm`` measures the same at 192 kHz, and takes ten
times as long.
"""

import itertools
from typing import Any

from mediakit.media.filtering import pull
from mediakit.media.sound import Samples

_NOTHING = -70.0  # LUFS; R 128 takes what is softer for silence


class LoudnessMeter:
    """Measures sound that is handed over block by block.

    Args:
        rate: Samples a second.
        layout: FFmpeg's name of the arrangement of channels.
    """

    def __init__(self, rate: int, layout: str) -> None:
        self._rate, self._layout = rate, layout
        self._graph = _graph(rate, layout)
        self._heard = 0
        self._latest: dict[str, str] = {}

    def take(self, block: Samples) -> None:
        """Measure an array of 32-bit floats, ``(samples, channels)``."""
        import av

        frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), "flt", self._layout)
        frame.sample_rate, frame.pts = self._rate, self._heard
        self._heard += len(block)
        self._graph.push(frame)
        self._pull()

    def result(self) -> tuple[float | None, float]:
        """Return the integrated loudness in LUFS and its range in LU.

        Returns:
            ``None`` for the loudness if there was nothing to hear.
        """
        self._graph.push(None)
        self._pull()
        integrated = float(self._latest.get("lavfi.r128.I", _NOTHING))
        loudness_range = round(float(self._latest.get("lavfi.r128.LRA", 0)), 1)
        if integrated <= _NOTHING:
            return None, 0.0
        return round(integrated, 1), loudness_range

    def _pull(self) -> None:
        for frame in pull(self._graph):
            # the last frame, if it is shorter than the others, has none
            self._latest = frame.metadata or self._latest


# Any: naming PyAV's types would load FFmpeg with this module
def _graph(rate: int, layout: str) -> Any:
    from av.filter import Graph

    graph = Graph()
    graph.threads = 1
    chain = [
        graph.add_abuffer(format="flt", sample_rate=rate, layout=layout),
        graph.add("ebur128", "metadata=1"),
        graph.add("abuffersink"),
    ]
    for one, other in itertools.pairwise(chain):
        one.link_to(other)
    graph.configure()
    return graph
