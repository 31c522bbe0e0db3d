"""What leaves is recorded before it is there: killed, interrupted, and made again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.check import FileHalfWritten, FileOrphaned
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

    assert len(before) + 1 == len(uses(library))
    assert there == set(visible(library))
    assert {FileHalfWritten} >= {type(one) for one in problems(library)}
    assert 0 == run(small, library, command)
    assert there < set(visible(library))
    assert {FileHalfWritten} >= {type(one) for one in problems(library)}


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


def segments(library: Library) -> set[tuple[Path, int]]:
    """Return the lines that are rendered and kept, each with its place on the disk."""
    found = library.segments.glob("[!m]*/*.nut")
    return {(path, path.stat().st_ino) for path in found}
