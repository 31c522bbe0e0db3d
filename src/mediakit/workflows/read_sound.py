"""Read the sound of clips, one after the other, as speech engines want it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mediakit.engines.base import RATE, Samples
from mediakit.errors.base import MediakitError
from mediakit.media.sound import listen
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange
from mediakit.settings import Library

_BLOCK = 10 * RATE


def read_sound(
    library: Library, clips: Iterable[tuple[Clip, int]]
) -> Iterator[tuple[Clip, Samples | MediakitError | None]]:
    """Yield each clip with ``None``, then with its blocks of sound in order.

    A clip whose sound cannot be read, or not to its end, comes with the error; a
    clip without sound has no blocks.

    Args:
        library: Where the originals are.
        clips: What to read, each from so many milliseconds on.
    """
    for clip, start in clips:
        yield clip, None
        if clip.media.sound:
            span = TimeRange(start, max(start, clip.media.duration))
            try:
                for block in blocks(library.resolve(clip.path), span):
                    yield clip, block
            except MediakitError as error:
                yield clip, error


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
