"""Media that prove where they were cut.

Every picture carries its number in black and white bars, and flashes on each full
second; every sound track is noise of its own with a beep at each flash, so that
the place of any piece of it can be found to the sample by correlation.
"""

import atexit
import functools
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import av
import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.float32]

SIZE = (192, 96)
RATE = 48_000
TICK = Fraction(1, 120_000)

_BITS = 12
_SAMPLES_A_FRAME = 960
_FAST = {
    "libx264": {"preset": "ultrafast"},
    "libx265": {"preset": "ultrafast", "x265-params": "log-level=error"},
    "libvpx-vp9": {"cpu-used": "8", "deadline": "realtime"},
}


@dataclass(frozen=True, kw_only=True)
class Track:
    """How a sound track is made.

    Attributes:
        codec: The encoder.
        rate: Samples a second.
        layout: FFmpeg's name of the arrangement of channels.
        language: Its code of three letters, or empty.
        late: Milliseconds that are missing at its beginning.
        gaps: Ranges of milliseconds that are missing.
    """

    codec: str = "aac"
    rate: int = RATE
    layout: str = "stereo"
    language: str = ""
    late: int = 0
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How a test clip is made.

    Attributes:
        suffix: Of the file; decides the container.
        codec: The video encoder, or empty for a sound bite.
        rate: Frames a second.
        options: The encoder's.
        seconds: How long it plays.
        times: When each picture shows, in seconds, where that is not even.
        tracks: The sound tracks.
        size: Pixels.
        pixels: FFmpeg's name of their format.
        turned: Stored lying on its side, for players to turn upright.
        remux: Options of ffmpeg for copying it once more, before and after ``-i``.
    """

    suffix: str = ".mp4"
    codec: str = "libx264"
    rate: Fraction = Fraction(25)
    options: tuple[tuple[str, str], ...] = ()
    seconds: int = 4
    times: tuple[Fraction, ...] = ()
    tracks: tuple[Track, ...] = (Track(),)
    size: tuple[int, int] = SIZE
    pixels: str = "yuv420p"
    turned: bool = False
    remux: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def picture_times(self) -> Sequence[Fraction]:
        """Return when each picture shows, in seconds."""
        if self.times or not self.codec:
            return self.times
        return [n / self.rate for n in range(int(self.seconds * self.rate))]


def sound_bite(suffix: str, codec: str, rate: int = RATE, **more: Any) -> Recipe:
    """Return the recipe of a sound bite."""
    return Recipe(
        suffix=suffix, codec="", tracks=(Track(codec=codec, rate=rate),), **more
    )


@functools.cache
def clip(recipe: Recipe) -> Path:
    """Return the clip that *recipe* describes, made once for all tests."""
    path = Path(tempfile.mkdtemp(dir=_folder())) / f"clip{recipe.suffix}"
    _make(recipe, path)
    if any(recipe.remux):
        before, after = recipe.remux
        raw = path.rename(path.with_stem("raw"))
        program = imageio_ffmpeg.get_ffmpeg_exe()
        subprocess.run(
            [program, "-v", "error", *before, "-i", raw, "-c", "copy", *after, path],
            check=True,
            stdin=subprocess.DEVNULL,
        )
    path.chmod(0o400)
    return path


def noise(track: int, rate: int, seconds: float, channels: int = 1) -> Samples:
    """Return the sound of a track: soft noise below 3 kHz, and a beep each second.

    Channels differ in loudness, so that one lost or swapped is noticed.
    """
    count = round(rate * seconds)
    spectrum = np.fft.rfft(np.random.default_rng(track).standard_normal(count))
    spectrum[np.fft.rfftfreq(count, 1 / rate) > 3000] = 0
    sound = np.fft.irfft(spectrum, count)
    sound *= 0.1 / np.abs(sound).max()
    beep = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(rate // 50) / rate)
    for second in range(int(seconds)):
        sound[second * rate : second * rate + len(beep)] += beep
    levels = 1 / (1 + np.arange(channels))
    return (sound[:, None] * levels).astype(np.float32)


def picture_numbers(path: Path) -> list[tuple[int, Fraction]]:
    """Return the number on each picture of a video and when it shows, in seconds."""
    return [(read_number(luma), time) for luma, time in _shown(path)]


def flashes(path: Path) -> list[Fraction]:
    """Return when a video flashes, in seconds."""
    return [time for luma, time in _shown(path) if luma[-6:-2, -6:-2].mean() > 128]


def heard(path: Path, track: int = 0) -> tuple[Samples, int]:
    """Return a track's samples by channel as PyAV decodes them, and its rate."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[track]
        planar = av.AudioResampler(format="fltp", rate=stream.rate)
        decoded = [b for f in container.decode(stream) for b in planar.resample(f)]
        return np.concatenate([b.to_ndarray() for b in decoded], 1).T, stream.rate


def offset(piece: Samples, truth: Samples) -> int:
    """Return how many samples into *truth* the one-channel *piece* begins."""
    size = len(truth) + len(piece)
    spectrum = np.fft.rfft(truth, size) * np.conj(np.fft.rfft(piece, size))
    place = int(np.argmax(np.fft.irfft(spectrum, size)))
    return place if place < len(truth) else place - size


def _make(recipe: Recipe, path: Path) -> None:
    with av.open(str(path), "w") as container:
        video = _video_stream(container, recipe) if recipe.codec else None
        sounds = [_sound_stream(container, track) for track in recipe.tracks]
        packets = _encoded(video, _pictures(recipe)) if video is not None else []
        for number, stream in enumerate(sounds):
            packets += _encoded(stream, _sounds(number, recipe, stream))
        for packet in sorted(packets, key=lambda p: (p.dts or 0) * p.time_base):
            container.mux(packet)


# Any, here and below: PyAV's containers, streams, frames and packets
def _video_stream(container: Any, recipe: Recipe) -> Any:
    stream = container.add_stream(recipe.codec, rate=recipe.rate)
    width, height = recipe.size
    stream.width, stream.height = (height, width) if recipe.turned else (width, height)
    stream.pix_fmt = recipe.pixels
    stream.codec_context.time_base = TICK
    stream.codec_context.gop_size = 30
    stream.codec_context.thread_count = 1
    stream.options = _FAST.get(recipe.codec, {}) | dict(recipe.options)
    return stream


def _sound_stream(container: Any, track: Track) -> Any:
    stream = container.add_stream(track.codec, rate=track.rate, layout=track.layout)
    if track.language:
        stream.metadata["language"] = track.language
    return stream


def _encoded(stream: Any, frames: Iterable[Any]) -> list[Any]:
    packets = [packet for frame in frames for packet in stream.encode(frame)]
    return [*packets, *stream.encode(None)]


def _pictures(recipe: Recipe) -> Iterable[Any]:
    for number, time in enumerate(recipe.picture_times()):
        luma = _draw(number, recipe.size, flash=time.denominator == 1)
        if recipe.turned:
            luma = np.rot90(luma)
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(luma), format="gray")
        frame = frame.reformat(format=recipe.pixels)
        frame.time_base, frame.pts = TICK, round(time / TICK)
        yield frame


def _sounds(number: int, recipe: Recipe, stream: Any) -> Iterable[Any]:
    track = recipe.tracks[number]
    channels = stream.codec_context.layout.nb_channels
    sound = noise(number, track.rate, recipe.seconds, channels)
    for start in range(0, len(sound), _SAMPLES_A_FRAME):
        time = start * 1000 / track.rate
        if time < track.late or any(a <= time < b for a, b in track.gaps):
            continue
        block = np.ascontiguousarray(sound[start : start + _SAMPLES_A_FRAME].T)
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout=track.layout)
        frame.sample_rate, frame.pts = track.rate, start
        frame.time_base = Fraction(1, track.rate)
        yield frame


def _draw(number: int, size: tuple[int, int], *, flash: bool) -> NDArray[np.uint8]:
    width, height = size
    luma = np.full((height, width), 235 if flash else 40, np.uint8)
    for bit in range(_BITS):
        bar = slice(bit * width // _BITS, (bit + 1) * width // _BITS)
        luma[: height // 2, bar] = 235 if number >> bit & 1 else 16
    return luma


def read_number(luma: NDArray[Any]) -> int:
    """Return the number on a picture, given its light."""
    height, width = luma.shape
    row, bar = luma[height // 8 : height * 3 // 8], width / _BITS
    return sum(
        int(row[:, int((bit + 0.3) * bar) : int((bit + 0.7) * bar)].mean() > 128) << bit
        for bit in range(_BITS)
    )


def _shown(path: Path) -> list[tuple[NDArray[Any], Fraction]]:
    """Return each picture as a player shows it, and when, in seconds."""
    with av.open(str(path)) as container:
        stream: Any = container.streams.video[0]
        return [
            (
                np.rot90(frame.to_ndarray(format="gray"), frame.rotation // 90),
                frame.pts * frame.time_base,
            )
            for frame in container.decode(stream)
        ]


@functools.cache
def _folder() -> str:
    folder = tempfile.mkdtemp(prefix="mediakit-barcode-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
