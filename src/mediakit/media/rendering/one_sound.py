"""One sound file of several excerpts, with silence between them."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.bounds import Bounds
from mediakit.errors.excerpts import NothingToCut
from mediakit.media.cutting.gain import with_gain
from mediakit.media.cutting.sound import FORMATS
from mediakit.media.ffmpeg import Ffmpeg, feed, file_url, running
from mediakit.media.rendering.film import SAMPLE_RATE, Part, Shot
from mediakit.media.sound import Samples, reading
from mediakit.model.timecode import TimeRange

SUFFIX = ".mp3"
"""What every loudspeaker with a place for a stick plays."""

_WIDTH = 8  # bytes of a sample of two channels
_BLOCK = 1 << 14


def write_sound(ffmpeg: Ffmpeg, parts: Sequence[Part], target: Path) -> Iterator[float]:
    """Write what is heard of the parts of a film; yield the share that is done.

    Args:
        ffmpeg: The program.
        parts: Shots are heard, cards are silent for as long as they stand.
        target: A file that may be written over.

    Raises:
        FfmpegFailed: Ffmpeg failed or took far too long.
        WriteFailed: There is no room for it.
        ReadFailed: A recording cannot be read, or is none (see `open_media`).
    """
    total = sum(_length(part) for part in parts) * _WIDTH
    bounds = Bounds(file=(1 << 20) + total)
    limit = 120 + 10 * total / _WIDTH / SAMPLE_RATE
    with running(
        _arguments(ffmpeg.path, target),
        source=target,
        target=target,
        limit=limit,
        bounds=bounds,
    ) as process:
        done = 0
        for size in feed(process, _heard(parts)):
            done += size
            yield done / total


def _length(part: Part) -> int:
    return round(Fraction(part.duration * SAMPLE_RATE, 1000))


def _heard(parts: Iterable[Part]) -> Iterator[bytes]:
    """Yield what is heard, ``f32le``, two channels."""
    for part in parts:
        blocks = _of_shot(part) if isinstance(part, Shot) else iter(())
        yield from _exactly(blocks, _length(part))


def _of_shot(shot: Shot) -> Iterator[Samples]:
    whole = TimeRange(0, shot.duration)
    heard = shot.soundtrack
    sound = _stereo(heard.path, whole) if heard else _stereo(shot.source, shot.span)
    if shot.gain:
        return with_gain(sound, SAMPLE_RATE, "stereo", shot.gain)
    return sound


def _stereo(path: Path, span: TimeRange) -> Iterator[Samples]:
    """Yield a range of a recording, nothing where there is no sound."""
    import av

    with contextlib.suppress(NothingToCut), reading(path, span, "flt") as sound:
        mixer = av.AudioResampler("flt", "stereo", SAMPLE_RATE)
        played = 0
        for block in sound.blocks:
            frame = av.AudioFrame.from_ndarray(
                block.reshape(1, -1), "flt", sound.layout
            )
            frame.sample_rate, frame.pts = sound.rate, played
            frame.time_base = Fraction(1, sound.rate)
            played += len(block)
            yield from (_pairs(part) for part in mixer.resample(frame))
        yield from (_pairs(part) for part in mixer.resample(None))


def _pairs(frame: Any) -> Samples:  # Any: PyAV's frame
    return frame.to_ndarray().reshape(-1, 2)


def _exactly(blocks: Iterable[Samples], length: int) -> Iterator[bytes]:
    """Yield so many samples: without what is too much, with silence at the end."""
    for block in blocks:
        part = block[:length]
        length -= len(part)
        yield part.astype("<f4").tobytes()
    for start in range(0, length, _BLOCK):
        yield bytes(min(_BLOCK, length - start) * _WIDTH)


def _arguments(program: str, target: Path) -> list[str]:
    import ffmpeg

    to = FORMATS["mp3"]
    sound = ffmpeg.input("pipe:0", format="f32le", ar=SAMPLE_RATE, ac=2)["a:0"]
    output = ffmpeg.output(
        sound,
        file_url(target),
        **{"format": to.muxer, "c:a": to.codec, "b:a": to.bit_rate * 2},
        # no table of the encoder's name, no tags
        write_xing=0,
        id3v2_version=0,
        fflags="+bitexact",
        flags="+bitexact",
    )
    command = [program, "-hide_banner", "-y", "-loglevel", "warning", "-nostats"]
    return [str(word) for word in output.compile(cmd=command)]
