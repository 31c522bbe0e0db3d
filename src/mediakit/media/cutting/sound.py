"""Cut a sound bite, or the sound of a video: exact to the sample.

PyAV decodes the range, pydub fades its ends and changes its loudness, ffmpeg
encodes it. Sound passes through in blocks: an excerpt of an hour takes no more
memory than one of a second.
"""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.bounds import Bounds
from mediakit.media.ffmpeg import Ffmpeg, feed, file_url, running
from mediakit.media.interrupts import interrupts_held
from mediakit.media.sound import LOSSLESS, Sound, reading
from mediakit.model.media import MediaInfo
from mediakit.model.timecode import TimeRange

_MIDDLE = 1  # of the parts 0, 1, 2
_WIDTH = 4  # bytes of a sample on its way: nothing of 24-bit recordings is lost
_HEADERS = 1 << 20  # bytes, more than any


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """A kind of sound file.

    Attributes:
        suffix: Of its files.
        muxer: FFmpeg's name of the container.
        codec: FFmpeg's name of the encoder, for 16 bits where that matters.
        channels: The most it can hold.
        rates: Samples a second it can hold, the highest first; empty for any.
        bit_rate: For each channel; 0 where nothing is lost.
    """

    suffix: str
    muxer: str
    codec: str
    channels: int
    rates: tuple[int, ...] = ()
    bit_rate: int = 0


_LOW_RATES = (24_000, 16_000, 12_000, 8_000)
_MPEG_RATES = (48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000)

FORMATS = {
    "mp3": SoundFormat(".mp3", "mp3", "libmp3lame", 2, _MPEG_RATES, 96_000),
    "m4a": SoundFormat(".m4a", "ipod", "aac", 6, (96_000, *_MPEG_RATES), 96_000),
    "opus": SoundFormat(".opus", "opus", "libopus", 6, (48_000, *_LOW_RATES), 64_000),
    "flac": SoundFormat(".flac", "flac", "flac", 6),
    "wav": SoundFormat(".wav", "wav", "pcm_s16le", 6),
}
"""What a sound bite can be written as, by the name people type."""


def natural_format(media: MediaInfo) -> str:
    """Return the name of the format that is nearest to what a recording is in."""
    codec = media.sound[0].codec if media.sound else ""
    if codec.startswith("pcm_") or media.kind == "video":
        return "m4a" if media.kind == "video" else "wav"
    family = {"mp3": "mp3", "opus": "opus", "vorbis": "opus"}
    return family.get(codec, "flac" if codec in LOSSLESS else "m4a")


def cut_sound(
    ffmpeg: Ffmpeg,
    source: Path,
    target: Path,
    span: TimeRange,
    *,
    to: SoundFormat,
    fade: int = 8,
    gain: float = 0.0,
) -> Iterator[int]:
    """Write a range of a recording's first sound track; yield the milliseconds done.

    What is written is as long as *span*, to the sample. Encoders add silence at
    both ends, and the file says where it is; of M4A, decoders built on FFmpeg before
    version 9 leave that of the last packet, 23 ms at most.

    Args:
        ffmpeg: The program.
        source: The original.
        target: A file that may be written over; it becomes the cut.
        span: What to cut, from the beginning of the clip.
        to: What to write.
        fade: Milliseconds at each end over which the sound comes and goes; a few
            are enough for no click to be heard.
        gain: Decibels louder, or softer if negative.

    Raises:
        NothingToCut: The recording has no sound that can be decoded.
        FfmpegFailed: Ffmpeg failed or took far too long.
        WriteFailed: There is no room for the cut.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    limit = 120 + 10 * span.duration / 1000
    with reading(source, span, "s32") as sound:
        blocks = _shaped(sound, fade, gain)
        arguments = _arguments(ffmpeg.path, target, sound, to)
        # no format takes more than what it is given
        bounds = Bounds(file=_HEADERS + sound.length * sound.channels * _WIDTH)
        with running(
            arguments, source=source, target=target, limit=limit, bounds=bounds
        ) as process:
            done = 0
            for size in feed(process, blocks):
                done += size
                yield done * 1000 // (_WIDTH * sound.channels * sound.rate)


def _shaped(sound: Sound, fade: int, gain: float) -> Iterator[bytes]:
    """Yield the sound, louder by *gain* decibels and faded at both ends."""
    edge = min(fade * sound.rate // 1000, sound.length // 2)
    width = _WIDTH * sound.channels
    borders = (edge * width, (sound.length - edge) * width, sound.length * width)
    for number, part in _split(sound.pieces, borders):
        if number == _MIDDLE and not gain:
            yield part
            continue
        heard = _segment(part, sound).apply_gain(gain)
        if number < _MIDDLE:
            heard = heard.fade_in(len(heard))
        elif number > _MIDDLE:
            heard = heard.fade_out(len(heard))
        yield heard.raw_data[: len(part)]


def _split(
    pieces: Iterable[bytes], borders: tuple[int, int, int]
) -> Iterator[tuple[int, bytes]]:
    """Yield the first and last part whole, the middle in pieces, with their numbers."""
    held, place, number = bytearray(), 0, 0
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            while place == borders[number]:
                number += 1
            here = rest[: borders[number] - place]
            rest = rest[len(here) :]
            held += here
            place += len(here)
            if number == _MIDDLE or place == borders[number]:
                yield number, bytes(held)
                held.clear()


def _segment(samples: bytes, sound: Sound) -> Any:
    with warnings.catch_warnings():
        # pydub looks for a program it is not asked to run, imports a module that
        # left the standard library, and has escapes that are none in its patterns
        warnings.filterwarnings("ignore", "Couldn't find ffmpeg", RuntimeWarning)
        warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
        warnings.filterwarnings("ignore", "invalid escape sequence")
        with interrupts_held():
            from pydub import AudioSegment

    return AudioSegment(
        data=samples,
        sample_width=_WIDTH,
        frame_rate=sound.rate,
        channels=sound.channels,
    )


def _arguments(program: str, target: Path, sound: Sound, to: SoundFormat) -> list[str]:
    import ffmpeg

    channels = min(sound.channels, to.channels)
    options: dict[str, Any] = {"format": to.muxer, "c:a": to.codec, "ac": channels}
    if to.rates and sound.rate not in to.rates:
        enough = (rate for rate in to.rates if rate >= sound.rate)
        options["ar"] = min(enough, default=to.rates[0])
    if to.bit_rate:
        options["b:a"] = to.bit_rate * channels
    elif sound.lossless_bits > 16:  # noqa: PLR2004 what the codecs' names below say
        options |= {"c:a": "pcm_s24le"} if to.codec == "pcm_s16le" else {}
    elif to.codec == "flac":
        options["sample_fmt"] = "s16"
    source = ffmpeg.input("pipe:0", format="s32le", ar=sound.rate, ac=sound.channels)
    options |= {"fflags": "+bitexact", "flags": "+bitexact"}
    command = [program, "-hide_banner", "-y", "-loglevel", "warning", "-nostats"]
    output = ffmpeg.output(source["a:0"], file_url(target), **options)
    return [str(word) for word in output.compile(cmd=command)]
