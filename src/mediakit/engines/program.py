"""Run a program that is not ours: what it prints is bounded, and it is never lost."""

import contextlib
import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from mediakit.engines.environment import MOST_SAID, last_words
from mediakit.errors.base import Reason, sentence
from mediakit.errors.engines import ProgramFailed

MOST_PRINTED = 20_000_000
"""Bytes; the JSON of a day of speech with the times of its words is smaller."""

_GUARD = Path(__file__).with_name("guard.py")
_BLOCK = 1 << 16
_PATIENCE = 5.0  # seconds until the last words of a program that ended are here


def printed(words: Sequence[str], *, name: str, seconds: float) -> bytes:
    """Run a program and return what it prints; nothing that it started goes on.

    Args:
        words: The program and its arguments.
        name: What errors call it.
        seconds: How long it may take.

    Raises:
        ProgramFailed: It cannot be started, fails, prints too much or takes too long.
    """
    with _running(words) as (process, said):
        late = threading.Event()
        timer = threading.Timer(seconds, _give_up, (process, late))
        timer.daemon = True
        timer.start()
        try:
            content = process.stdout.read(MOST_PRINTED + 1) if process.stdout else b""
            status = 0 if len(content) > MOST_PRINTED else process.wait()
        finally:
            timer.cancel()
    if len(content) > MOST_PRINTED:
        much = sentence("it printed more than {megabytes} MB")
        reason: str = Reason(much, megabytes=MOST_PRINTED // 1_000_000)
    elif late.is_set():
        reason = Reason(
            sentence("it took more than {seconds} s"), seconds=round(seconds)
        )
    elif status:
        reason = last_words(status, io.BytesIO(said))
    else:
        return content
    raise ProgramFailed(program=name, reason=reason)


@contextlib.contextmanager
def _running(
    words: Sequence[str],
) -> Iterator[tuple[subprocess.Popen[bytes], bytearray]]:
    """Run a program under a guard; yield it with the end of what it says."""
    said = bytearray()
    process = subprocess.Popen(
        # the guard needs the standard library alone, whatever is installed
        [sys.executable, "-I", "-S", str(_GUARD), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Ctrl-C does not reach it: it is ended with all that it started
        process_group=0,
    )
    listener = threading.Thread(
        target=_listen, args=(process.stderr, said), daemon=True
    )
    listener.start()
    try:
        yield process, said
    finally:
        _end(process)
        process.wait()
        listener.join(_PATIENCE)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _listen(pipe: IO[bytes], said: bytearray) -> None:
    with pipe:
        while block := os.read(pipe.fileno(), _BLOCK):
            said += block
            del said[:-MOST_SAID]


def _give_up(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started, though it may have ended itself."""
    if sys.platform == "win32":
        # there the guard ends what it started, once this pipe is closed
        if process.stdin is not None:
            process.stdin.close()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
