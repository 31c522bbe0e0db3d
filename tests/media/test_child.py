"""A program that was started ends with who started it."""

import signal
import subprocess
import sys
import threading
from typing import Any

import pytest

from mediakit.bounds import Bounds
from mediakit.media.child import child

LONG = (sys.executable, "-c", "import time; time.sleep(600)")


def test_it_ends_when_the_body_fails() -> None:
    """Nothing goes on for nobody."""
    with pytest.raises(ZeroDivisionError), child(LONG, Bounds()) as (process, _said):
        raise ZeroDivisionError

    assert process.returncode


def test_an_interruption_while_it_starts_does_not_lose_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl-C may come between the start of a process and knowing of it."""
    started: list[subprocess.Popen[bytes]] = []

    class Interrupted(subprocess.Popen[bytes]):
        # Any: as they are given on
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(subprocess, "Popen", Interrupted)

    with pytest.raises(KeyboardInterrupt), child(LONG, Bounds()):
        pytest.fail("the body ran although it was interrupted")

    assert started[0].returncode


def test_an_interruption_before_anybody_listens_is_quiet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who begins to listen when all is over finds that out without a word."""
    is_over, raised = threading.Event(), list[object]()
    late: list[threading.Thread] = []

    class Late(threading.Thread):
        ident = None

        def start(self) -> None:
            super().start()
            late.append(self)
            signal.raise_signal(signal.SIGINT)

        def run(self) -> None:
            is_over.wait()
            super().run()

    monkeypatch.setattr(threading, "Thread", Late)
    monkeypatch.setattr(threading, "excepthook", raised.append)

    with pytest.raises(KeyboardInterrupt), child(LONG, Bounds()):
        pytest.fail("the body ran although it was interrupted")
    is_over.set()
    late[0].join()

    assert [] == raised


def test_interruptions_are_as_before_afterwards() -> None:
    """What Ctrl-C does is only put off."""
    before = signal.getsignal(signal.SIGINT)

    with child(LONG, Bounds()):
        assert before == signal.getsignal(signal.SIGINT)
