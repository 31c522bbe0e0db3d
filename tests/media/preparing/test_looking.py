"""Looking through a video once: its filmstrip and where its shots change."""

from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from mediakit.errors.media import MediaUndecodable, NotMedia
from mediakit.media.preparing.looking import Seen, look_through
from mediakit.media.probe import probe
from tests.media.barcode import Recipe, clip, read_number
from tests.media_files import VIDEO_SUFFIXES, made, sound, video

pytestmark = pytest.mark.ffmpeg

Sheet = NDArray[Any]

SOURCES = (
    "testsrc2=size=160x120:rate=25:duration=1[a];"
    "smptebars=size=160x120:rate=25:duration=0.8[b];"
    "mandelbrot=size=160x120:rate=25,trim=duration=1.2[c];"
    "[a][b][c]concat=n=3"
)
CUTS = (1000, 1800)


def _look(path: Path) -> Seen:
    return look_through(path, probe(path).duration)


def _film(*options: str, suffix: str = ".mp4", shots: str = SOURCES) -> Path:
    return made(f"film{suffix}", "-f", "lavfi", "-i", shots, *options)


def _tiles(seen: Seen) -> list[Sheet]:
    """Return the pictures of a strip in order, as light only."""
    with av.open(BytesIO(seen.filmstrip), "r") as container:
        sheet = next(container.decode(video=0)).to_ndarray(format="gray")
    layout = seen.measures.filmstrip
    rows = -(-layout.count // layout.columns)
    assert (rows * layout.height, layout.columns * layout.width) == sheet.shape
    places = [divmod(number, layout.columns) for number in range(layout.count)]
    return [
        sheet[row * layout.height :, column * layout.width :][
            : layout.height, : layout.width
        ]
        for row, column in places
    ]


@pytest.mark.parametrize("distance", ["7", "25", "250"])
@pytest.mark.parametrize("detect", ["0", "40"])
def test_cuts_are_found_to_the_frame(distance: str, detect: str) -> None:
    """Wherever key frames are, and whether or not the encoder put one there."""
    film = _film("-g", distance, "-sc_threshold", detect, "-pix_fmt", "yuv420p")

    assert CUTS == _look(film).measures.changes


@pytest.mark.parametrize("suffix", [".webm", ".mkv", ".ts", ".avi"])
def test_cuts_are_found_in_every_container(suffix: str) -> None:
    """With an index or without."""
    codec = () if suffix == ".webm" else ("-c:v", "mpeg4", "-g", "12")
    quick = ("-deadline", "realtime") if suffix == ".webm" else ()

    changes = _look(_film(*codec, *quick, suffix=suffix)).measures.changes

    assert list(CUTS) == pytest.approx(changes, abs=1)


def test_pictures_of_key_frames_only_are_looked_at_closely_where_they_differ() -> None:
    """Every picture of Motion JPEG is a key frame."""
    film = _film("-c:v", "mjpeg", suffix=".mov")

    assert CUTS == _look(film).measures.changes


def test_cuts_are_found_where_pictures_last_unequally() -> None:
    """As phones record; the times are those of the pictures."""
    uneven = "if(lt(N\\,25)\\,N*40\\,1000+(N-25)*80)"
    film = _film(
        *("-vf", f"settb=1/1000,setpts={uneven}", "-fps_mode", "passthrough"),
        *("-enc_time_base", "1:1000", "-video_track_timescale", "1000"),
        *("-pix_fmt", "yuv420p"),
    )

    assert (1000, 2600) == _look(film).measures.changes


def test_a_flash_is_no_cut() -> None:
    """Two white pictures, and the shot goes on."""
    flash = "drawbox=t=fill:color=white:enable='between(n,10,11)'"

    seen = _look(video(seconds=2, options=("-vf", flash)))

    assert () == seen.measures.changes


def test_motion_is_no_cut() -> None:
    """A camera that swings round in two seconds."""
    turning = "smptebars=size=160x120:rate=25:duration=2,rotate=3*t"

    assert () == _look(_film("-pix_fmt", "yuv420p", shots=turning)).measures.changes


def test_the_strip_shows_what_is_at_each_place() -> None:
    """Few key frames: everything is decoded, and every picture is the right one."""
    recipe = Recipe(seconds=4, tracks=())

    tiles = _tiles(_look(clip(recipe)))

    middles = [(n + 0.5) * 100 / len(tiles) for n in range(len(tiles))]
    assert 6 == len(tiles)
    assert middles == pytest.approx([read_number(tile) for tile in tiles], abs=0.6)


def test_with_enough_key_frames_the_strip_shows_those() -> None:
    """One every 30 pictures: none is further away than half of that."""
    recipe = Recipe(seconds=10, tracks=())

    tiles = _tiles(_look(clip(recipe)))

    middles = [(n + 0.5) * 250 / len(tiles) for n in range(len(tiles))]
    assert 8 <= len(tiles) <= 10
    assert middles == pytest.approx([read_number(tile) for tile in tiles], abs=16)


@pytest.mark.parametrize("suffix", VIDEO_SUFFIXES)
def test_every_container_gives_a_strip(suffix: str) -> None:
    """As high as the others, whatever its shape."""
    layout = _look(video(suffix, seconds=2)).measures.filmstrip

    assert (6, 6, 120, 90) == (
        layout.count,
        layout.columns,
        layout.width,
        layout.height,
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_strip_is_upright(turn: int) -> None:
    """The light half is above when the video plays."""
    shot = "color=black:size=160x120:rate=25:duration=1,drawbox=0:0:160:60:white:fill"
    flat = _film("-pix_fmt", "yuv420p", shots=shot)
    turned = made(
        "turned.mp4", "-display_rotation", str(turn), "-i", str(flat), "-c", "copy"
    )

    tile = _tiles(_look(turned))[3]

    height, width = tile.shape
    assert (90, 120 if turn % 180 == 0 else 68) == (height, width)
    # a player turns anticlockwise
    edges = {0: tile[5], 90: tile[:, 5], 180: tile[-6], 270: tile[:, -6]}
    assert 200 < edges.pop(turn)[20:-20].mean()
    assert 60 > np.mean(edges[(turn + 180) % 360][20:-20])


def test_a_long_clip_has_no_more_than_a_hundred_pictures() -> None:
    """A picture a minute; they are evenly spread."""
    slides = Recipe(
        times=tuple(Fraction(60 * n) for n in range(121)),
        tracks=(),
        options=(("g", "1"),),
        size=(96, 48),
    )

    tiles = _tiles(_look(clip(slides)))

    numbers = [read_number(tile) for tile in tiles]
    assert 100 == len(numbers)
    assert sorted(numbers) == numbers
    assert 2 >= max(np.diff(numbers))


def test_sound_has_no_pictures() -> None:
    """There is nothing to see."""
    with pytest.raises(MediaUndecodable):
        look_through(sound(".mp3"), 1000)


def test_what_is_no_recording_is_refused(tmp_path: Path) -> None:
    """With the reasons of the probe."""
    (tmp_path / "x.mp4").write_bytes(b"bonjour")

    with pytest.raises(NotMedia):
        look_through(tmp_path / "x.mp4", 1000)
