"""Run a program, and end it with all that it started when nobody waits any more.

A script of its own, which imports nothing of mediakit's: ``python guard.py PROGRAM
[WORD]...``. Who starts it makes it the leader of a group of processes, and holds the
other end of its standard input: whatever ends that process closes it.
"""

import os
import signal
import subprocess
import sys
import threading

_NOT_STARTED = 127


def main() -> None:
    """Leave with the program's own status, as a shell does."""
    try:
        process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
    except OSError as error:
        sys.stderr.write(f"{error.strerror or error}\n")
        raise SystemExit(_NOT_STARTED) from None
    threading.Thread(target=_follow, args=(process,), daemon=True).start()
    status = process.wait()
    raise SystemExit(status if status >= 0 else 128 - status)


def _follow(process: subprocess.Popen[bytes]) -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
