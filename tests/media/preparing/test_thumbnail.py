"""Thumbnails: small, upright, not black."""

from io import BytesIO
from pathlib import Path

import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.media import MediaUndecodable
from mediakit.media.preparing.thumbnail import thumbnail
from tests.media_files import VIDEO_SUFFIXES, made, sound, video

pytestmark = pytest.mark.ffmpeg

LANDSCAPE = "color=red:size=160x120:rate=25:duration=1,drawbox=0:0:160:60:blue:fill"


def _colours(jpeg: bytes) -> tuple[tuple[int, int], list[list[int]]]:
    """Return the size, and the red, green, blue at the middle of each edge."""
    import av

    with av.open(BytesIO(jpeg), "r") as container:
        frame = next(container.decode(video=0))
        pixels = frame.to_ndarray(format="rgb24")
    height, width = pixels.shape[:2]
    middles = [(5, width // 2), (height - 5, width // 2), (height // 2, 5)]
    middles.append((height // 2, width - 5))
    return (width, height), [pixels[place].tolist() for place in middles]


@pytest.mark.parametrize("suffix", VIDEO_SUFFIXES)
def test_is_a_jpeg_320_pixels_wide(suffix: str) -> None:
    """Every container gives one."""
    jpeg = thumbnail(video(suffix))
    size, _ = _colours(jpeg)

    assert b"\xff\xd8\xff" == jpeg[:3]
    assert (320, 240) == size


@pytest.mark.parametrize(
    ("turn", "blue_edge", "size"),
    [("0", 0, (320, 240)), ("180", 1, (320, 240)), ("90", 2, (320, 427)),
     ("-90", 3, (320, 427))],
)  # fmt: skip
def test_is_upright(turn: str, blue_edge: int, size: tuple[int, int]) -> None:
    """The sky is where it is when the video plays."""
    flat = made("flat.mp4", "-f", "lavfi", "-i", LANDSCAPE, "-pix_fmt", "yuv420p")
    turned = made("t.mp4", "-display_rotation", turn, "-i", str(flat), "-c", "copy")

    shown, edges = _colours(thumbnail(turned))

    assert size == shown
    red, _green, blue = edges[blue_edge]
    assert blue - red > 150


def test_prefers_a_frame_that_is_not_black() -> None:
    """Many clips begin in the dark."""
    dark = made(
        "dark.mp4",
        *("-f", "lavfi", "-i", "color=white:size=160x120:rate=25:duration=2"),
        *("-vf", "drawbox=t=fill:color=black:enable='lt(t,1)'", "-g", "10"),
        *("-pix_fmt", "yuv420p"),
    )

    _, edges = _colours(thumbnail(dark))

    assert min(map(min, edges)) > 200


def test_a_black_video_still_has_one() -> None:
    """Black is better than nothing."""
    black = made(
        "black.mp4",
        *("-f", "lavfi", "-i", "color=black:size=160x120:rate=25:duration=1"),
        *("-pix_fmt", "yuv420p"),
    )

    assert (320, 240) == _colours(thumbnail(black))[0]


def test_pixels_that_are_not_square_look_as_they_should() -> None:
    """A squeezed picture is stretched."""
    squeezed = video(options=("-vf", "setsar=4/3"))

    assert (320, 180) == _colours(thumbnail(squeezed))[0]


def test_a_very_tall_picture_is_bounded() -> None:
    """A strip does not become a picture of a million lines."""
    strip = video(size="16x1600", sound=False)
    (_, height), _ = _colours(thumbnail(strip))

    assert height <= 3 * 320


def test_sound_has_none() -> None:
    """There is nothing to see."""
    with pytest.raises(MediaUndecodable):
        thumbnail(sound(".mp3"))


def test_what_is_no_recording_is_refused(tmp_path: Path) -> None:
    """With the reasons of the probe."""
    (tmp_path / "x.mp4").write_bytes(b"bonjour")

    with pytest.raises(MediakitError):
        thumbnail(tmp_path / "x.mp4")
