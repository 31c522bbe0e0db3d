"""Sound as samples: any range of any recording, in the recording's own time.

Only the range is decoded, block by block, so that a recording of hours takes no
more memory than one of seconds. Sample *n* of what comes out is what is heard at
``start + n / rate``: decoders' delays are taken off, holes and late beginnings are
silence, so that no word moves.
"""

import contextlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

from mediakit.errors.excerpts import NothingToCut
from mediakit.media.containers import open_file, open_media, reporting
from mediakit.media.filtering import resample
from mediakit.model.timecode import TimeRange

SPEECH_RATE = 16_000
"""Samples a second that speech engines want."""

LAYOUTS = ("mono", "stereo", "3.0", "4.0", "5.0", "5.1")
"""FFmpeg's names of the arrangements of one, two, three... channels that are kept."""

LOSSLESS = frozenset({"alac", "flac", "wavpack"})
"""FFmpeg's names of codecs that pack samples and lose none."""

# Any: numpy arrays; numpy is imported only where it is used
Samples: TypeAlias = Any

_KINDS = {"s32": "i4", "flt": "f4"}
_WIDTH = 4  # bytes of either
_SILENT = 1 << 16  # samples of silence at a time

# decoders need to have heard what comes before: a second is more than any asks for
_RUN_UP = Fraction(1)
# coarse clocks (Matroska's milliseconds) make times jump a little; the shortest
# packet of speech that can be missing lasts 20 ms
_JITTER = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Sound:
    """A range of a sound track, being decoded.

    Attributes:
        rate: Samples a second.
        layout: One of LAYOUTS; more channels are mixed down to the last.
        lossless_bits: Bits in a sample of a track that lost none; 0 for others.
        length: How many samples there will be.
        kind: numpy's name of their type.
        pieces: The samples in order as they lie in memory, channel beside channel.
    """

    rate: int
    layout: str
    lossless_bits: int
    length: int
    kind: str
    pieces: Iterator[bytes]

    @property
    def channels(self) -> int:
        """The number of channels."""
        return channels(self.layout)

    @property
    def blocks(self) -> Iterator[Samples]:
        """The samples in order, arrays of ``(samples, channels)``."""
        import numpy as np

        for piece in self.pieces:
            yield np.frombuffer(piece, self.kind).reshape(-1, self.channels)


def layout(count: int) -> str:
    """Return the arrangement that so many channels are kept in."""
    return LAYOUTS[min(count, len(LAYOUTS)) - 1]


def channels(arrangement: str) -> int:
    """Return how many channels one of LAYOUTS has."""
    return LAYOUTS.index(arrangement) + 1


def decode(path: Path, span: TimeRange, *, rate: int = SPEECH_RATE) -> Samples:
    """Return a range of a recording's first sound track as one array; see `listen`."""
    import numpy as np

    return np.concatenate([*listen(path, span, rate=rate)] or [np.empty(0, "f4")])


def listen(
    path: Path, span: TimeRange, *, rate: int = SPEECH_RATE
) -> Iterator[Samples]:
    """Yield a range of a recording's first sound track, mixed to one channel.

    Yields:
        One-dimensional arrays of 32-bit floats between -1 and 1, *rate* a second;
        together they are exactly as long as *span*.

    Raises:
        NothingToCut: The recording has no sound that can be decoded.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    import numpy as np

    length = _samples(span.end, rate) - _samples(span.start, rate)
    with reading(path, span, "flt") as sound:
        for block in resampled(sound, "mono", rate):
            yield block[:length, 0]
            length -= len(block[:length])
    if length:
        yield np.zeros(length, "f4")


@contextlib.contextmanager
def reading(
    path: Path, span: TimeRange, sample_format: str, *, track: int = 0
) -> Iterator[Sound]:
    """Open a sound track to read a range of it at its own rate.

    Args:
        path: The recording.
        span: The range, from the recording's beginning.
        sample_format: FFmpeg's name of it: ``s32`` or ``flt``.
        track: The first is 0.

    Raises:
        NothingToCut: There is no such track, or it cannot be decoded.
        ReadFailed: The file cannot be read, or is no recording (see `open_media`).
    """
    from av.stream import Discard

    with open_file(path) as file, open_media(file, str(path)) as container:
        # phones may add tracks that only they can decode
        known = [one for one in container.streams.audio if one.codec_context]
        if track >= len(known):
            raise NothingToCut(path=str(path))
        stream = known[track]
        for one in container.streams:
            # of a film, nearly all bytes are pictures: they need not even be read
            one.discard = Discard.default if one is stream else Discard.all
        zero = Fraction(container.start_time or 0, 1_000_000)
        start = zero + Fraction(span.start, 1000)
        with reporting(str(path)):
            first, frames = _frames_from(container, stream, start, path)
            rate = first.sample_rate
            begin, end = _samples(span.start, rate), _samples(span.end, rate)
            kept = layout(first.layout.nb_channels)
            placed = _placed(frames, zero, (sample_format, kept, rate))
            yield Sound(
                rate=rate,
                layout=kept,
                lossless_bits=_lossless_bits(stream, first),
                length=end - begin,
                kind=_KINDS[sample_format],
                pieces=_timeline(placed, begin, end, _WIDTH * channels(kept)),
            )


def resampled(sound: Sound, arrangement: str, rate: int) -> Iterator[Samples]:
    """Yield *sound*, read as ``flt``, in another arrangement and at another rate.

    Args:
        sound: What is being decoded.
        arrangement: One of LAYOUTS.
        rate: Samples a second.

    Yields:
        Arrays of ``(samples, channels)``.
    """
    import av

    resampler = av.AudioResampler("flt", arrangement, rate)
    played = 0
    for block in sound.blocks:
        frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), "flt", sound.layout)
        frame.sample_rate, frame.pts = sound.rate, played
        frame.time_base = Fraction(1, sound.rate)
        played += len(block)
        yield from map(_array, resample(resampler, frame))
    yield from map(_array, resample(resampler, None))


def _array(frame: Any) -> Samples:
    return frame.to_ndarray().reshape(-1, frame.layout.nb_channels)


def _samples(milliseconds: int, rate: int) -> int:
    return round(Fraction(milliseconds * rate, 1000))


# Any, here and below: PyAV's containers, streams and frames
def _frames_from(
    container: Any, stream: Any, start: Fraction, path: Path
) -> tuple[Any, Iterator[Any]]:
    """Return the first frame a little before *start*, and an iterator that has it."""
    tick = stream.time_base
    if start - _RUN_UP > Fraction(container.start_time or 0, 1_000_000):
        container.seek(math.floor((start - _RUN_UP) / tick), stream=stream)
        frames = _decoded(container, stream)
        first = next(frames, None)
        if first is not None and first.pts is not None and first.pts * tick <= start:
            return first, _with(first, frames)
        # the index of the file is wrong, or its sound begins later
        container.seek(stream.start_time or 0, stream=stream)
    frames = _decoded(container, stream)
    first = next(frames, None)
    if first is None:
        raise NothingToCut(path=str(path))
    return first, _with(first, frames)


def _with(first: Any, rest: Iterable[Any]) -> Iterator[Any]:
    yield first
    yield from rest


def _decoded(container: Any, stream: Any) -> Iterator[Any]:
    import av

    for packet in container.demux(stream):
        # a damaged packet is a hole, and sounds as one
        with contextlib.suppress(av.FFmpegError):
            yield from packet.decode()


def _placed(
    frames: Iterable[Any], zero: Fraction, wanted: tuple[str, str, int]
) -> Iterator[tuple[int, bytes]]:
    """Yield each frame's samples and where they begin, counted from *zero*.

    Args:
        frames: Decoded frames, in order.
        zero: When the recording begins, in seconds.
        wanted: The sample format, layout and rate of what is yielded.
    """
    import av

    sample_format, kept, rate = wanted
    width = _WIDTH * channels(kept)
    first, jitter = zero * rate, round(_JITTER * rate)
    converters: dict[tuple[str, str, int], Any] = {}
    expected = tick = None
    for frame in frames:
        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        if form not in converters:
            converters[form] = av.AudioResampler(sample_format, kept, rate)
            tick = frame.time_base * rate
        place = expected
        if frame.pts is not None:
            place = round(frame.pts * tick - first)
            if expected is not None and abs(place - expected) <= jitter:
                place = expected
        place = place or 0
        for part in resample(converters[form], frame):
            # what is allocated may be longer
            yield place, bytes(memoryview(part.planes[0])[: part.samples * width])
            place += part.samples
        expected = place


def _timeline(
    placed: Iterable[tuple[int, bytes]], begin: int, end: int, width: int
) -> Iterator[bytes]:
    """Yield exactly the samples from *begin* to *end*, with silence in the holes.

    Args:
        placed: Pieces, and at which sample each begins.
        begin: The first sample.
        end: The first that is not wanted.
        width: Bytes of a sample of all channels.
    """
    position = begin
    for place, piece in placed:
        if place >= end:
            break
        if place > position:
            yield from _silence(place - position, width)
            position = place
        part = piece[max(0, position - place) * width : (end - place) * width]
        if part:
            yield part
            position += len(part) // width
    yield from _silence(end - position, width)


def _silence(count: int, width: int) -> Iterator[bytes]:
    for start in range(0, count, _SILENT):
        yield bytes(min(_SILENT, count - start) * width)


def _lossless_bits(stream: Any, frame: Any) -> int:
    codec = stream.codec_context.name
    if not codec.startswith("pcm_") and codec not in LOSSLESS:
        return 0
    return 16 if frame.format.bytes <= 2 else 24  # noqa: PLR2004 bytes of 16 bits
