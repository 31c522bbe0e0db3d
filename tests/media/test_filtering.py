"""Interruptions that come while FFmpeg's filters answer are not lost."""

import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import av
import numpy as np
import pytest
from av.filter import Graph

from mediakit.media.filtering import pull, resample

_TIMES = 100  # without care, one of the first is lost
_PATIENCE = 10  # seconds


def _resampling() -> Callable[[Any], object]:
    resampler = av.AudioResampler("flt", "mono", 16_000)
    return lambda frame: resample(resampler, frame)


def _pulling() -> Callable[[Any], object]:
    graph = Graph()
    source = graph.add_abuffer(format="flt", sample_rate=48_000, layout="stereo")
    source.link_to(graph.add("abuffersink"))
    graph.configure()

    def push_and_pull(frame: Any) -> object:
        graph.push(frame)
        return pull(graph)

    return push_and_pull


@pytest.mark.parametrize("make", [_resampling, _pulling])
def test_no_interruption_is_lost(make: Callable[[], Callable[[Any], object]]) -> None:
    """PyAV forgets one that comes while it makes an exception."""
    for _number in range(_TIMES):
        with pytest.raises(KeyboardInterrupt):
            _work_until_interrupted(make())


def _work_until_interrupted(work: Callable[[Any], object]) -> None:
    frame = av.AudioFrame.from_ndarray(np.zeros((1, 128), "f4"), "flt", "stereo")
    frame.sample_rate = 48_000
    pressed = threading.Timer(0.002, signal.raise_signal, [signal.SIGINT])
    late = time.monotonic() + _PATIENCE
    pressed.start()
    while time.monotonic() < late:
        work(frame)
