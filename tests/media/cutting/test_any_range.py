"""Any range of a few clips, copied or not: always exactly what was asked for."""

import random
from pathlib import Path

import pytest

from mediakit.media.cutting.video import cut_video
from mediakit.model.timecode import TimeRange
from tests.media.barcode import clip
from tests.media.cutting.exactness import assert_exact, complaints
from tests.media.cutting.recipes import SOURCES
from tests.media.programs import BOTH, Program, bundled

pytestmark = [pytest.mark.ffmpeg, pytest.mark.long]

RANGES = 25


@pytest.mark.parametrize("name", SOURCES)
@BOTH
def test_any_range_is_exact(program: Program, name: str, tmp_path: Path) -> None:
    """Wherever it begins and ends, to the millisecond, and in any decoder."""
    recipe, dice = SOURCES[name], random.Random(name)
    for _ in range(RANGES):
        start = dice.randrange(3700)
        span = TimeRange(start, dice.randrange(start + 250, 4001))
        made = tmp_path / "cut.mp4"

        list(cut_video(bundled(), clip(recipe), made, span))

        assert_exact(recipe, span, made)
        assert "" == complaints(program, made), span
