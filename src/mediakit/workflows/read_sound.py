"""Read the sound of recordings as speech engines want it."""

from collections.abc import Iterator
from pathlib import Path

from mediakit.engines.base import RATE, Samples
from mediakit.library import Library
from mediakit.media.sound import listen
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange

_BLOCK = 10 * RATE


def sound_of(library: Library, clip: Clip) -> Iterator[Samples]:
    """Yield the blocks of a clip's sound in order; a clip without sound has none.

    Raises:
        MediakitError: It cannot be read, or not to its end.
    """
    if clip.media.sound:
        yield from blocks(library.resolve(clip.path), TimeRange(0, clip.media.duration))


def blocks(path: Path, span: TimeRange) -> Iterator[Samples]:
    """Yield blocks of some seconds; decoders give much smaller ones.

    Raises:
        NothingToCut: The recording has no sound that can be decoded.
        ReadFailed: It cannot be read.
    """
    import numpy as np

    parts = []
    for part in listen(path, span, rate=RATE):
        parts.append(part)
        if sum(map(len, parts)) >= _BLOCK:
            yield np.concatenate(parts)
            parts = []
    if parts:
        yield np.concatenate(parts)
