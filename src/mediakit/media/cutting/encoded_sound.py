"""Sound of a cut that cannot be copied: decoded, and encoded as AAC."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.media.cutting.copied_sound import Piece
from mediakit.media.cutting.gain import with_gain
from mediakit.media.cutting.plan import Track
from mediakit.media.sound import LAYOUTS, Samples, reading, resampled
from mediakit.model.timecode import TimeRange

_BLOCK = 1 << 14


def channels(track: Track) -> int:
    """Return how many channels a track is written with."""
    return LAYOUTS.index(track.layout) + 1


# Any, here and below: PyAV's codec contexts, frames and packets
def encoded_sound(
    encoder: Any,
    source: Path,
    span: TimeRange,
    track: Track,
    place: int,
    gain: float = 0.0,
) -> Iterator[Piece]:
    """Yield the packets of a sound track, with silence in its holes.

    Args:
        encoder: PyAV's codec context, of AAC at the track's rate and layout.
        source: The recording.
        span: What of it.
        track: The track.
        place: Its place among those that can be decoded.
        gain: Decibels that it is made louder.
    """
    import av

    length = round(Fraction(span.duration * track.rate, 1000))
    played = 0
    heard = _heard(source, span, track, place)
    if gain:
        heard = with_gain(heard, track.rate, track.layout, gain)
    for block in _exactly(heard, length, track):
        frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), "flt", track.layout)
        frame.sample_rate, frame.pts = track.rate, played
        frame.time_base = Fraction(1, track.rate)
        played += len(block)
        yield from map(_piece, encoder.encode(frame))
    yield from map(_piece, encoder.encode(None))


def _heard(
    source: Path, span: TimeRange, track: Track, place: int
) -> Iterator[Samples]:
    """Yield the samples of a track at the rate it is to be written with."""
    if track.is_silent:
        return
    with reading(source, span, "flt", track=place) as sound:
        yield from resampled(sound, track.layout, track.rate)


def _exactly(blocks: Iterable[Samples], length: int, track: Track) -> Iterator[Samples]:
    """Yield so many samples: without what is too much, with silence at the end."""
    import numpy as np

    for block in blocks:
        yield block[:length]
        length -= len(block[:length])
    for start in range(0, length, _BLOCK):
        size = min(_BLOCK, length - start)
        yield np.zeros((size, channels(track)), "f4")


def _piece(packet: Any) -> Piece:
    return Piece(packet.pts, packet.duration, bytes(packet))
