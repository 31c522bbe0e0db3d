"""What is heard beneath a voice goes down while it speaks, and comes back."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from mediakit.media.rendering.film import Canvas, Cover, Shot
from mediakit.media.rendering.segment import encode_part
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Samples, heard
from tests.media.programs import bundled
from tests.media_files import made

pytestmark = pytest.mark.ffmpeg

CANVAS = Canvas(160, 90, Fraction(25))
RATE = 48_000


def test_the_sound_of_pictures_makes_room_for_the_narrator(tmp_path: Path) -> None:
    """Ten decibels less and more while there is speech; not a sample longer."""
    narrator = made("narrator.wav", *_sound("0.3*sin(2*PI*300*t)*lt(t,2)", 4))
    seen = made(
        "market.mkv",
        *("-f", "lavfi", "-i", "testsrc=size=160x90:rate=25:d=4"),
        *_sound("0.2*sin(2*PI*2000*t)", 4),
        *("-c:v", "ffv1", "-c:a", "flac"),
    )
    cover = Cover(
        source=seen,
        sha256="",
        span=TimeRange(0, 3600),
        at=5,
        frames=90,
        is_heard=True,
    )
    shot = Shot(source=narrator, sha256="", span=TimeRange(0, 4000), covers=(cover,))
    target = tmp_path / "part.nut"

    encode_part(bundled(), shot, CANVAS, target)

    played, _rate = heard(target)
    assert 4 * RATE + 1 == len(played)
    before, spoken, silent = (
        _level(played[round(at * RATE) :][: RATE // 4, 0], 2000)
        for at in (0.0, 1.0, 3.3)
    )
    assert before < 0.01
    assert 10 < 20 * np.log10(silent / spoken)
    # one channel heard in two is 3 dB softer in each
    assert silent == pytest.approx(0.2 / 2**0.5, rel=0.1)
    assert _level(played[RATE:][: RATE // 4, 0], 300) == pytest.approx(
        0.3 / 2**0.5, rel=0.1
    )


def _sound(formula: str, seconds: int) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"aevalsrc='{formula}':s={RATE}:d={seconds}")


def _level(piece: Samples, hertz: int) -> float:
    """Return the amplitude of a tone."""
    turn = np.exp(-2j * np.pi * hertz * np.arange(len(piece)) / RATE)
    return float(2 * np.abs((piece * turn).mean()))
