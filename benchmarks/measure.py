"""Interleaved repeats, medians and ratios: machines are shared and noisy."""

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """The medians of one thing that was repeated.

    Attributes:
        name: What was done.
        wall: Seconds that passed.
        cpu: Seconds of processor, of the process and its children.
    """

    name: str
    wall: float
    cpu: float

    def line(self, peer: "Timing") -> str:
        """Return the figures, with the ratio of each to those of *peer*."""
        return (
            f"{self.name:<48} wall {self.wall:8.3f} s ({self.wall / peer.wall:6.3f} x)"
            f"   cpu {self.cpu:8.3f} s ({self.cpu / peer.cpu:6.3f} x)"
        )


def compare(
    runs: dict[str, Callable[[], tuple[float, float]]], rounds: int
) -> list[Timing]:
    """Run everything in turn, *rounds* times; the first round warms up."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for turn in range(rounds + 1):
        for name, run in runs.items():
            measured = run()
            if turn:
                seen[name].append(measured)
    return [
        Timing(name, *(statistics.median(column) for column in zip(*rows, strict=True)))
        for name, rows in seen.items()
    ]


def run_cpu(command: Sequence[str]) -> tuple[float, float]:
    """Run a program and return its wall and processor seconds, children included."""
    before, started = _children(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started, _children() - before


def call_cpu(function: Callable[[], object]) -> tuple[float, float]:
    """Call a function and return its wall and processor seconds, children included."""
    before = _children() + time.process_time()
    started = time.perf_counter()
    function()
    wall = time.perf_counter() - started
    return wall, _children() + time.process_time() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
