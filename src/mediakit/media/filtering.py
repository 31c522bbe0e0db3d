"""What comes out of FFmpeg's filters through PyAV, with no Ctrl-C lost on the way.

Filters say by an exception that they want to be given more, several times a second of
sound, and PyAV forgets an interruption that comes while it makes that exception: its
compiled modules evaluate some Python for the traceback, and clear what that raises.
"""

import contextlib
from typing import Any

from mediakit.media.interrupts import interrupts_held


# Any, here and below: PyAV's frames, resamplers and filters
def resample(resampler: Any, frame: Any) -> list[Any]:
    """Return the frames that a resampler makes of *frame*, or had left if ``None``."""
    with interrupts_held():
        made: list[Any] = resampler.resample(frame)
    return made


def pull(sink: Any) -> list[Any]:
    """Return the frames that wait at the end of filters (their graph, or its sink)."""
    import av

    waiting = []
    with interrupts_held(), contextlib.suppress(av.BlockingIOError, av.EOFError):
        while True:
            waiting.append(sink.pull())
    return waiting
