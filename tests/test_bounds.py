"""What a process may take of the machine, where systems can hold it to that."""

import subprocess
import sys

import pytest

from mediakit.bounds import Bounds, bind

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux bounds others")

WAIT = "input(); "
TAKE = "bytearray(1 << 30)"
WRITE = "import tempfile; tempfile.TemporaryFile().write(bytes(1 << 20))"
TIGHT = Bounds(memory=1 << 29, file=1 << 19)


def bounded(code: str, *bounds: Bounds) -> str:
    """Run *code* in a child that is held to *bounds*; return what it complains of."""
    child = subprocess.Popen(
        [sys.executable, "-c", WAIT + code],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for one in bounds:
        bind(one, child.pid)
    _out, said = child.communicate("\n")
    return said


@needs_linux
@pytest.mark.parametrize(
    ("code", "complaint"), [(TAKE, "MemoryError"), (WRITE, "File too large")]
)
def test_a_child_is_held_to_its_bounds(code: str, complaint: str) -> None:
    """Neither memory nor disk is taken beyond them."""
    assert complaint in bounded(code, TIGHT)


@needs_linux
def test_tighter_bounds_stay() -> None:
    """Nobody gets more than the person allowed."""
    assert "File too large" in bounded(WRITE, TIGHT, Bounds())


@pytest.mark.parametrize("code", [TAKE, WRITE])
def test_what_is_ordinary_stays_within(code: str) -> None:
    """A gigabyte is nothing special."""
    assert "" == bounded(code, Bounds())


def test_a_child_that_has_ended_is_no_trouble() -> None:
    """It may be quicker than us."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()

    bind(TIGHT, child.pid)
