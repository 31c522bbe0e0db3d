"""Stills of a part show nothing beyond it."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from mediakit.errors.media import MediaUndecodable
from mediakit.media.preparing.stills import first_picture, last_picture
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, clip

pytestmark = pytest.mark.ffmpeg

LATE = Recipe(suffix=".mkv", times=tuple(Fraction(50 + n, 25) for n in range(50)))
"""The pictures begin when the sound has been heard for two seconds."""


@pytest.mark.parametrize("draw", [first_picture, last_picture])
def test_what_comes_later_is_not_in_it(
    draw: Callable[[Path, TimeRange], bytes],
) -> None:
    """Nobody asked whether that may be shown."""
    with pytest.raises(MediaUndecodable):
        draw(clip(LATE), TimeRange(500, 1500))


@pytest.mark.parametrize("draw", [first_picture, last_picture])
def test_pictures_that_begin_within_it_are(
    draw: Callable[[Path, TimeRange], bytes],
) -> None:
    """Though nothing is seen as it begins."""
    assert draw(clip(LATE), TimeRange(500, 2500)).startswith(b"\xff\xd8")
