"""Read the sound of clips, one after the other, as speech engines want it."""

from collections.abc import Iterable, Iterator

from mediakit.engines.base import RATE, Samples
from mediakit.errors import MediakitError
from mediakit.media.sound import listen
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange
from mediakit.settings import Library

_BLOCK = 10 * RATE


def read_sound(
    library: Library, clips: Iterable[Clip]
) -> Iterator[tuple[Clip, Samples | MediakitError | None]]:
    """Yield each clip with ``None``, then with its blocks of sound in order.

    A clip whose sound cannot be read, or not to its end, comes with the error; a
    clip without sound has no blocks.
    """
    for clip in clips:
        yield clip, None
        if clip.media.sound:
            try:
                for block in _blocks(library, clip):
                    yield clip, block
            except MediakitError as error:
                yield clip, error


def _blocks(library: Library, clip: Clip) -> Iterator[Samples]:
    """Yield blocks of some seconds; decoders give much smaller ones."""
    import numpy as np

    whole, parts = TimeRange(0, clip.media.duration), []
    for part in listen(library.resolve(clip.path), whole, rate=RATE):
        parts.append(part)
        if sum(map(len, parts)) >= _BLOCK:
            yield np.concatenate(parts)
            parts = []
    if parts:
        yield np.concatenate(parts)
