"""Voice-over: an interpreter is heard over an excerpt, which is quieter meanwhile.

Both are brought to one loudness first. Before the interpreter begins to speak the
original goes down, far enough to be felt and not followed; where the interpreter is
silent for more than a breath it comes back. What comes out is as long as the excerpt.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.bounds import Bounds
from mediakit.media.cutting.sound import SoundFormat
from mediakit.media.ffmpeg import Ffmpeg, feed, file_url, running
from mediakit.media.preparing.hearing import hear
from mediakit.media.rendering.film import SAMPLE_RATE
from mediakit.media.rendering.loudness import gain_for, measure
from mediakit.media.rendering.stereo import CHANNELS, WIDTH, exactly, stereo
from mediakit.model.timecode import TimeRange

DUCKED = 15.0
"""Decibels that the original is softer while the interpreter speaks."""

_DOWN, _UP = 300, 700  # milliseconds
_TOGETHER = 1500  # what comes back for less than that makes people seasick
_PEAK = 0.75  # -2.5 dB: AAC adds up to a decibel of its own
_HEADERS = 1 << 20  # bytes, more than any


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said in a recording of an interpreter.

    Attributes:
        ranges: When, from its beginning; none where nobody speaks.
    """

    ranges: tuple[TimeRange, ...]

    @property
    def end(self) -> int:
        """Milliseconds until the last word is over."""
        return self.ranges[-1].end if self.ranges else 0


@dataclass(frozen=True, slots=True)
class Mix:
    """What is to be heard together.

    Attributes:
        source: The recording that the excerpt is part of.
        span: The excerpt.
        voiceover: The interpreter, from the beginning of the excerpt on.
        spoken: When the interpreter speaks.
    """

    source: Path
    span: TimeRange
    voiceover: Path
    spoken: Spoken


def spoken_in(path: Path, duration: int) -> Spoken:
    """Listen to a recording of an interpreter.

    Args:
        path: The recording.
        duration: Its length in milliseconds.

    Raises:
        MediaUndecodable: It has no sound that can be decoded.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    measures = hear(path, duration).measures
    if measures.loudness.integrated is None:
        return Spoken(())
    edges = [0, *(t for one in measures.silences for t in (one.start, one.end))]
    borders = zip(edges[::2], [*edges[1::2], duration], strict=True)
    return Spoken(tuple(TimeRange(a, b) for a, b in borders if b > a))


def mix_voiceover(
    ffmpeg: Ffmpeg, mix: Mix, target: Path, *, to: SoundFormat
) -> Iterator[int]:
    """Write an excerpt with its voice-over; yield the milliseconds done.

    Args:
        ffmpeg: The program.
        mix: What is heard; an original without sound is silent.
        target: A file that may be written over.
        to: What to write.

    Raises:
        FfmpegFailed: Ffmpeg failed or took far too long.
        WriteFailed: There is no room for it.
        ReadFailed: A recording cannot be read, or is none (see `open_media`).
    """
    samples = round(Fraction(mix.span.duration * SAMPLE_RATE, 1000))
    bounds = Bounds(file=_HEADERS + samples * CHANNELS * WIDTH)
    with running(
        _arguments(ffmpeg.path, target, samples, to),
        source=mix.voiceover,
        target=target,
        limit=120 + 10 * mix.span.duration / 1000,
        bounds=bounds,
    ) as process:
        done = 0
        for size in feed(process, _mixed(mix, samples)):
            done += size
            yield done * 1000 // (CHANNELS * WIDTH * SAMPLE_RATE)


def ducking(spoken: Sequence[TimeRange]) -> tuple[list[int], list[float]]:
    """Return how much louder the original is when: times and decibels in between.

    Args:
        spoken: When the interpreter speaks, in order.
    """
    times: list[int] = []
    gains: list[float] = []
    for one in _together(spoken):
        times += [one.start - _DOWN, one.start, one.end, one.end + _UP]
        gains += [0, -DUCKED, -DUCKED, 0]
    return times or [0], gains or [0]


def _together(spoken: Iterable[TimeRange]) -> list[TimeRange]:
    joined: list[TimeRange] = []
    for one in spoken:
        if joined and one.start - joined[-1].end < _TOGETHER:
            joined[-1] = TimeRange(joined[-1].start, one.end)
        else:
            joined.append(one)
    return joined


def _mixed(mix: Mix, samples: int) -> Iterator[bytes]:
    """Yield what is heard, ``f32le``, two channels."""
    import numpy as np

    whole = TimeRange(0, mix.span.duration)
    original = gain_for(measure(mix.source, mix.span))
    interpreter = _factor(gain_for(measure(mix.voiceover, whole)))
    times, gains = ducking(mix.spoken.ranges)
    heard = zip(
        exactly(stereo(mix.source, mix.span), samples),
        exactly(stereo(mix.voiceover, whole), samples),
        strict=True,
    )
    place = 0
    for below, above in heard:
        now = np.arange(place, place + len(below)) * (1000 / SAMPLE_RATE)
        factor = _factor(original + np.interp(now, times, gains))
        yield (below * factor[:, None] + above * interpreter).astype("<f4").tobytes()
        place += len(below)


def _factor(decibels: Any) -> Any:  # Any: a float, or numpy's array of them
    return 10 ** (decibels / 20)


def _arguments(program: str, target: Path, samples: int, to: SoundFormat) -> list[str]:
    import ffmpeg

    sound = (
        ffmpeg.input("pipe:0", format="f32le", ar=SAMPLE_RATE, ac=CHANNELS)["a:0"]
        .filter("alimiter", limit=_PEAK, level=0, latency=1)
        .filter("apad")
        .filter("atrim", end_sample=samples)
    )
    options: dict[str, Any] = {"format": to.muxer, "c:a": to.codec}
    if to.bit_rate:
        options["b:a"] = to.bit_rate * CHANNELS
    options |= {"fflags": "+bitexact", "flags": "+bitexact"}
    command = [program, "-hide_banner", "-y", "-loglevel", "warning", "-nostats"]
    output = ffmpeg.output(sound, file_url(target), **options)
    return [str(word) for word in output.compile(cmd=command)]
