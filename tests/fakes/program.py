"""Programs that pretend to turn speech into text."""

import os
import sys
import textwrap
from pathlib import Path

from mediakit.engines.command import Printed


def read_nothing(content: bytes) -> Printed:
    """Understand nothing of what a program prints."""
    del content
    return Printed("", ())


def wait_until_gone(pid: int) -> None:
    """Wait until a process has ended, though nobody may have asked how."""
    while _is_running(pid):
        os.sched_yield()


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return False
    except OSError:
        return not Path("/proc/self").exists()
    return state != "Z"


def write_program(folder: Path, body: str) -> tuple[str, ...]:
    """Write a Python program; return the words that start it on a sound.

    It is given the path of the sound and the language.
    """
    path = folder / "listen.py"
    path.write_text("import json, sys, wave\n" + textwrap.dedent(body))
    return (sys.executable, str(path), "{sound}", "{language}")


MEASURES = """
    with wave.open(sys.argv[1]) as sound:
        rate, length = sound.getframerate(), sound.getnframes()
        shape = [sound.getnchannels(), sound.getsampwidth(), rate]
    said = f"{sys.argv[2]} {shape}"
    end = length / rate
    print(json.dumps({"segments": [{"start": 0, "end": end, "text": said}]}))
"""
"""Writes down the language it was told and the sound it was given."""
