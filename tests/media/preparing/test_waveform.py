"""Waveforms: the peaks, in the BBC's format."""

import json
from typing import Any

import numpy as np
import pytest

from mediakit.media.preparing.waveform import WaveformMeter, samples_per_pixel
from mediakit.media.sound import Samples
from tests.media.preparing.tones import RATE, stereo


def _document(pixels: Samples, *, rate: int = RATE) -> Any:
    meter = WaveformMeter(rate)
    meter.take(pixels)
    return json.loads(meter.result())


def _pixels(one: Samples) -> Samples:
    return stereo(one).reshape(-1, samples_per_pixel(RATE), 2)


def test_says_what_the_format_asks_for() -> None:
    """The fields of version 2, and two numbers a pixel."""
    document = _document(_pixels(np.zeros(512 * 3)))

    assert {
        "version": 2,
        "channels": 1,
        "sample_rate": 48_000,
        "samples_per_pixel": 512,
        "bits": 8,
        "length": 3,
        "data": [0] * 6,
    } == document


def test_a_square_wave_has_its_own_height() -> None:
    """Half of full scale is 64 of 128, up and down."""
    square = np.where(np.arange(512 * 4) // 24 % 2, 0.5, -0.5)

    assert [-64, 64] * 4 == _document(_pixels(square))["data"]


def test_what_is_louder_than_full_scale_stays_within_eight_bits() -> None:
    """Decoders of MP3 and AAC go beyond."""
    loud = np.where(np.arange(512) % 2, 1.3, -1.3)

    assert [-128, 127] == _document(_pixels(loud))["data"]


def test_channels_do_not_even_each_other_out() -> None:
    """A voice that one microphone hears upside down is still seen."""
    one = np.sin(np.arange(512) / 5) * 0.25
    opposed = np.stack((one, -one), axis=1).reshape(1, 512, 2)

    assert [-32, 32] == _document(opposed)["data"]


@pytest.mark.parametrize(("rate", "pixel"), [(48_000, 512), (44_100, 512), (8000, 256)])
def test_slow_recorders_get_finer_pixels(rate: int, pixel: int) -> None:
    """512 is what peaks.js zooms to without being asked."""
    assert pixel == samples_per_pixel(rate)
