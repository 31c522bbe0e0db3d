"""True peak: between the samples too, and as exact where most is passed over."""

import numpy as np
import pytest

from mediakit.media.preparing.true_peak import TruePeakMeter
from mediakit.media.sound import Samples
from tests.media.preparing.tones import RATE, noise, silence, sine


def _measured(sound: Samples, *, blocks: int = 7) -> float | None:
    meter = TruePeakMeter()
    for block in np.array_split(sound, blocks):
        meter.take(block)
    return meter.result()


@pytest.mark.parametrize(
    ("division", "phase", "level", "expected"),
    [
        (4, 0, -6.0, -6.0),
        (4, 45, -6.0, -6.0),
        (6, 60, -6.0, -6.0),
        (8, 67.5, -6.0, -6.0),
        (4, 45, 3.0, 3.0),
    ],
)
def test_is_what_tech_3341_says(
    division: int, phase: float, level: float, expected: float
) -> None:
    """Cases 15 to 19: no sample of these tones need lie at its peak."""
    tone = sine(level, 0.5, frequency=RATE / division, phase=phase)
    edge = np.linspace(0, 1, RATE // 20, dtype="f4")[:, None]
    tone[: len(edge)] *= edge
    tone[-len(edge) :] *= edge[::-1]

    found = _measured(tone)

    assert found is not None
    assert expected - 0.4 <= found <= expected + 0.2


def test_what_is_passed_over_could_not_be_greater() -> None:
    """Loud bursts in softer noise: the same as without passing anything over."""
    sound = noise(-20, 1)
    sound[20_000:20_200] *= 4
    meter = TruePeakMeter()
    thorough = TruePeakMeter()
    thorough._most = 1e9  # noqa: SLF001 everything is looked at
    for block in np.array_split(sound, 9):
        meter.take(block)
        thorough.take(block)

    assert thorough.result() == meter.result()


@pytest.mark.parametrize("place", range(128, 192))
def test_a_peak_is_found_wherever_it_lies(place: int) -> None:
    """Between two samples of 0.9 in silence, half a wave is 1.2 dB higher than 0."""
    sound = np.zeros((400, 1), "f4")
    sound[place : place + 2] = 0.9

    assert 1.2 == pytest.approx(_measured(sound, blocks=1), abs=0.1)


@pytest.mark.parametrize("cut", range(19_990, 20_002))
def test_a_peak_at_the_border_of_two_blocks_is_found(cut: int) -> None:
    """Wherever they meet, and at the very end."""
    sound = np.zeros((20_002, 1), "f4")
    sound[20_000:] = 0.9
    meter = TruePeakMeter()
    meter.take(sound[:cut])
    meter.take(sound[cut:])

    assert meter.result() == _measured(sound, blocks=1)
    assert 20 * np.log10(0.9) + 1 < (meter.result() or 0)


def test_silence_has_no_peak() -> None:
    """Minus infinity is no number for a file."""
    assert _measured(silence(0.1)) is None
