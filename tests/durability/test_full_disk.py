"""A disk without room: a clear error, nothing lost, and work goes on once there is."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.durability.commands import CHANGING, Command
from tests.durability.libraries import Small, essence, records

COMMANDS = [
    next(command for command in CHANGING if command.name == name)
    for name in (
        *("theme add", "transcript import", "add", "trim", "playlist kit"),
        "film render",
    )
]
ROOM = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 1536)  # blocks of 4 KiB
DISK = 8 << 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="for POSIX systems")


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_nothing_is_lost_where_no_file_may_grow(
    small: Small, tmp_path: Path, command: Command
) -> None:
    """The command says so, changes nothing, and works once there is room."""
    root = copied(small, tmp_path)
    before = records(root)

    status, said = run(small, root, command, before="ulimit -f 0")

    assert status > 2, said
    assert "Traceback" not in said
    assert before == records(root)
    assert (0, True) == (run(small, root, command)[0], before != records(root))


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_nothing_is_lost_on_a_full_disk(
    small: Small, disk: Path, command: Command
) -> None:
    """With a little room and a little more, it is all done, or none of it."""
    before = records(small.root)
    new = essence(records(done(small, disk, command)), before)
    outcomes = set()
    # where several programs start, each try takes long
    for blocks in ROOM[:: -4 if command.spared else 1]:
        root = copied(small, disk)
        fill(disk, blocks)

        status, said = run(small, root, command)

        after = essence(records(root), before)
        assert after in (essence(before, before), new), blocks
        assert (status == 0) <= (after == new), (blocks, said)
        outcomes.add(status == 0)
        (disk / "filler").unlink()
        if status:
            assert status > 2, said
            assert "Traceback" not in said
            assert 0 == run(small, root, command)[0]
    assert {True, False} == outcomes


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Make a small disk in memory, which takes an administrator."""
    options = ("-t", "tmpfs", "-o", f"size={DISK}", "tmpfs")
    if subprocess.run(["mount", *options, tmp_path], check=False).returncode:
        pytest.skip("only an administrator may mount a disk")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def fill(disk: Path, blocks: int) -> None:
    """Leave so many free blocks."""
    free = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(bytes(free - 4096 * blocks))


def done(small: Small, folder: Path, command: Command) -> Path:
    """Return a copy of the library in which the command was run."""
    root = copied(small, folder)
    assert 0 == run(small, root, command)[0]
    return root


def copied(small: Small, folder: Path) -> Path:
    """Return a new copy of the library."""
    root = folder / "library"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(small.root, root)
    return root


def run(
    small: Small, root: Path, command: Command, before: str = ":"
) -> tuple[int, str]:
    """Run a command after a word to the shell; return its status and messages."""
    mediakit = [sys.executable, "-m", "mediakit", "--library", str(root)]
    words = command.words(small, str(root))
    ran = subprocess.run(
        ["sh", "-c", f'{before}; exec "$@"', "sh", *mediakit, *words],
        capture_output=True,
        check=False,
        text=True,
    )
    return ran.returncode, ran.stderr
