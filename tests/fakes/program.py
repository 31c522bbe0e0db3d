"""Programs that pretend to turn speech into text."""

import sys
import textwrap
from pathlib import Path

from mediakit.engines.command import Printed


def read_nothing(content: bytes, duration: int) -> Printed:
    """Understand nothing of what a program prints."""
    del content, duration
    return Printed("", ())


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
