"""What is kept is found again exactly when it is the same."""

import os
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import (
    Banner,
    BannerKind,
    Canvas,
    Card,
    CardKind,
    Line,
    Part,
    Shot,
)
from mediakit.media.rendering.segment_cache import (
    forget_segments,
    mark_used,
    segment_path,
    shrink,
)
from mediakit.model.timecode import TimeRange

FFMPEG = Ffmpeg("ffmpeg", "9.0", "system")
CANVAS = Canvas(640, 360, Fraction(25))
LINE = Line(0, 900, "Nous voulons vivre ensemble.")
SHOT = Shot(source=Path("a.mp4"), sha256="ab" * 32, span=TimeRange(0, 1000))
CARD = Card(kind=CardKind.TITLE, text="Gao")


@pytest.mark.parametrize(
    "other",
    [
        replace(SHOT, sha256="cd" * 32),
        replace(SHOT, span=TimeRange(0, 1001)),
        replace(SHOT, subtitles=(LINE,)),
        replace(SHOT, banners=(Banner(BannerKind.NAME, LINE),)),
        replace(SHOT, banners=(Banner(BannerKind.CAPTION, LINE),)),
        replace(SHOT, fade=1),
        replace(SHOT, gain=0.1),
    ],
)
def test_everything_that_shapes_a_shot_counts(other: Shot, tmp_path: Path) -> None:
    """Another recording, range, word, fade or gain is another segment."""
    assert _path(SHOT, tmp_path) != _path(other, tmp_path)


@pytest.mark.parametrize(
    "other",
    [
        replace(CARD, kind=CardKind.QUESTION),
        replace(CARD, text="Gao "),
        replace(CARD, duration=3001),
        replace(CARD, fade=1),
    ],
)
def test_everything_that_shapes_a_card_counts(other: Card, tmp_path: Path) -> None:
    """Another look or text is another segment."""
    assert _path(CARD, tmp_path) != _path(other, tmp_path)


def test_the_canvas_and_the_program_count(tmp_path: Path) -> None:
    """Segments of another size or rate, or of another ffmpeg, cannot be joined."""
    paths = {
        _path(SHOT, tmp_path),
        segment_path(tmp_path, FFMPEG, SHOT, replace(CANVAS, height=362)),
        segment_path(tmp_path, FFMPEG, SHOT, replace(CANVAS, rate=Fraction(24))),
        segment_path(tmp_path, Ffmpeg("ffmpeg", "9.1", "system"), SHOT, CANVAS),
    }

    assert 4 == len(paths)


def test_where_things_lie_does_not_count(tmp_path: Path) -> None:
    """A library that was moved, or another program of one version, keeps them."""
    moved = replace(SHOT, source=Path("elsewhere.mp4"))
    other = Ffmpeg("/usr/bin/ffmpeg", "9.0", "named")

    assert _path(SHOT, tmp_path) == segment_path(tmp_path, other, moved, CANVAS)


def test_a_recording_takes_its_segments_along(tmp_path: Path) -> None:
    """What is removed for good is not kept in pieces, nor in words on a card."""
    other = replace(SHOT, sha256="cd" * 32)
    for part in (SHOT, other, CARD):
        _write(_path(part, tmp_path), 10)

    forget_segments(tmp_path, SHOT.sha256)

    assert [_path(other, tmp_path)] == list(tmp_path.glob("*/*"))


def test_those_unused_for_longest_go_first(tmp_path: Path) -> None:
    """There is room for what is in use; too much is thrown away."""
    parts = [replace(CARD, text=str(number)) for number in range(4)]
    paths = [_path(part, tmp_path) for part in parts]
    for age, path in enumerate(paths):
        _write(path, 100)
        os.utime(path, (age, age))

    mark_used(paths[:1])
    shrink(tmp_path, 200)

    assert {paths[0], paths[3]} == set(tmp_path.glob("*/*"))


def _path(part: Part, folder: Path) -> Path:
    return segment_path(folder, FFMPEG, part, CANVAS)


def _write(path: Path, size: int) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(bytes(size))
