"""Workers take no more of the machine than anything sound needs, and leave nothing."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from mediakit.batch.outcomes import Done, Failed
from mediakit.batch.runner import run
from mediakit.bounds import Bounds
from mediakit.errors.media import WorkTooLarge

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these limits")


def fill(gigabytes: int) -> int:
    """Take memory, as a recording made to do harm does."""
    return len(bytearray(gigabytes << 30)) >> 30


@pytest.mark.skipif(sys.platform != "linux", reason="macOS does not hold memory")
def test_an_item_that_wants_too_much_memory_is_given_up() -> None:
    """It alone fails; the worker goes on."""
    too_much = Bounds().gigabytes + 1

    outcomes = {o.item: o for o in run(fill, [0, too_much, 1], workers=1)}

    failed = outcomes.pop(too_much)
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, WorkTooLarge)
    assert Bounds().gigabytes == failed.error.details["gigabytes"]
    assert {0: Done(0, 0), 1: Done(1, 1)} == outcomes


SCRIPT = """
    import os, subprocess, sys
    from mediakit.batch.runner import run

    def work(number):
        late = "import time; time.sleep(20); print('still here')"
        child = subprocess.Popen([sys.executable, "-c", late])
        print(os.getpid(), child.pid, flush=True)
        child.wait()

    if __name__ == "__main__":
        try:
            list(run(work, [1], workers=1))
        except KeyboardInterrupt:
            sys.exit(130)
"""


@posix
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_a_worker_ends_with_its_parent_and_with_it_what_it_started(
    ending: signal.Signals, tmp_path: Path
) -> None:
    """Interrupted or killed: no program that a worker started stays behind."""
    script = tmp_path / "batch.py"
    script.write_text(textwrap.dedent(SCRIPT))
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, start_new_session=True
    )
    with parent:
        assert parent.stdout is not None
        assert 2 == len(parent.stdout.readline().split())

        parent.send_signal(ending)

        # ends when nobody has the pipe any more: neither the worker nor its child
        assert b"" == parent.stdout.read()
    assert {signal.SIGINT: 130, signal.SIGKILL: -9}[ending] == parent.returncode
