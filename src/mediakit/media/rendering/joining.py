"""Put segments together: pictures are copied, sound is encoded once.

Every frame and sample is counted, so that nothing adds up over many joins: frame
*n* of the film is shown at ``n / rate``, sample *m* is heard at ``m / 48000``.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.errors.library import WriteFailed
from mediakit.errors.media import SegmentUnusable
from mediakit.media.rendering.film import SAMPLE_RATE, Canvas

SUFFIX = ".mp4"

BYTES_A_SAMPLE = 4
"""Of a sound track of a segment: two channels of 16 bits."""

_SOUND_BITS = 160_000
_TICK = Fraction(1, SAMPLE_RATE)
# so many frames are decoded before one that is shown earlier: x264 has two
_REORDERED = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """An encoded part of a film.

    Attributes:
        path: The file.
        frames: How many frames it is to have.
    """

    path: Path
    frames: int


def join(segments: Sequence[Segment], canvas: Canvas, target: Path) -> Iterator[int]:
    """Write segments one after the other as an MP4; yield the frames done so far.

    Args:
        segments: At least one, all encoded for *canvas*.
        canvas: Their frame rate is counted by.
        target: A file that may be written over.

    Raises:
        SegmentUnusable: One is damaged, or made otherwise than the first.
        WriteFailed: The disk failed.
    """
    import av

    try:
        with av.open(
            f"file:{target}",
            "w",
            format="mp4",
            options={"movflags": "+faststart", "fflags": "+bitexact"},
        ) as film:
            yield from _write(film, segments, canvas)
    except av.FFmpegError as error:
        raise WriteFailed(path=str(target), reason=error.strerror) from error


def is_whole(segment: Segment, canvas: Canvas) -> bool:
    """Tell whether a segment can be read, and has the pictures and sound it is to."""
    try:
        with _opened(segment) as container:
            _taken(container, segment, canvas)
    except SegmentUnusable:
        return False
    return True


# Any, here and below: PyAV's containers, streams, packets and frames
def _write(film: Any, segments: Sequence[Segment], canvas: Canvas) -> Iterator[int]:
    pictures: Any = None
    sounds = [_sound_stream(film, language) for language in canvas.tracks]
    done = 0
    for segment in segments:
        with _opened(segment) as container:
            video = container.streams.video[0]
            if pictures is None:
                pictures = film.add_stream_from_template(video)
                pictures.time_base = 1 / canvas.rate
            elif pictures.codec_context.extradata != video.codec_context.extradata:
                raise SegmentUnusable(path=str(segment.path))
            copied, heard = _taken(container, segment, canvas)
        for packet in _placed(copied, done, canvas):
            packet.stream = pictures
            film.mux(packet)
        begin, end = canvas.samples(done), canvas.samples(done + segment.frames)
        for sound, samples in zip(sounds, heard, strict=True):
            film.mux(sound.encode(_frame(samples, begin, end)))
        done += segment.frames
        yield done
    for sound in sounds:
        film.mux(sound.encode(None))


def _sound_stream(film: Any, language: str) -> Any:
    from av.codec.context import Flags

    sound = film.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    sound.bit_rate = _SOUND_BITS
    # no name of the encoder in it
    sound.codec_context.flags |= Flags.bitexact
    if language:
        sound.metadata["language"] = language
    return sound


@contextlib.contextmanager
def _opened(segment: Segment) -> Iterator[Any]:
    import av

    try:
        with av.open(f"file:{segment.path}", format="nut") as container:
            yield container
    except (av.FFmpegError, IndexError) as error:
        raise SegmentUnusable(path=str(segment.path)) from error


def _taken(
    container: Any, segment: Segment, canvas: Canvas
) -> tuple[list[Any], list[bytes]]:
    """Return a segment's pictures, still compressed, and its sound by track.

    Raises:
        SegmentUnusable: It has too few or too many.
    """
    copied: list[Any] = []
    heard: dict[int, list[bytes]] = {one.index: [] for one in container.streams.audio}
    for packet in container.demux():
        if packet.size and packet.stream.type == "video":
            copied.append(packet)
        elif packet.size:
            heard[packet.stream.index].append(bytes(packet))
    sounds = [b"".join(packets) for packets in heard.values()]
    least = canvas.samples(segment.frames) * BYTES_A_SAMPLE
    is_heard = len(sounds) == len(canvas.tracks) and all(
        len(sound) >= least for sound in sounds
    )
    if len(copied) != segment.frames or not is_heard:
        raise SegmentUnusable(path=str(segment.path))
    return copied, sounds


def _placed(packets: Sequence[Any], begin: int, canvas: Canvas) -> Iterator[Any]:
    """Yield packets at their places in the film, counted in frames."""
    shown = [round(packet.pts * packet.time_base * canvas.rate) for packet in packets]
    # the format has no times before zero: the first picture is shown a little after
    first = min(shown)
    for number, (packet, place) in enumerate(zip(packets, shown, strict=True)):
        packet.time_base = 1 / canvas.rate
        packet.pts = begin + place - first
        packet.dts = begin + number - _REORDERED
        packet.duration = 1
        yield packet


def _frame(sound: bytes, begin: int, end: int) -> Any:
    """Return the samples that are heard from *begin* to *end* of the film."""
    import av
    import numpy as np

    samples = np.frombuffer(sound, np.int16)[: 2 * (end - begin)]
    frame = av.AudioFrame.from_ndarray(samples[None], "s16", "stereo")
    frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, begin, _TICK
    return frame
