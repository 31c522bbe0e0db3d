"""Interruptions, such as Ctrl-C, where they would be lost: they wait a moment."""

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType

_INTERRUPTS = ("SIGINT", "SIGTERM", "SIGHUP")


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Let an interruption wait until the body is over, where it would be lost.

    A process that is half started would go on alone, libraries that try their
    imports take an interruption for a failed one, and PyAV forgets one that comes
    while it makes an exception. Programs that are started here do not hear Ctrl-C:
    they are ended, and none can fail of it before that.
    """
    if threading.current_thread() is not threading.main_thread():
        # interruptions only reach the main one
        yield
        return
    came: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    numbers = [getattr(signal, name) for name in _INTERRUPTS if hasattr(signal, name)]
    before = {
        number: signal.signal(number, remember)
        for number in numbers
        # what is ignored, or ends this program, stays so
        if callable(signal.getsignal(number))
    }
    masked = _masked()
    try:
        yield
    finally:
        _unmask(masked)
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


def _masked() -> set[int | signal.Signals] | None:
    """Keep Ctrl-C from this thread, and from what it starts; return how it was."""
    if sys.platform == "win32":
        return None
    return signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _unmask(before: set[int | signal.Signals] | None) -> None:
    if sys.platform != "win32" and before is not None:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
