"""Which ffmpeg is run, and what becomes of one that fails, hangs or is let down."""

import contextlib
import errno
import os
import sys
from pathlib import Path

import imageio_ffmpeg
import pytest

from mediakit.bounds import Bounds
from mediakit.errors.library import WriteFailed
from mediakit.errors.media import FfmpegFailed, FfmpegMissing
from mediakit.media.ffmpeg import (
    CHOICE,
    Ffmpeg,
    feed,
    file_url,
    find_ffmpeg,
    frames_written,
    running,
)
from tests.fakes.ffmpegs import RECENT, fake_ffmpeg

needs_scripts = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows runs no scripts by their first line"
)


def python(code: str) -> list[str]:
    """Return the command that runs *code*, as if it were ffmpeg."""
    return [sys.executable, "-c", code]


@needs_scripts
def test_prefers_the_systems_ffmpeg(tmp_path: Path) -> None:
    """What the person keeps up to date is used."""
    path = fake_ffmpeg(tmp_path)

    found = find_ffmpeg({"PATH": str(tmp_path)})

    assert Ffmpeg(str(path), "5.1.9-0+deb12u1", "system") == found


@needs_scripts
@pytest.mark.parametrize(
    ("output", "reason"),
    [
        (RECENT.replace("57. 28", "57. 17"), "older than 5.1: 5.1.9-0+deb12u1"),
        (RECENT.replace(" --enable-libx264", ""), "built without libx264"),
        (RECENT.replace(" --enable-libass", ""), "built without libass"),
        ("something else altogether", "is no ffmpeg"),
    ],
    ids=["too old", "without H.264", "without subtitles", "no ffmpeg"],
)
def test_takes_the_bundled_one_where_the_systems_will_not_do(
    output: str, reason: str, tmp_path: Path
) -> None:
    """A machine with an old ffmpeg, or half of one, cuts all the same, and says why."""
    fake_ffmpeg(tmp_path, output)

    found = find_ffmpeg({"PATH": str(tmp_path)})

    assert (imageio_ffmpeg.get_ffmpeg_exe(), "bundled") == (found.path, found.origin)
    assert reason in found.instead
    assert str(tmp_path) in found.instead


def test_takes_the_bundled_one_where_the_system_has_none() -> None:
    """Nothing needs to be installed beside the package."""
    assert imageio_ffmpeg.get_ffmpeg_exe() == find_ffmpeg({"PATH": ""}).path


@needs_scripts
def test_takes_the_one_that_was_asked_for(tmp_path: Path) -> None:
    """The person has the last word, also against the system's."""
    fake_ffmpeg(tmp_path / "system")
    mine = fake_ffmpeg(tmp_path / "mine")

    found = find_ffmpeg({CHOICE: str(mine), "PATH": str(tmp_path / "system")})

    assert (str(mine), "named") == (found.path, found.origin)


def test_refuses_the_one_that_was_asked_for_if_it_will_not_do(tmp_path: Path) -> None:
    """Nothing else is taken in silence."""
    with pytest.raises(FfmpegMissing) as caught:
        find_ffmpeg({CHOICE: str(tmp_path / "nothing"), "PATH": os.environ["PATH"]})

    assert str(tmp_path / "nothing") in str(caught.value)


@pytest.mark.parametrize("name", ["-i.mp4", "http:clip.mp4", "a:b%d.mp4"])
def test_file_names_are_never_options_or_addresses(name: str, tmp_path: Path) -> None:
    """Whatever a file is called, ffmpeg gets it as a file."""
    assert f"file:{tmp_path / name}" == file_url(tmp_path / name)


def test_a_failure_tells_the_last_line_and_keeps_the_rest(tmp_path: Path) -> None:
    """The sentence is short; the details have all of it."""
    command = python(
        "import sys; print('opening\\nNo space left', file=sys.stderr); sys.exit(5)"
    )

    with (
        pytest.raises(FfmpegFailed) as caught,
        running(command, source=tmp_path, limit=60),
    ):
        pass

    assert "No space left" == caught.value.details["reason"]
    assert ["opening", "No space left"] == caught.value.details["log"].splitlines()


def test_a_program_that_hangs_is_stopped(tmp_path: Path) -> None:
    """Nobody waits for ever for a file that confuses ffmpeg."""
    command = python("import time; time.sleep(600)")

    with (
        pytest.raises(FfmpegFailed) as caught,
        running(command, source=tmp_path, limit=0.1),
    ):
        pass

    assert "it took more than 0 s" == caught.value.details["reason"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds other programs")
def test_a_program_that_wants_too_much_memory_is_told_of(tmp_path: Path) -> None:
    """FFmpeg says so in the system's words."""
    command = python(
        # waits until it is held to its bounds
        "import sys; sys.stdin.read()\n"
        "try: bytearray(1 << 31)\n"
        "except MemoryError: sys.exit('x: Cannot allocate memory\\nConversion failed!')"
    )
    bounds = Bounds(memory=1 << 30)

    with (
        pytest.raises(FfmpegFailed) as caught,
        running(command, source=tmp_path, limit=60, bounds=bounds),
    ):
        pass

    assert "it wanted more than 1 GB of memory" == caught.value.details["reason"]


@pytest.mark.ffmpeg
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds other programs")
def test_a_program_that_writes_too_much_is_stopped(tmp_path: Path) -> None:
    """A real one: a minute of sound, where a megabyte is allowed."""
    target = tmp_path / "sound.wav"
    # it has nothing to write before it is held to its bounds
    sound = ("-f", "s16le", "-ar", "48000", "-i", "pipe:0")
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *sound, file_url(target)]
    bounds = Bounds(file=1 << 20)

    with (
        pytest.raises(WriteFailed) as caught,
        running(
            command, source=tmp_path, target=target, limit=60, bounds=bounds
        ) as process,
    ):
        for _written in feed(process, [bytes(96_000)] * 60):
            pass

    assert (str(target), "File too large") == (
        caught.value.details["path"],
        caught.value.details["reason"],
    )
    assert target.stat().st_size <= 1 << 20


@pytest.mark.parametrize("status", [0, 1])
def test_a_full_disk_is_told_as_a_full_disk(status: int, tmp_path: Path) -> None:
    """Whatever ffmpeg says last, and though some versions call it a success."""
    target = tmp_path / "cut.mp4"
    said = f"cut.mp4: {os.strerror(errno.ENOSPC)}\\nConversion failed!"
    command = python(
        f"import sys; print('{said}', file=sys.stderr); sys.exit({status})"
    )

    with (
        pytest.raises(WriteFailed) as caught,
        running(command, source=tmp_path, target=target, limit=60),
    ):
        pass

    assert os.strerror(errno.ENOSPC) == caught.value.details["reason"]


def test_a_program_is_stopped_when_its_user_is_interrupted(tmp_path: Path) -> None:
    """Ctrl-C leaves no ffmpeg behind."""
    command = python("import time; print('frame=1', flush=True); time.sleep(600)")
    run = contextlib.ExitStack()
    process = run.enter_context(running(command, source=tmp_path, limit=600))
    assert 1 == next(frames_written(process))

    run.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert process.returncode


def test_a_program_that_talks_a_lot_is_not_kept_waiting(tmp_path: Path) -> None:
    """A damaged file makes ffmpeg complain of every packet."""
    command = python("import sys; sys.stderr.write('damaged\\n' * 200_000)")

    with running(command, source=tmp_path, limit=60) as process:
        pass

    assert 0 == process.returncode


def test_feeding_ends_when_nobody_listens(tmp_path: Path) -> None:
    """The reason is ffmpeg's, not a broken pipe."""
    command = python("import sys; sys.exit('Unknown encoder')")

    with (
        pytest.raises(FfmpegFailed, match="Unknown encoder"),
        running(command, source=tmp_path, limit=60) as process,
    ):
        assert 1000 > sum(1 for _ in feed(process, [bytes(1 << 16)] * 1000))


def test_progress_is_what_ffmpeg_reports(tmp_path: Path) -> None:
    """Only its count of pictures is read."""
    lines = "fps=0.0\\nframe=12\\nout_time_us=N/A\\nframe= 30\\nprogress=end"

    with running(python(f"print('{lines}')"), source=tmp_path, limit=60) as process:
        found = list(frames_written(process))

    assert [12, 30] == found
