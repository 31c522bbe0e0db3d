"""What is heard of a recording, as all that is put together takes it: in stereo."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from mediakit.errors.excerpts import NothingToCut
from mediakit.media.rendering.film import SAMPLE_RATE
from mediakit.media.sound import Samples, reading, resampled
from mediakit.model.timecode import TimeRange

CHANNELS, WIDTH = 2, 4  # bytes of a sample of one of them

_BLOCK = 1 << 14


def stereo(path: Path, span: TimeRange) -> Iterator[Samples]:
    """Yield a range of a recording, shape (samples, 2); nothing without sound.

    Raises:
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    with contextlib.suppress(NothingToCut), reading(path, span, "flt") as sound:
        yield from resampled(sound, "stereo", SAMPLE_RATE)


def exactly(blocks: Iterable[Samples], length: int) -> Iterator[Samples]:
    """Yield so many samples in even blocks, with silence at the end."""
    import numpy as np

    held = np.empty((0, CHANNELS), "f4")
    for block in blocks:
        held = np.concatenate((held, block))
        while len(held) >= _BLOCK and length >= _BLOCK:
            yield held[:_BLOCK]
            held, length = held[_BLOCK:], length - _BLOCK
    while length > 0:
        size = min(_BLOCK, length)
        part = held[:size]
        yield np.pad(part, ((0, size - len(part)), (0, 0)))
        held, length = held[size:], length - size
