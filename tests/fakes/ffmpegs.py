"""Programs that pose as ffmpeg."""

import stat
import sys
from pathlib import Path

RECENT = """ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026
configuration: --enable-libass --enable-libmp3lame --enable-libopus --enable-libx264
libavutil      57. 28.100 / 57. 28.100
"""

_SCRIPT = """#!{python}
import sys
answers = {answers!r}
sys.stderr.write({complaint!r})
sys.exit(print(answers[sys.argv[-1]])) if sys.argv[-1] in answers else sys.exit(1)
"""


def fake_ffmpeg(
    folder: Path,
    version: str = RECENT,
    *,
    encoders: str = "",
    filters: str = "",
    complaint: str = "",
) -> Path:
    """Make a program called ffmpeg, and return it.

    Args:
        folder: Where to make it.
        version: What it says of itself.
        encoders: What it says when it is asked for them.
        filters: What it says when it is asked for them.
        complaint: What it says to standard error; it does nothing else and fails.
    """
    folder.mkdir(exist_ok=True)
    path = folder / "ffmpeg"
    answers = {"-version": version, "-encoders": encoders, "-filters": filters}
    script = _SCRIPT.format(python=sys.executable, answers=answers, complaint=complaint)
    path.write_text(script)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path
