"""Programs that are not ours are ended, with all that they started."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from mediakit.engines import program
from mediakit.engines.program import printed
from mediakit.errors.engines import ProgramFailed
from tests.fakes.program import wait_until_gone

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX processes")

_MUCH = 20_000_000


def _python(body: str) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(body)]


def _reason(words: list[str], *, seconds: float = 60) -> str:
    with pytest.raises(ProgramFailed) as caught:
        printed(words, name="oza", seconds=seconds)
    assert "oza" == caught.value.details["program"]
    return str(caught.value.details["reason"])


def test_what_it_prints_is_returned() -> None:
    """All of it, whatever it says to standard error meanwhile."""
    words = _python("import sys; print('yes'); sys.stderr.write('x' * 300_000)")

    assert b"yes" == printed(words, name="oza", seconds=60).strip()


def test_the_last_line_that_it_says_is_the_reason() -> None:
    """Or its status, if it says nothing; or why it cannot be started."""
    assert "no key" == _reason(_python("import sys; sys.exit('reading\\nno key')"))
    assert "it ended with status 3" == _reason(_python("raise SystemExit(3)"))
    assert "No such file" in _reason(["/no/such/program"])


def test_one_that_prints_without_end_is_ended() -> None:
    """Neither memory nor disk fill up."""
    reason = _reason(_python("while True: print('x' * 100_000)"))

    assert "it printed more than 20 MB" == reason


def test_one_that_never_ends_is_ended() -> None:
    """When its time is up."""
    reason = _reason(_python("import time; time.sleep(600)"), seconds=0.1)

    assert "it took more than 0 s" == reason


_STARTS_ANOTHER = """
    import os, subprocess, sys, time
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    open({pid!r}, "w").write(str(other.pid))
    {then}
    time.sleep(600)
"""


@posix
def test_what_it_started_ends_with_it(tmp_path: Path) -> None:
    """A script that starts the real program is the ordinary case."""
    pid = tmp_path / "pid"
    body = _STARTS_ANOTHER.format(pid=str(pid), then="print('x' * 30_000_000)")

    _reason(_python(body))

    wait_until_gone(int(pid.read_text()))


@posix
def test_it_ends_with_who_asked_however_that_ends(tmp_path: Path) -> None:
    """Nothing goes on listening to a recording that nobody asks about any more."""
    pid = tmp_path / "pid"
    then = "os.kill(int(sys.argv[1]), 9)"
    words = _python(_STARTS_ANOTHER.format(pid=str(pid), then=then))
    script = f"""
        import os
        from mediakit.engines.program import printed
        printed([*{words!r}, str(os.getpid())], name="oza", seconds=600)
    """

    killed = subprocess.run(_python(script), check=False)

    assert -signal.SIGKILL == killed.returncode
    wait_until_gone(int(pid.read_text()))


def test_the_bound_is_what_a_transcript_may_have() -> None:
    """More could not be read as one anyway."""
    assert _MUCH == program.MOST_PRINTED
