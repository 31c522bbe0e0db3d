"""What every benchmark here is made of: interleaved repeats, medians, ratios, targets.

A benchmark is a module of this folder with a function ``tables(rounds, *, small)``
that yields a `Table` for each thing it compares, a number ``ROUNDS``, and at its end::

    if __name__ == "__main__":
        main(tables, rounds=ROUNDS)

``python -m benchmarks.cut`` then runs it alone, and ``python -m benchmarks`` runs all,
each with its own number of rounds. Ours and its peers take turns in the same rounds:
machines are shared and noisy. With *small* the media are tiny: to see that it works.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_SAMPLING = 0.01  # seconds between looks at the memory of a program


@dataclass(frozen=True)
class Used:
    """What something took, once or as the median of several times.

    Attributes:
        wall: Seconds that passed.
        cpu: Seconds of processor, of the process and its children.
        memory: Most bytes held at a time, by the process and its children together;
            0 where it was not measured.
    """

    wall: float
    cpu: float
    memory: float = 0.0


@dataclass(frozen=True)
class Target:
    """What is to be reached, as a share of what a peer takes.

    Attributes:
        ours: The name of our run.
        peer: The name of the other.
        share: The most that ours may take of the peer's.
        of: ``cpu`` or ``memory``.
    """

    ours: str
    peer: str
    share: float
    of: str = "cpu"


@dataclass(frozen=True)
class Table:
    """Things that were compared.

    Attributes:
        title: What was done, on what.
        medians: What each took, by name, ours first: ratios are to that.
        targets: What was to be reached.
        note: More to know, as sizes; lines.
    """

    title: str
    medians: Mapping[str, Used]
    targets: tuple[Target, ...] = ()
    note: str = ""

    def lines(self) -> Iterable[str]:
        """Return the table as it is printed."""
        ours = next(iter(self.medians.values()))
        yield self.title
        for name, used in self.medians.items():
            memory = f"{used.memory / 1e6:7.0f} MB" if used.memory else ""
            cells = (
                f"  {name:<46} wall {used.wall:9.3f} s  cpu {used.cpu:9.3f} s "
                f"({used.cpu / ours.cpu:7.2f} x)  {memory}"
            )
            yield cells.rstrip()
        yield from (f"  {line}" for line in self.note.splitlines())
        yield from (f"  {self.verdict(target)[1]}" for target in self.targets)

    def verdict(self, target: Target) -> tuple[bool, str]:
        """Tell whether a target is met, and say so."""
        mine = getattr(self.medians[target.ours], target.of)
        theirs = getattr(self.medians[target.peer], target.of)
        share = mine / theirs
        met = share <= target.share
        return met, (
            f"{'met   ' if met else 'MISSED'} {target.of}: {target.ours} takes "
            f"1/{1 / share:.1f} of {target.peer} (to reach: 1/{1 / target.share:.3g})"
        )


class Tables(Protocol):
    """How a benchmark is called."""

    def __call__(self, rounds: int, *, small: bool) -> Iterable[Table]:
        """Run everything *rounds* times; tiny, if *small*."""


def main(tables: Tables, *, rounds: int) -> None:
    """Run one benchmark as the command line asks; fail if a target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", type=int, nargs="?", default=rounds)
    parser.add_argument("--small", action="store_true", help="tiny media, to try it")
    typed = parser.parse_args()
    shown = [show(table) for table in tables(typed.rounds, small=typed.small)]
    sys.exit(0 if all(shown) or typed.small else 1)


def show(table: Table) -> bool:
    """Print a table; tell whether its targets are met."""
    print("\n".join([*table.lines(), ""]), flush=True)
    return all(table.verdict(target)[0] for target in table.targets)


def compare(runs: Mapping[str, Callable[[], Used]], rounds: int) -> dict[str, Used]:
    """Run everything in turn, *rounds* times; the first round warms up."""
    seen: dict[str, list[Used]] = {name: [] for name in runs}
    for turn in range(rounds + 1):
        for name, run in runs.items():
            used = run()
            if turn:
                seen[name].append(used)
    return {name: _median(used) for name, used in seen.items()}


def run(command: Sequence[str | Path], *, folder: Path | None = None) -> Used:
    """Run a program in *folder*; return what it and its children took.

    Memory is the largest sum of resident pages that was seen, a hundred times a
    second; pages that processes share are counted for each. What the system says at
    the end is of no use: on Linux it begins with the memory of who started the
    program, and knows only the largest process.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder)
    memory = 0
    while True:
        ended, status, took = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        memory = max(memory, _resident(process.pid))
        time.sleep(_SAMPLING)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Used(wall, took.ru_utime + took.ru_stime, memory)


def call(function: Callable[[], object]) -> Used:
    """Call a function; return what it took, children included, but for memory."""
    before, started = _processor(), time.perf_counter()
    function()
    return Used(time.perf_counter() - started, _processor() - before)


def _median(used: Sequence[Used]) -> Used:
    return Used(
        statistics.median(one.wall for one in used),
        statistics.median(one.cpu for one in used),
        statistics.median(one.memory for one in used),
    )


def _processor() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, who))


def _resident(pid: int) -> int:
    """Return the bytes that a process and those below it hold in memory."""
    folder = Path(f"/proc/{pid}")
    try:
        pages = int((folder / "statm").read_text().split()[1])
        below = [
            int(child)
            for task in (folder / "task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except (OSError, ValueError):
        return 0  # it has just ended, or this system keeps no such list
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(map(_resident, below))
