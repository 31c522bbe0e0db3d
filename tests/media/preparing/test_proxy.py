"""Light copies: small, upright, quick to start, in step, and telling nothing."""

import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.media import FfmpegFailed
from mediakit.media.ffmpeg import Ffmpeg, find_ffmpeg
from mediakit.media.preparing.proxy import make_proxy, size
from mediakit.media.probe import probe
from mediakit.model.media import VideoStream
from tests.media.barcode import Recipe, Track, clip, flashes, heard, noise, offset
from tests.media_files import VIDEO_SUFFIXES, ffmpeg, video

pytestmark = pytest.mark.ffmpeg


@pytest.fixture(scope="module")
def program() -> Ffmpeg:
    """Return the bundled ffmpeg."""
    return find_ffmpeg({})


def _proxy(program: Ffmpeg, source: Path, folder: Path) -> Path:
    media = probe(source)
    assert media.video is not None
    target = folder / "proxy.mp4"
    make_proxy(program, source, target, media.video, media.duration)
    return target


@pytest.mark.parametrize("suffix", VIDEO_SUFFIXES)
def test_is_h264_and_aac_in_an_mp4_that_starts_at_once(
    suffix: str, program: Ffmpeg, tmp_path: Path
) -> None:
    """The index comes before the pictures; it is as long as the original."""
    proxy = _proxy(program, video(suffix, seconds=2), tmp_path)

    media, content = probe(proxy), proxy.read_bytes()
    assert media.video is not None
    assert ("h264", "aac") == (media.video.codec, media.sound[0].codec)
    assert content.index(b"moov") < content.index(b"mdat")
    assert 2000 == pytest.approx(media.duration, abs=45)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ((1920, 1080), (960, 540)),
        ((1080, 1920), (540, 960)),
        ((3840, 1600), (1296, 540)),
        ((640, 360), (640, 360)),
        ((641, 361), (640, 360)),
        ((540, 540), (540, 540)),
        ((20_000, 1), (20_000, 2)),
    ],
)
def test_is_never_larger_than_540_lines_or_the_original(
    shown: tuple[int, int], expected: tuple[int, int]
) -> None:
    """Upright ones are 540 wide; H.264 wants even numbers."""
    width, height = shown
    stream = VideoStream(codec="h264", width=width, height=height, frame_rate="25")

    assert expected == size(stream)


def test_is_upright_itself(program: Ffmpeg, tmp_path: Path) -> None:
    """No player needs to turn it."""
    turned = tmp_path / "turned.mp4"
    ffmpeg("-display_rotation", "90", "-i", str(video()), "-c", "copy", str(turned))

    found = probe(_proxy(program, turned, tmp_path)).video

    assert found is not None
    assert (0, 120, 160) == (found.rotation, found.width, found.height)


def test_pictures_and_sound_stay_in_step(program: Ffmpeg, tmp_path: Path) -> None:
    """With unequal pictures and sound that begins late; of two tracks the first."""
    times = tuple(Fraction(n, 25) for n in range(100) if n % 5 != 2)
    late = Recipe(times=times, tracks=(Track(late=500), Track()))

    proxy = _proxy(program, clip(late), tmp_path)

    samples, rate = heard(proxy)
    truth = noise(0, rate, 4)[:, 0]
    assert [0, 1, 2, 3] == flashes(proxy)
    assert 1 == len(probe(proxy).sound)
    place = offset(samples[rate : 2 * rate, 0], truth)
    assert rate == pytest.approx(place, abs=rate / 1000)


def test_many_channels_become_two(program: Ffmpeg, tmp_path: Path) -> None:
    """Laptops have two loudspeakers."""
    surround = Recipe(seconds=1, tracks=(Track(layout="5.1"),))

    proxy = _proxy(program, clip(surround), tmp_path)

    assert 2 == probe(proxy).sound[0].channels


def test_a_silent_film_stays_silent(program: Ffmpeg, tmp_path: Path) -> None:
    """It is no error."""
    assert () == probe(_proxy(program, video(sound=False), tmp_path)).sound


def test_tells_nothing_of_the_recorder(program: Ffmpeg, tmp_path: Path) -> None:
    """Neither place, device, title nor date; readable by its owner alone."""
    telling = tmp_path / "telling.mov"
    tags = ("location=+16.27-000.04/", "title=Gao", "make=Fairphone")
    options = [word for tag in tags for word in ("-metadata", tag)]
    ffmpeg(
        *("-i", str(video(".mov"))),
        *("-c", "copy", *options, "-movflags", "use_metadata_tags", str(telling)),
    )
    assert b"Fairphone" in telling.read_bytes()

    proxy = _proxy(program, telling, tmp_path)

    content = proxy.read_bytes()
    assert not [mark for mark in (b"16.27", b"Gao", b"Fairphone") if mark in content]
    assert 0 == proxy.stat().st_mode & 0o077


def test_names_are_never_options_or_patterns(program: Ffmpeg, tmp_path: Path) -> None:
    """Whatever the library's folder is called."""
    folder = tmp_path / "-i %03d concat:a|b [x]"
    folder.mkdir()
    source = shutil.copyfile(video(), folder / "-y.mp4")

    assert 1000 == pytest.approx(
        probe(_proxy(program, source, folder)).duration, abs=45
    )


def test_what_cannot_be_decoded_is_told(program: Ffmpeg, tmp_path: Path) -> None:
    """With the name of the original."""
    source = tmp_path / "broken.mp4"
    content = bytearray(video(seconds=1, sound=False).read_bytes())
    start = content.index(b"mdat") + 4
    content[start : start + 60_000] = bytes(min(60_000, len(content) - start))
    source.write_bytes(content)
    stream = VideoStream(codec="h264", width=160, height=120, frame_rate="25")

    with pytest.raises(MediakitError) as caught:
        make_proxy(program, source, tmp_path / "p.mp4", stream, 1000)

    assert str(source) == caught.value.details["path"]


def test_an_ffmpeg_that_fails_is_told(tmp_path: Path) -> None:
    """Not a light copy of zero bytes."""
    false = shutil.which("false")
    assert false is not None
    stream = VideoStream(codec="h264", width=160, height=120, frame_rate="25")
    broken = Ffmpeg(false, "1", "named")

    with pytest.raises(FfmpegFailed):
        make_proxy(broken, video(), tmp_path / "p.mp4", stream, 1000)


def test_another_decoder_has_no_complaint(program: Ffmpeg, tmp_path: Path) -> None:
    """Ffmpeg itself, asked to stop at the first error."""
    proxy = _proxy(program, video(seconds=2), tmp_path)

    said = subprocess.run(
        [program.path, "-v", "warning", "-xerror", "-i", proxy, "-f", "null", "-"],
        capture_output=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )

    assert b"" == said.stderr
