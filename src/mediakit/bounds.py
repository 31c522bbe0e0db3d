"""How much of the machine a child process may take.

Recordings come from strangers, and a small file can ask for any amount of memory or
disk. Whoever starts a process ends it when its time is up; here the system itself
keeps its memory and the size of its files in bounds: on Linux those of any child, on
macOS only those of a process that asks for it itself, as our own workers do. Windows
has no such limits: time is the only bound there.
"""

import contextlib
import sys
from dataclasses import dataclass

from mediakit.machine import threads

_GIGABYTE = 1 << 30
# of addresses, stacks of threads included. Turning 4K HEVC of 10 bits into H.264 takes
# ffmpeg 1.9 GB with 2 processors, 4.7 with 16 and 11 with 64, however long it lasts
_MEMORY, _MEMORY_A_PROCESSOR = 4 * _GIGABYTE, _GIGABYTE // 4
# an hour of 4K at 500 Mbit/s, the most that cameras' cards take, is 225 GB
_FILE = 1024 * _GIGABYTE


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a process may take; anything ordinary stays far below.

    Attributes:
        memory: Bytes of addresses.
        file: Bytes of any file it writes.
    """

    memory: int = _MEMORY + _MEMORY_A_PROCESSOR * threads()
    file: int = _FILE

    @property
    def gigabytes(self) -> int:
        """The memory, as it is told to people."""
        return round(self.memory / _GIGABYTE)


def bind(bounds: Bounds, process: int = 0) -> None:
    """Hold a child to *bounds* from now on, or this process, where systems can.

    Limits that are tighter already stay.
    """
    if sys.platform == "win32":
        return
    import resource

    limits = {resource.RLIMIT_AS: bounds.memory, resource.RLIMIT_FSIZE: bounds.file}
    for limit, most in limits.items():
        # the child may have ended; macOS lets nobody lower RLIMIT_AS
        with contextlib.suppress(ProcessLookupError, ValueError):
            if sys.platform == "linux":
                now = resource.prlimit(process, limit)
                resource.prlimit(process, limit, _tightest(most, now))
            elif not process:
                resource.setrlimit(limit, _tightest(most, resource.getrlimit(limit)))


def _tightest(most: int, now: tuple[int, int]) -> tuple[int, int]:
    """Return a soft and a hard limit that are not above *most*, nor above *now*."""
    # the number that stands for "unlimited" is -1 on Linux, the largest on macOS
    soft, hard = (most if one < 0 else min(most, one) for one in now)
    return soft, hard
