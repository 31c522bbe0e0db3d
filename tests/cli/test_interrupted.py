"""Ctrl-C while a real ffmpeg runs: it ends too, and nothing half-made stays."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.media.ffmpeg import CHOICE
from tests.conftest import saved
from tests.library_clips import put_clip
from tests.media.barcode import Recipe, Track
from tests.media.programs import bundled

pytestmark = [
    pytest.mark.ffmpeg,
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and scripts"),
]

# Python ends by the signal itself, once all is done, where it came while a class
# was being made of a text
INTERRUPTED = {130, -signal.SIGINT}

VIDEO = Recipe(suffix=".webm", codec="libvpx-vp9", tracks=(Track(codec="libopus"),))
_PATIENCE = 10  # seconds, of the twenty that the film takes

SOUND = Recipe(suffix=".wav", codec="", tracks=(Track(codec="pcm_s16le"),), seconds=20)

# ffmpeg, at the speed at which people watch, which tells its number
SLOWLY = """#!/bin/sh
case "$1" in -version) exec "{ffmpeg}" -version;; esac
echo $$ > "{told}.new" && mv "{told}.new" "{told}"
exec "{ffmpeg}" -re "$@"
"""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let mediakit use a slow ffmpeg; its process number will be in this file."""
    told, program = tmp_path / "told", tmp_path / "ffmpeg"
    program.write_text(SLOWLY.format(ffmpeg=bundled().path, told=told))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv(CHOICE, str(program))
    yield told
    # what a failed test leaves running
    if told.exists() and _runs(int(told.read_text())):
        os.kill(int(told.read_text()), signal.SIGKILL)


@pytest.mark.parametrize("whom", ["mediakit", "the whole terminal"])
@pytest.mark.parametrize("recipe", [VIDEO, SOUND], ids=["video", "sound"])
def test_ctrl_c_ends_ffmpeg_and_leaves_nothing(
    library: Library, catalog: Catalog, told: Path, recipe: Recipe, whom: str
) -> None:
    """The status says so; no process, no scrap of a file, no record."""
    clip = put_clip(library, catalog, recipe)
    before = saved(library)
    command = [sys.executable, "-m", "mediakit", "--library", str(library.root)]
    cutting = subprocess.Popen(
        [*command, "trim", clip.id, "--from", "0.5"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with cutting:
        while not told.exists():
            assert cutting.poll() is None
            time.sleep(0.01)
        if whom == "mediakit":
            cutting.send_signal(signal.SIGINT)
        else:
            os.killpg(cutting.pid, signal.SIGINT)
        _out, said = cutting.communicate()

    assert cutting.returncode in INTERRUPTED
    assert "Interrupted." in said
    assert "Traceback" not in said
    assert not _runs(int(told.read_text()))
    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]
    assert before == saved(library)


@pytest.mark.parametrize("whom", ["mediakit", "the whole terminal"])
def test_ctrl_c_ends_a_film_and_keeps_its_finished_parts(
    library: Library, catalog: Catalog, told: Path, whom: str
) -> None:
    """The processes that encode end too; what they finished is taken up again."""
    clip = put_clip(library, catalog, Recipe(seconds=20))
    before = saved(library)
    command = [sys.executable, "-m", "mediakit", "--library", str(library.root)]
    joining = subprocess.Popen(
        [*command, "excerpt", "join", clip.id, "--size", "360p"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with joining:
        while not told.exists():
            assert joining.poll() is None
            time.sleep(0.01)
        if whom == "mediakit":
            joining.send_signal(signal.SIGINT)
        else:
            os.killpg(joining.pid, signal.SIGINT)
        _out, said = joining.communicate()

    assert joining.returncode in INTERRUPTED
    assert "Traceback" not in said
    # nobody here is its parent: it is gone as soon as the system has cleared it away
    late = time.monotonic() + _PATIENCE
    while _runs(int(told.read_text())):
        assert time.monotonic() < late
        time.sleep(0.01)
    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]
    assert [] == list((library.segments / "making").iterdir())
    assert before == saved(library)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
