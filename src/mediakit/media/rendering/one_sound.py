"""One sound file of several excerpts, with silence between them."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from mediakit.bounds import Bounds
from mediakit.media.cutting.gain import with_gain
from mediakit.media.cutting.sound import FORMATS
from mediakit.media.ffmpeg import Ffmpeg, feed, file_url, running
from mediakit.media.rendering.film import SAMPLE_RATE, Part, Shot
from mediakit.media.rendering.stereo import CHANNELS, WIDTH, exactly, stereo
from mediakit.media.sound import Samples
from mediakit.model.timecode import TimeRange

SUFFIX = ".mp3"
"""What every loudspeaker with a place for a stick plays."""

_SAMPLE = CHANNELS * WIDTH  # bytes


def write_sound(ffmpeg: Ffmpeg, parts: Sequence[Part], target: Path) -> Iterator[float]:
    """Write what is heard of the parts of a film; yield the share that is done.

    Args:
        ffmpeg: The program.
        parts: Shots are heard; cards are silent, for as long as they stand, where
            nobody says what is on them.
        target: A file that may be written over.

    Raises:
        FfmpegFailed: Ffmpeg failed or took far too long.
        WriteFailed: There is no room for it.
        ReadFailed: A recording cannot be read, or is none (see `open_media`).
    """
    total = sum(_length(part) for part in parts) * _SAMPLE
    bounds = Bounds(file=(1 << 20) + total)
    limit = 120 + 10 * total / _SAMPLE / SAMPLE_RATE
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
        for block in exactly(_of_part(part), _length(part)):
            yield block.astype("<f4").tobytes()


def _of_part(part: Part) -> Iterator[Samples]:
    if part.soundtrack:
        sound = stereo(part.soundtrack.path, TimeRange(0, part.duration))
    elif isinstance(part, Shot):
        sound = stereo(part.source, part.span)
    else:
        return iter(())
    if isinstance(part, Shot) and part.gain:
        return with_gain(sound, SAMPLE_RATE, "stereo", part.gain)
    return sound


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
