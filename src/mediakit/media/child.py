"""A program that is never lost: whatever happens to who started it, it ends too."""

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from mediakit.bounds import Bounds, bind
from mediakit.media.interrupts import interrupts_held

_KEPT, _BLOCK = 4000, 4096
_PATIENCE = 5  # seconds until the last words of a process that ended are here


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
        with interrupts_held():
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
def _heard(process: subprocess.Popen[bytes]) -> Iterator[bytearray]:
    """Listen to what a process says, and keep the end of it."""
    said = bytearray()
    listener = threading.Thread(
        target=_listen, args=(process.stderr, said), daemon=True
    )
    try:
        # whoever is interrupted here would not know that it listens already
        with interrupts_held():
            listener.start()
        yield said
    finally:
        # it says nothing more then
        _end(process)
        if listener.ident is not None:
            listener.join(_PATIENCE)


def _listen(pipe: IO[bytes], said: bytearray) -> None:
    # closed by who was interrupted: nobody wants to hear it any more
    with contextlib.suppress(OSError, ValueError), pipe:
        while block := os.read(pipe.fileno(), _BLOCK):
            said += block
            del said[:-_KEPT]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
