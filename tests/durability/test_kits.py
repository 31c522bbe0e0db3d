"""A kit is whole or not there: killed, interrupted, and made again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.check import FileHalfWritten
from mediakit.files import checksum
from mediakit.kits.manifest import kit_root, read_manifest
from mediakit.library import Library
from mediakit.media.ffmpeg import CHOICE
from mediakit.model.use import Use, UseKind
from mediakit.workflows.check_leaving import check_leaving
from mediakit.workflows.note_halves import MAKING
from mediakit.workflows.verify_kit import refuse_unsound, verify_kit
from tests.consents import DAY
from tests.kit_libraries import Evening, an_evening, names_in
from tests.media.programs import bundled

pytestmark = [
    pytest.mark.ffmpeg,
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals"),
]

# stops where it is told to, and says so: the kit is laid out, or being placed
PAUSED = """
import sys, time
from mediakit.cli.start import start
from mediakit.kits import m3u8
from mediakit.workflows import made_folder
room, name = {place}
real = getattr(room, name)
def paused(*args):
    if "{when}" == "after":
        real(*args)
    print("here", flush=True)
    time.sleep(600)
setattr(room, name, paused)
sys.exit(start(sys.argv[1:]))
"""
PLACES = {
    "laid out": ("(m3u8, 'lay_out')", "after"),
    "recorded": ("(made_folder, 'replace')", "before"),
    "in its place": ("(made_folder, 'replace')", "after"),
}


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    made = an_evening(library, catalog)
    catalog.close()
    return made


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill"])
@pytest.mark.parametrize("place", PLACES)
def test_a_kit_is_whole_or_absent(
    evening: Evening, place: str, how: signal.Signals
) -> None:
    """Wherever it is stopped, none is there unrecorded; then the same command goes on.

    At worst one is recorded that did not come to be, and says that it is unfinished.
    """
    stop(evening, place, how)

    shown = kits(evening.library)
    for kit in shown:
        refuse_unsound(verify_kit(kit, None, DAY))
    assert (place == "in its place") == bool(shown)
    uses = Catalog(evening.library.catalog, author="").read().all(Use)
    recorded = {use.id: use for use in uses if use.kind is UseKind.KIT}
    assert set(recorded) >= {read_manifest(kit_root(kit)).use for kit in shown}
    killed = how is signal.SIGKILL and place != "laid out"
    assert (bool(shown) or killed) == bool(recorded)
    assert all(use.unfinished for use in recorded.values())
    if how is signal.SIGINT:
        assert [] == list(evening.library.kits.glob(".*"))
    made = evening.kit("m3u8")
    assert 0 == made.made
    refuse_unsound(verify_kit(made.path, evening.catalog.read(), DAY))
    # what was killed left nothing that takes room
    left = evening.library.kits.glob(".*/**/*")
    assert 0 == sum(path.stat().st_size for path in left if path.is_file())


def test_a_half_outside_is_told(evening: Evening, tmp_path: Path) -> None:
    """A kit for a stick, killed before it is recorded: a check names what stays.

    The next one that is made there clears it away.
    """
    stick = tmp_path / "stick"
    stick.mkdir()

    stop(evening, "laid out", signal.SIGKILL, "--to", str(stick / "kit"))

    records = evening.catalog.read()
    assert [] == records.all(Use)
    found = dict(check_leaving(evening.library, records, DAY))
    [problem] = found[str(stick / MAKING)][0]
    assert isinstance(problem, FileHalfWritten)
    evening.kit("m3u8", output=stick / "kit")
    assert ["kit"] == [path.name for path in stick.iterdir()]
    assert [] == list(evening.library.leaving.iterdir())


def test_what_is_on_the_disk_is_what_was_recorded(evening: Evening) -> None:
    """Every file of it."""
    made = evening.kit("m3u8", in_bag=True)

    digests = {name: checksum(made.path / name) for name in names_in(made.path)}
    prefix = made.path.relative_to(evening.library.root).as_posix()
    assert {f"{prefix}/{name}": one for name, one in digests.items()} == {
        file.path: file.sha256 for file in made.use.files
    }


def kits(library: Library) -> list[Path]:
    """Return the kits that people see."""
    return [path for path in library.kits.glob("*") if not path.name.startswith(".")]


def stop(evening: Evening, place: str, how: signal.Signals, *more: str) -> None:
    """Make a kit, and stop that at a place."""
    where, when = PLACES[place]
    program = PAUSED.format(place=where, when=when)
    words = ("playlist", "kit", evening.playlist, "--as", "m3u8", *more)
    process = subprocess.Popen(
        [sys.executable, "-c", program, "--library", evening.library.root, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, CHOICE: bundled().path},
    )
    with process:
        assert process.stdout
        assert "here\n" == process.stdout.readline()
        os.kill(process.pid, how)
        process.communicate()
