"""Joined films: every frame at its time, and sound in step after many joins."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from mediakit.errors.library import WriteFailed
from mediakit.errors.media import SegmentUnusable
from mediakit.media.rendering.film import Canvas, Card, CardKind, Part, Shot
from mediakit.media.rendering.joining import Segment, join
from mediakit.media.rendering.segment import encode_part
from mediakit.model.timecode import TimeRange
from tests.media.barcode import (
    Recipe,
    Track,
    clip,
    heard,
    noise,
    offset,
    picture_numbers,
)
from tests.media.programs import bundled, system

pytestmark = pytest.mark.ffmpeg

RATE = 48_000
NTSC = Canvas(192, 96, Fraction(30000, 1001))
BFRAMES = (("preset", "veryfast"),)
ONE = Recipe(options=BFRAMES)
OTHER = Recipe(suffix=".mov", rate=NTSC.rate, tracks=(Track(rate=44_100),))
FIRST = Shot(source=clip(ONE), sha256="", span=TimeRange(1010, 1500))
SECOND = Shot(source=clip(OTHER), sha256="", span=TimeRange(730, 1070))
CARD = Card(kind=CardKind.TITLE, text="Gao", duration=133)


def test_keeps_sound_in_step_over_forty_joins(tmp_path: Path) -> None:
    """The last excerpt's sound is where it is to be, to two samples."""
    pieces = [_encoded(part, NTSC, tmp_path) for part in (FIRST, CARD, SECOND)]
    segments = [pieces[n % 3] for n in range(45)]

    film = tmp_path / "film.mp4"
    done = list(join(segments, NTSC, film))

    total = sum(segment.frames for segment in segments)
    assert total == done[-1]
    shown = picture_numbers(film)
    assert [n / NTSC.rate for n in range(total)] == [time for _, time in shown]
    samples, rate = heard(film)
    assert (RATE, True) == (rate, 0 <= len(samples) - NTSC.samples(total) < 1024)
    truth = noise(0, RATE, ONE.seconds)[:, 0]
    for place in (0, 21, 42):
        begin = sum(segment.frames for segment in segments[:place])
        heard_from = NTSC.samples(begin)
        piece = samples[heard_from + 480 : heard_from + 20_000, 0]
        assert abs(offset(piece, truth) - 480 - round(1.01 * RATE)) <= 2


def test_copies_every_picture_and_is_clean(tmp_path: Path) -> None:
    """Another decoder finds the segments' own pictures, and nothing to complain of."""
    pieces = [_encoded(part, NTSC, tmp_path) for part in (FIRST, CARD, SECOND)]
    alone = [n for piece in pieces for n, _ in picture_numbers(piece.path)]

    film = tmp_path / "film.mp4"
    list(join(pieces, NTSC, film))

    assert alone == [number for number, _ in picture_numbers(film)]
    assert "" == _complaints(film)
    with av.open(str(film)) as container:
        assert {"video": 1, "audio": 1} == {
            kind: len(getattr(container.streams, kind)) for kind in ("video", "audio")
        }
        assert set() == set(container.metadata) - {
            "major_brand",
            "minor_version",
            "compatible_brands",
        }
        assert b"moov" == _second_box(film)


def test_refuses_what_is_damaged(tmp_path: Path) -> None:
    """A segment that lost its end is named."""
    whole = _encoded(FIRST, NTSC, tmp_path)
    cut = tmp_path / "cut.nut"
    cut.write_bytes(whole.path.read_bytes()[:-9000])

    with pytest.raises(SegmentUnusable, match=r"cut\.nut"):
        list(join([whole, Segment(cut, whole.frames)], NTSC, tmp_path / "film.mp4"))


def test_refuses_what_is_no_segment(tmp_path: Path) -> None:
    """Anything may lie where a segment is looked for."""
    nothing = tmp_path / "nothing.nut"
    nothing.write_bytes(bytes(100))

    with pytest.raises(SegmentUnusable, match=r"nothing\.nut"):
        list(join([Segment(nothing, 3)], NTSC, tmp_path / "film.mp4"))


def test_refuses_another_canvas(tmp_path: Path) -> None:
    """Pictures of another size cannot follow in one track."""
    one = _encoded(CARD, NTSC, tmp_path)
    other = _encoded(CARD, Canvas(160, 96, NTSC.rate), tmp_path)

    with pytest.raises(SegmentUnusable):
        list(join([one, other], NTSC, tmp_path / "film.mp4"))


def test_says_when_the_disk_fails(tmp_path: Path) -> None:
    """A folder that is not there is told as any other error of writing."""
    segment = _encoded(CARD, NTSC, tmp_path)

    with pytest.raises(WriteFailed, match=r"film\.mp4"):
        list(join([segment], NTSC, tmp_path / "no" / "film.mp4"))


def _encoded(part: Part, canvas: Canvas, folder: Path) -> Segment:
    target = folder / f"{len(list(folder.iterdir()))}.nut"
    encode_part(bundled(), part, canvas, target)
    return Segment(target, canvas.frames(part.duration))


def _complaints(film: Path) -> str:
    import subprocess

    said = subprocess.run(
        [system().path, "-v", "warning", "-i", film, "-f", "null", "-"],
        capture_output=True,
        check=True,
        text=True,
    )
    return said.stderr


def _second_box(film: Path) -> bytes:
    content = film.read_bytes()
    first = int.from_bytes(content[:4], "big")
    return content[first + 4 : first + 8]
