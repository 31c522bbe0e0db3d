"""Ends of a cut moved to where nobody speaks."""

import wave
from pathlib import Path

import numpy as np
import pytest

from mediakit.errors.excerpts import NothingToCut
from mediakit.media.pauses import AIR, snap
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, clip

RATE = 16_000
LENGTH = 8000
WORDS = ((500, 900), (950, 1600), (2100, 2900), (3200, 4000), (7000, 7500))


def recording(folder: Path, *, background: float, speech: float = 0.3) -> Path:
    """Write a recording in which something is said from time to time."""
    rng = np.random.default_rng(3)
    sound = background * rng.standard_normal(LENGTH * RATE // 1000)
    for start, end in WORDS:
        word = slice(start * RATE // 1000, end * RATE // 1000)
        sound[word] += speech * rng.standard_normal(len(sound[word]))
    path = folder / "spoken.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((sound.clip(-1, 1) * 32_767).astype("<i2").tobytes())
    return path


@pytest.mark.parametrize(
    "background", [0.0, 0.001, 0.05], ids=["none", "room", "market"]
)
@pytest.mark.parametrize(
    ("typed", "snapped"),
    [
        # in the middle of words: to the nearer side of them
        (TimeRange(2200, 3900), TimeRange(2000, 4100)),
        (TimeRange(2700, 3300), TimeRange(3100, 4100)),
        # in pauses: to where speech begins and ends
        (TimeRange(0, 6000), TimeRange(400, 4100)),
        (TimeRange(1800, 3000), TimeRange(2000, 3000)),
        # the end of a sound inside a word is none
        (TimeRange(400, 920), TimeRange(400, 1700)),
    ],
    ids=str,
)
def test_ends_move_to_the_nearest_pause(
    background: float, typed: TimeRange, snapped: TimeRange, tmp_path: Path
) -> None:
    """No word is cut, and a tenth of a second of air is left around them."""
    found = snap(recording(tmp_path, background=background), typed, LENGTH)

    assert abs(snapped.start - found.start) <= 20
    assert abs(snapped.end - found.end) <= 20
    assert AIR == 100


def test_where_it_never_is_quiet_nothing_moves(tmp_path: Path) -> None:
    """A mill runs through it all."""
    path = recording(tmp_path, background=0.2, speech=0.1)

    assert TimeRange(2200, 3900) == snap(path, TimeRange(2200, 3900), LENGTH)


def test_what_is_silent_altogether_stays(tmp_path: Path) -> None:
    """There is nothing to go by."""
    path = recording(tmp_path, background=0.0, speech=0.0)

    assert TimeRange(2200, 3900) == snap(path, TimeRange(2200, 3900), LENGTH)


def test_a_range_does_not_vanish(tmp_path: Path) -> None:
    """A short range in a long pause is what the person wanted."""
    path = recording(tmp_path, background=0.001)

    assert TimeRange(5200, 5300) == snap(path, TimeRange(5200, 5300), LENGTH)


def test_a_recording_without_sound_has_no_pauses() -> None:
    """It is told."""
    with pytest.raises(NothingToCut):
        snap(clip(Recipe(tracks=())), TimeRange(0, 1000), 4000)
