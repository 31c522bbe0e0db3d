"""Loudness: the reference signals of EBU Tech 3341 and 3342."""

import numpy as np
import pytest

from mediakit.media.preparing.loudness import LoudnessMeter
from mediakit.media.sound import Samples
from tests.media.preparing.tones import RATE, silence, sine

Part = tuple[float, float]


def _measured(sound: Samples, *, rate: int = RATE) -> tuple[float | None, float]:
    meter = LoudnessMeter(rate, "stereo" if sound.shape[1] > 1 else "mono")
    for block in np.array_split(sound, max(1, len(sound) // 30_000)):
        meter.take(block)
    return meter.result()


def _tones(*parts: Part) -> Samples:
    return np.concatenate([sine(level, seconds) for level, seconds in parts])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(-23, 20)], -23),
        ([(-33, 20)], -33),
        ([(-36, 10), (-23, 60), (-36, 10)], -23),
        ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23),
        ([(-26, 20), (-20, 20.1), (-26, 20)], -23),
    ],
)
def test_integrated_is_what_tech_3341_says(parts: list[Part], expected: float) -> None:
    """Cases 1 to 5, within the 0.1 LU that is allowed: the gates work."""
    integrated, _range = _measured(_tones(*parts))

    assert expected == pytest.approx(integrated, abs=0.1)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(-20, 20), (-30, 20)], 10),
        ([(-20, 20), (-15, 20)], 5),
        ([(-40, 20), (-20, 20)], 20),
        ([(-50, 20), (-35, 20), (-20, 20), (-35, 20), (-50, 20)], 15),
    ],
)
def test_range_is_what_tech_3342_says(parts: list[Part], expected: float) -> None:
    """Cases 1 to 4, within the 1 LU that is allowed."""
    _integrated, loudness_range = _measured(_tones(*parts))

    assert expected == pytest.approx(loudness_range, abs=1)


def test_one_channel_is_half_of_two() -> None:
    """The same tone from one loudspeaker instead of two: 3 LU less."""
    assert -26 == pytest.approx(
        _measured(np.ascontiguousarray(sine(-23, 5)[:, :1]))[0], abs=0.1
    )


def test_slow_recorders_are_measured_as_well() -> None:
    """At 16 kHz; 20 ms that remain after the last tenth of a second do no harm."""
    times = np.arange(16_000 * 5 + 320) / 16_000
    tone = 10 ** (-20 / 20) * np.sin(2 * np.pi * 1000 * times)
    sound = tone.astype("f4").reshape(-1, 1)

    assert -23 == pytest.approx(_measured(sound, rate=16_000)[0], abs=0.1)


@pytest.mark.parametrize("sound", [silence(1), sine(-75, 3), silence(0.01)])
def test_silence_has_no_loudness(sound: Samples) -> None:
    """It is not minus seventy: there is none."""
    assert (None, 0.0) == _measured(sound)
