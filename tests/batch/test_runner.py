"""Batches: every item is answered for, whatever happens to its process."""

import ctypes
import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Generator
from pathlib import Path

import pytest

from mediakit.batch.outcomes import Done, Failed, Moved
from mediakit.batch.runner import follow, run
from mediakit.errors.batches import WorkerDied, WorkFailed, WorkTooSlow
from mediakit.errors.media import NotMedia


def double(number: int) -> int:
    """Work as it should."""
    return 2 * number


def crash_on_two(number: int) -> int:
    """Take the whole process down, as a broken decoder does."""
    if number == 2:
        ctypes.string_at(0)
    return number


def stall_on_two(number: int) -> int:
    """Never come back."""
    if number == 2:
        threading.Event().wait()
    return number


def refuse_odd(number: int) -> int:
    """Refuse one as foreseen, and fail one as nobody foresaw."""
    if number == 1:
        raise NotMedia(path=f"{number}.mp4")
    if number == 3:
        raise KeyError(number)
    return number


def be_interrupted(number: int) -> int:
    """Get what Ctrl-C sends, and go on."""
    os.kill(os.getpid(), signal.SIGINT)
    return number


def my_process(_number: int) -> int:
    """Tell where the work is done."""
    return os.getpid()


def count_up(number: int) -> Generator[int, None, str]:
    """Tell something on the way; crash in the middle of two, fail after three."""
    for step in range(number):
        yield step
        if number == 2:
            ctypes.string_at(0)
    if number == 3:
        raise NotMedia(path="3.mp4")
    return f"counted to {number}"


def test_tells_what_a_function_yields_on_its_way() -> None:
    """In order, before what becomes of the item; whatever becomes of that."""
    outcomes = [*follow(count_up, [1, 2, 3, 0], workers=1)]

    assert [Moved(1, 0), Done(1, "counted to 1"), Moved(2, 0)] == outcomes[:3]
    assert [Moved(3, 0), Moved(3, 1), Moved(3, 2)] == outcomes[4:7]
    assert Done(0, "counted to 0") == outcomes[8]
    died, refused = outcomes[3], outcomes[7]
    assert isinstance(died, Failed)
    assert isinstance(died.error, WorkerDied)
    assert isinstance(refused, Failed)
    assert isinstance(refused.error, NotMedia)


def leave_signs(folder: Path) -> Generator[None, None, None]:
    """Leave a file after each thing that is told."""
    for step in range(3):
        yield
        (folder / str(step)).touch()


def test_a_function_waits_until_what_it_told_was_dealt_with(tmp_path: Path) -> None:
    """It is not ahead: whoever stops here, stops it there."""
    outcomes = follow(leave_signs, [tmp_path], workers=1)
    next(outcomes)
    next(outcomes)
    outcomes.close()

    assert ["0"] == [path.name for path in tmp_path.iterdir()]


def test_does_every_item() -> None:
    """Each item comes back once with its value."""
    outcomes = list(run(double, range(7), workers=2))

    assert [Done(n, 2 * n) for n in range(7)] == sorted(
        outcomes, key=lambda outcome: outcome.item
    )


def test_takes_items_only_as_workers_become_free() -> None:
    """A long list of items is not drawn at once."""
    items = iter(range(100))
    outcomes = run(double, items, workers=2)
    next(outcomes)
    outcomes.close()

    assert 3 == next(items)


def test_starts_one_process_for_one_item() -> None:
    """A single item does not pay for more workers than it needs."""
    (outcome,) = run(my_process, [1], workers=8)

    assert isinstance(outcome, Done)
    assert os.getpid() != outcome.value


def test_reports_what_an_item_was_refused_for() -> None:
    """Errors come back as they were raised; others are told with their reason."""
    failed = {
        outcome.item: outcome.error
        for outcome in run(refuse_odd, range(4), workers=1)
        if isinstance(outcome, Failed)
    }

    assert {1, 3} == set(failed)
    assert isinstance(failed[1], NotMedia)
    assert {"path": "1.mp4"} == failed[1].details
    assert isinstance(failed[3], WorkFailed)
    assert {"item": "3", "reason": "KeyError: 3"} == failed[3].details


def test_a_crash_fails_its_item_alone() -> None:
    """A segmentation fault in one item leaves the others done."""
    outcomes = {o.item: o for o in run(crash_on_two, range(5), workers=2)}

    assert set(range(5)) == set(outcomes)
    assert isinstance(outcomes[2], Failed)
    assert isinstance(outcomes[2].error, WorkerDied)
    assert all(isinstance(outcomes[n], Done) for n in (0, 1, 3, 4))


def test_an_item_that_takes_too_long_is_given_up() -> None:
    """Time is up for one item alone."""
    outcomes = {
        o.item: o
        for o in run(
            stall_on_two,
            range(4),
            workers=1,
            seconds=lambda number: 0.2 if number == 2 else 60,
        )
    }

    assert isinstance(outcomes[2], Failed)
    assert isinstance(outcomes[2].error, WorkTooSlow)
    assert all(isinstance(outcomes[n], Done) for n in (0, 1, 3))


@pytest.mark.skipif(sys.platform == "win32", reason="signals end processes there")
def test_ctrl_c_does_not_reach_the_workers() -> None:
    """The parent alone decides what becomes of them."""
    assert [Done(1, 1)] == list(run(be_interrupted, [1], workers=1))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX process groups")
def test_ctrl_c_ends_the_workers_without_a_word(tmp_path: Path) -> None:
    """The parent stops; no worker prints a traceback or stays behind."""
    script = tmp_path / "batch.py"
    script.write_text(
        textwrap.dedent(
            """
            import os, signal, sys, time
            from mediakit.batch.runner import run

            def work(number):
                print(os.getpid(), flush=True)
                os.killpg(os.getpgid(os.getppid()), signal.SIGINT)
                time.sleep(60)

            if __name__ == "__main__":
                try:
                    list(run(work, range(3), workers=1))
                except KeyboardInterrupt:
                    sys.exit(130)
            """
        )
    )

    ended = subprocess.run(
        [sys.executable, str(script)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        start_new_session=True,
    )

    assert (130, "") == (ended.returncode, ended.stderr)
    assert not _alive(int(ended.stdout))


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
