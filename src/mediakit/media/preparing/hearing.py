"""Hear a clip once: waveform, loudness and silences from one pass over its sound."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mediakit.errors.excerpts import NothingToCut
from mediakit.errors.media import MediaUndecodable
from mediakit.media.preparing.loudness import LoudnessMeter
from mediakit.media.preparing.silences import LevelMeter
from mediakit.media.preparing.true_peak import TruePeakMeter
from mediakit.media.preparing.waveform import WaveformMeter, samples_per_pixel
from mediakit.media.sound import Samples, Sound, reading
from mediakit.model.measures import Loudness, SoundMeasures
from mediakit.model.timecode import TimeRange

_PIXELS = 64  # handed over at a time: less than a second


@dataclass(frozen=True, slots=True)
class Heard:
    """What one hearing gave.

    Attributes:
        waveform: A file; see `WaveformMeter`.
        measures: Loudness and silences.
    """

    waveform: bytes
    measures: SoundMeasures


def hear(path: Path, duration: int) -> Heard:
    """Measure the first sound track of a recording; memory stays the same.

    Args:
        path: The recording.
        duration: Its length in milliseconds; the waveform is as long.

    Raises:
        MediaUndecodable: It has no sound that can be decoded.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    try:
        with reading(path, TimeRange(0, duration), "flt") as sound:
            return _measured(sound, duration)
    except NothingToCut as error:
        raise MediaUndecodable(path=str(path), streams="sound") from error


def _measured(sound: Sound, duration: int) -> Heard:
    loudness, peak = LoudnessMeter(sound.rate, sound.layout), TruePeakMeter()
    waveform, levels = WaveformMeter(sound.rate), LevelMeter()
    pixel = samples_per_pixel(sound.rate)
    for block in _even(sound.blocks, _PIXELS * pixel):
        loudness.take(block)
        peak.take(block)
        pixels = _in_pixels(block, pixel)
        waveform.take(pixels)
        levels.take(pixels)
    integrated, loudness_range = loudness.result()
    length = Fraction(1000 * pixel, sound.rate)
    threshold, silences = levels.silences(integrated, length, duration)
    measured = Loudness(integrated, loudness_range, peak.result())
    return Heard(waveform.result(), SoundMeasures(measured, silences, threshold))


def _even(blocks: Iterable[Samples], size: int) -> Iterator[Samples]:
    """Yield the samples of *blocks* in blocks of *size*; the last may be shorter."""
    import numpy as np

    held: list[Samples] = []
    count = 0
    for block in blocks:
        held.append(block)
        count += len(block)
        while count >= size:
            joined = np.concatenate(held)
            yield joined[:size]
            held, count = [joined[size:]], count - size
    if count:
        yield np.concatenate(held)


def _in_pixels(block: Samples, pixel: int) -> Samples:
    """Return *block* as ``(pixels, samples, channels)``; its last sample fills up."""
    import numpy as np

    lacking = -len(block) % pixel
    filled = np.pad(block, ((0, lacking), (0, 0)), "edge") if lacking else block
    return filled.reshape(-1, pixel, block.shape[1])
