"""What is in the file of a video cut beside its pictures and sound: nothing."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from mediakit.errors.excerpts import NothingToCut
from mediakit.errors.media import FfmpegFailed
from mediakit.media.cutting.reencode import encode_video
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, clip
from tests.media.programs import bundled, cut_to_file

pytestmark = pytest.mark.ffmpeg

PLAIN = Recipe()
SPAN = TimeRange(1310, 2477)


def test_tells_nothing_but_pictures_and_sound(tmp_path: Path) -> None:
    """No title, place, date, chapter, timecode or other track goes along."""
    told = ("-metadata", "title=Awa of Gao", "-metadata", "location=+16.27-000.04/")
    when = ("-metadata", "creation_time=2026-03-01T09:30:00Z")
    code = ("-metadata:s:v", "timecode=01:00:00:00")
    source = clip(Recipe(suffix=".mov", remux=((), (*told, *when, *code))))

    made = cut_to_file(bundled(), source, SPAN, tmp_path)

    with av.open(str(source)) as container:
        assert 3 == len(container.streams)
    with av.open(str(made)) as container:
        assert ["video", "audio"] == [stream.type for stream in container.streams]
        assert [] == container.chapters()
        assert {"major_brand", "minor_version", "compatible_brands"} == set(
            container.metadata
        )
    content = made.read_bytes()
    assert [] == [w for w in (b"Awa", b"16.27", b"2026", b"01:00") if w in content]


def test_hides_nothing_outside_the_range(tmp_path: Path) -> None:
    """What was cut away is not in the file, even where players would skip it."""
    made = cut_to_file(bundled(), clip(PLAIN), TimeRange(1000, 2000), tmp_path)

    with av.open(str(made)) as container:
        packets = [p.stream.type for p in container.demux() if p.size]
    assert 25 == packets.count("video")
    # 47 hold a second; the encoder begins with one of silence
    assert 48 >= packets.count("audio")


def test_makes_the_same_bytes_again(tmp_path: Path) -> None:
    """Nothing in a cut depends on when it was made."""
    first = cut_to_file(bundled(), clip(PLAIN), SPAN, tmp_path).read_bytes()

    assert first == cut_to_file(bundled(), clip(PLAIN), SPAN, tmp_path).read_bytes()


def test_tells_how_far_it_has_come(tmp_path: Path) -> None:
    """Progress grows up to the length of the cut."""
    steps = list(
        encode_video(bundled(), clip(PLAIN), tmp_path / "cut.mp4", TimeRange(500, 3500))
    )

    assert steps == sorted(steps)
    assert 2900 <= steps[-1] <= 3050


def test_refuses_where_there_is_no_picture(tmp_path: Path) -> None:
    """A range in which the video shows nothing is no empty file but an error."""
    late = Recipe(times=(Fraction(3), Fraction(76, 25)))

    with pytest.raises(NothingToCut):
        cut_to_file(bundled(), clip(late), TimeRange(0, 1000), tmp_path)


def test_says_what_ffmpeg_said_when_it_fails(tmp_path: Path) -> None:
    """The last line is in the sentence, the rest in the details."""
    nowhere = tmp_path / "no" / "cut.mp4"

    with pytest.raises(FfmpegFailed) as caught:
        list(encode_video(bundled(), clip(PLAIN), nowhere, SPAN))

    assert "No such file" in caught.value.details["log"]
