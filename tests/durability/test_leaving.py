"""What leaves is recorded before it is there: killed, interrupted, and made again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.check import (
    FileHalfWritten,
    FileOrphaned,
    UseUnfinished,
)
from mediakit.library import Library
from mediakit.model.use import Use
from mediakit.workflows.check_library import check_library
from tests.durability.commands import CHANGING, Command
from tests.durability.libraries import Small
from tests.durability.test_full_disk import copied

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

# says where it has come to, and waits there
PAUSED = """
import sys, time
from pathlib import Path
from mediakit import files
from mediakit.cli.start import start
from mediakit.workflows import made_folder, render_film
exports, segments = Path(sys.argv[2], "exports"), Path(sys.argv[2], ".mediakit")
real = files.replace
def wait():
    print("here", flush=True)
    time.sleep(600)
def naming(source, target):
    if target.is_relative_to(exports):
        names = target.relative_to(exports).parts
        any(name.startswith(".") for name in names) or wait()
    real(source, target)
def keeping(source, target):
    real(source, target)
    wait()
if {segment}:
    render_film.replace = keeping
else:
    files.replace = made_folder.replace = naming
sys.exit(start(sys.argv[1:]))
"""
RENDER = next(command for command in CHANGING if command.name == "film render")
ON_A_STICK = replace(
    RENDER, arguments="{paper} --size 360p --output {root}/../stick/film.mp4"
)
LEAVING = (
    next(command for command in CHANGING if command.name == "trim"),
    next(command for command in CHANGING if command.name == "transcript export"),
    next(command for command in CHANGING if "--collect" in command.arguments),
    RENDER,
)


@pytest.mark.parametrize("command", LEAVING, ids=str)
def test_nothing_is_there_that_nobody_recorded(
    small: Small, tmp_path: Path, command: Command
) -> None:
    """Killed right before it has its name; the same command then makes it."""
    library = Library(copied(small, tmp_path))
    before, there = uses(library), set(visible(library))

    with started(small, library, command) as process:
        process.kill()

    assert [True] == [use.unfinished for use in uses(library)[len(before) :]]
    assert there == set(visible(library))
    assert {FileHalfWritten} >= {type(one) for one in problems(library)}
    assert 1 == unfinished(library)
    assert 0 == run(small, library, command)
    assert there < set(visible(library))
    assert {FileHalfWritten} >= {type(one) for one in problems(library)}
    assert 0 == unfinished(library)


def test_an_interruption_takes_the_use_back(small: Small, tmp_path: Path) -> None:
    """Right before it has its name: nothing was to stay, and nothing does."""
    library = Library(copied(small, tmp_path))
    before, there = uses(library), set(visible(library))

    with started(small, library, LEAVING[0]) as process:
        process.send_signal(signal.SIGINT)

    assert 130 == process.returncode
    assert before == uses(library)
    assert there == set(visible(library))
    assert [] == problems(library)


def test_a_half_outside_is_told(small: Small, tmp_path: Path) -> None:
    """Killed before anything is recorded, as on a stick: a check names what stays.

    What is not ours is not named. Once the half is gone, so is the note of it.
    """
    library = Library(copied(small, tmp_path))
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / ".film.mp4.txt").write_text("somebody's")
    before = uses(library)

    with started(small, library, ON_A_STICK, segment=True) as process:
        process.kill()

    assert before == uses(library)
    [half] = stick.glob("*.tmp")
    assert [half] == halves_in(stick, library)
    half.unlink()
    assert [] == halves_in(stick, library)
    assert 0 == run(small, library, ON_A_STICK)
    assert [] == list(library.leaving.iterdir())
    assert {"film.mp4", ".film.mp4.txt"} == {path.name for path in stick.iterdir()}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill"])
def test_lines_that_were_finished_stay(
    small: Small, tmp_path: Path, how: signal.Signals
) -> None:
    """A film that was interrupted goes on from there; nothing of it has left."""
    library = Library(copied(small, tmp_path))
    before, there = uses(library), set(visible(library))

    with started(small, library, RENDER, segment=True) as process:
        process.send_signal(how)

    assert (-how if how is signal.SIGKILL else 130) == process.returncode
    assert before == uses(library)
    assert there == set(visible(library))
    if how is not signal.SIGKILL:
        assert [] == problems(library)
    [kept] = segments(library)
    assert 0 == run(small, library, RENDER)
    assert kept in segments(library)
    assert FileOrphaned not in {type(one) for one in problems(library)}


def started(
    small: Small, library: Library, command: Command, *, segment: bool = False
) -> "subprocess.Popen[str]":
    """Start a command, and wait until it waits: to name a file, or after a line."""
    words = command.words(small, str(library.root))
    program = PAUSED.format(segment=segment)
    process = subprocess.Popen(
        [sys.executable, "-c", program, "--library", str(library.root), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    assert "here\n" == process.stdout.readline()
    return process


def run(small: Small, library: Library, command: Command) -> int:
    """Run a command; return its exit status."""
    root = str(library.root)
    words = (sys.executable, "-m", "mediakit", "--library", root)
    ran = subprocess.run(
        [*words, *command.words(small, root)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return ran.returncode


def uses(library: Library) -> list[Use]:
    """Return what was recorded to have left."""
    return Catalog(library.catalog, author="").read().all(Use)


def visible(library: Library) -> Iterator[Path]:
    """Yield the files among the exports that people see."""
    for path in library.exports.rglob("*"):
        names = path.relative_to(library.exports).parts
        if path.is_file() and not any(name.startswith(".") for name in names):
            yield path


def problems(library: Library) -> list[MediakitError]:
    """Return what 'check' finds."""
    catalog = Catalog(library.catalog, author="")
    checked = check_library(library, catalog, day="2026-03-01")
    return [problem for one in checked for problem in one.problems]


def unfinished(library: Library) -> int:
    """Return of how many uses 'check' says that they may never have left."""
    catalog = Catalog(library.catalog, author="")
    checked = check_library(library, catalog, day="2026-03-01")
    warnings = [one for each in checked for one in each.warnings]
    return sum(isinstance(one, UseUnfinished) for one in warnings)


def halves_in(folder: Path, library: Library) -> list[Path]:
    """Return what 'check' finds half-made in a folder."""
    halves = (one for one in problems(library) if isinstance(one, FileHalfWritten))
    paths = (Path(one.details["path"]) for one in halves)
    return [path for path in paths if path.parent == folder]


def segments(library: Library) -> set[tuple[Path, int]]:
    """Return the lines that are rendered and kept, each with its place on the disk."""
    found = library.segments.glob("[!m]*/*.nut")
    return {(path, path.stat().st_ino) for path in found}
