"""A program that is never lost: whatever happens to who started it, it ends too."""

import contextlib
import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import IO

from mediakit.bounds import Bounds, bind

_KEPT, _BLOCK = 4000, 4096
_PATIENCE = 5  # seconds until the last words of a process that ended are here
_INTERRUPTS = ("SIGINT", "SIGTERM", "SIGHUP")


@contextlib.contextmanager
def child(
    arguments: Sequence[str],
    bounds: Bounds,
    *,
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> Iterator[tuple[subprocess.Popen[bytes], bytearray]]:
    """Start a program, and end it when the body is over, however that ends.

    Args:
        arguments: The program and its arguments.
        bounds: What it may take of the machine.
        folder: Where it runs, if not here.
        environ: Its environment, if not this program's.

    Yields:
        The process, and the end of what it says to standard error. Somebody always
        listens to that: it never has to wait.
    """
    process: subprocess.Popen[bytes] | None = None
    try:
        with _interrupts_held():
            process = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder,
                env=environ,
            )
        bind(bounds, process.pid)
        with _heard(process) as said:
            yield process, said
    finally:
        if process is not None:
            _end(process)
            for pipe in (process.stdin, process.stdout, process.stderr):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()


def let_end(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end of a process that gets no more, and may still print."""
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    while process.stdout is not None and process.stdout.read(_BLOCK):
        pass
    process.wait()


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let an interruption wait: a process that is half started would be lost."""
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
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


@contextlib.contextmanager
def _heard(process: subprocess.Popen[bytes]) -> Iterator[bytearray]:
    """Listen to what a process says, and keep the end of it."""
    said = bytearray()
    listener = threading.Thread(
        target=_listen, args=(process.stderr, said), daemon=True
    )
    listener.start()
    try:
        yield said
    finally:
        # it says nothing more then
        _end(process)
        listener.join(_PATIENCE)


def _listen(pipe: IO[bytes], said: bytearray) -> None:
    with pipe:
        while block := os.read(pipe.fileno(), _BLOCK):
            said += block
            del said[:-_KEPT]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
