"""Loudness as EBU R 128 has it, of an excerpt alone."""

import wave
from pathlib import Path

import numpy as np
import pytest

from mediakit.media.rendering.loudness import gain_for, measure
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, clip

RATE = 48_000


def test_measures_only_the_excerpt(tmp_path: Path) -> None:
    """A tone in both channels at -23 dBFS is -23 LUFS (EBU Tech 3341, case 1)."""
    path = tmp_path / "tone.wav"
    _write_tones(path, (-23, -33))

    assert (-23.0, -33.0) == tuple(
        measure(path, TimeRange(start, start + 3000)) for start in (0, 3000)
    )


def test_has_no_loudness_without_sound(tmp_path: Path) -> None:
    """Silence and missing sound are not loud, and not made louder."""
    path = tmp_path / "silence.wav"
    _write_tones(path, (-200,))

    assert measure(path, TimeRange(0, 3000)) is None
    assert measure(clip(Recipe(tracks=())), TimeRange(0, 1000)) is None
    assert 0.0 == gain_for(None)


@pytest.mark.parametrize(
    ("loudness", "gain"), [(-16.0, 0.0), (-23.04, 7.0), (-10.0, -6.0), (-60.0, 24.0)]
)
def test_brings_all_to_one_loudness(loudness: float, gain: float) -> None:
    """Noise alone is not made a roar of."""
    assert gain == gain_for(loudness)


def _write_tones(path: Path, levels: tuple[float, ...]) -> None:
    times = np.arange(3 * RATE) / RATE
    tones = [10 ** (level / 20) * np.sin(2000 * np.pi * times) for level in levels]
    samples = np.round(32767 * np.concatenate(tones)).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.repeat(samples, 2).tobytes())
