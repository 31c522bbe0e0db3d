"""Stills of a part show nothing beyond it."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from mediakit.errors.media import MediaUndecodable
from mediakit.media.cutting.plan import opened
from mediakit.media.preparing import stills
from mediakit.media.preparing.stills import first_picture, last_picture
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, Track, clip
from tests.media.cutting.recipes import PLAIN, SOURCES

pytestmark = pytest.mark.ffmpeg

LATE = Recipe(suffix=".mkv", times=tuple(Fraction(50 + n, 25) for n in range(50)))
"""The pictures begin when the sound has been heard for two seconds."""

EARLY = replace(PLAIN, tracks=(Track(late=700),))


def drawn(source: Path, start: int) -> bytes:
    """Return the picture with which a part begins."""
    return first_picture(source, TimeRange(start, 3500))


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


def test_what_came_before_it_is_not_in_it() -> None:
    """As in a cut: the next picture comes at once; one that stands on is there."""
    source, ends = (
        clip(PLAIN),
        clip(replace(PLAIN, times=tuple(PLAIN.picture_times()[:50]))),
    )

    assert drawn(source, 1040) == drawn(source, 1010) != drawn(source, 1000)
    assert drawn(ends, 1960) == drawn(ends, 3000)


@pytest.mark.parametrize("draw", [first_picture, last_picture])
@pytest.mark.parametrize(
    "recipe", [*SOURCES.values(), LATE, EARLY], ids=[*SOURCES, "late", "early"]
)
def test_what_the_header_says_is_enough(
    recipe: Recipe,
    draw: Callable[[Path, TimeRange], bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Or not believed: the picture is that of a video that was looked through."""
    source, span = clip(recipe), TimeRange(1090, 2510)
    hastily = draw(source, span)

    monkeypatch.setattr(stills, "_opened", opened)

    assert draw(source, span) == hastily
