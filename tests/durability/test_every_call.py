"""Each system call that writes fails in turn: the old state or the new one.

Killed at the call, the disk full, the disk broken; for every command that changes a
library. Never a third state, and never "done" with the old one.

A command that makes few calls fails at each of them in each of these ways. Of one that
makes many, each call fails in one way, and the ways take turns: each is met at every
kind of call, and commands that do alike begin with another one.
"""

import itertools
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.main import root as mediakit
from mediakit.errors.check import (
    FileHalfWritten,
    FileOrphaned,
    WithdrawnCopyThere,
    WithdrawnFileThere,
)
from mediakit.library import Library
from mediakit.model.ids import ThemeId
from mediakit.model.theme import Theme
from mediakit.workflows.check_library import check_library
from mediakit.workflows.init_library import init_library
from tests.durability.commands import CHANGING, OTHERS, Command
from tests.durability.faults import (
    FAULTS,
    Call,
    Ran,
    require_strace,
    run_failing,
    watch,
)
from tests.durability.libraries import Small, digests, essence, records

AT_ONCE = 2
FEW = 60  # points at which a command is broken, by call and way
Point = tuple[Call, str]
TRIES = 3  # the order of calls in several processes may vary
QUICK = next(command for command in CHANGING if command.name == "theme add")


@pytest.fixture(autouse=True)
def _strace() -> None:
    require_strace()


@pytest.mark.long
@pytest.mark.parametrize("command", CHANGING, ids=str)
def test_every_call_of_every_command(
    small: Small, tmp_path: Path, command: Command
) -> None:
    """Whichever call fails, the library is old or new, and whole."""
    trial = Trial(small, tmp_path, command)

    assert trial.fewest <= len(trial.calls)
    calls = [call for call in trial.calls if call.name != command.spared]
    trial.fail_at(points(calls, CHANGING.index(command)))


def points(calls: list[Call], turn: int) -> list[Point]:
    """Return where and how a command is to fail; it begins with way number *turn*."""
    all_ways = list(itertools.product(calls, FAULTS))
    if len(all_ways) <= FEW:
        return all_ways
    chosen: list[Point] = []
    for _name, alike in itertools.groupby(calls, key=lambda call: call.name):
        kind = list(alike)
        ways = itertools.islice(itertools.cycle(FAULTS), turn % len(FAULTS), None)
        in_turn = list(zip(kind, ways, strict=False))
        few = len(kind) < len(FAULTS)
        chosen += itertools.product(kind, FAULTS) if few else in_turn
    return chosen


def test_a_few_calls_of_one_command(small: Small, tmp_path: Path) -> None:
    """The same as above, quickly: what makes a change durable fails."""
    trial = Trial(small, tmp_path, QUICK)
    calls = [one for one in trial.calls if one.name in {"write", "fsync", "rename"}]

    assert len(calls) >= 7
    trial.fail_at(list(itertools.product(calls, FAULTS)))


def test_each_call_fails_and_each_way_is_met() -> None:
    """Where there are many calls, too, and few of a kind."""
    calls = [Call("fsync", n) for n in range(1, 40)] + [Call("mkdir", 7)]

    for turn in range(3):
        chosen = points(calls, turn)

        assert set(calls) == {call for call, _way in chosen}
        assert len(calls) + 2 == len(chosen)
        met = {(call.name, way) for call, way in chosen}
        assert set(itertools.product(("fsync", "mkdir"), FAULTS)) == met
    together = [point for turn in range(3) for point in points(calls, turn)]
    assert set(itertools.product(calls, FAULTS)) == set(together)
    assert 60 == len(points(calls[:20], 0))


def test_every_command_is_accounted_for() -> None:
    """A new command that changes a library is broken like the others."""
    assert {command.name for command in CHANGING} | OTHERS == set(names(mediakit))


def names(group: click.Group, before: str = "") -> list[str]:
    """Return the commands of a group as they are typed."""
    found = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += names(command, f"{before}{name} ")
        else:
            found.append(before + name)
    return found


class Trial:
    """One command, watched once and then broken again and again."""

    def __init__(self, small: Small, folder: Path, command: Command) -> None:
        self.small, self.folder, self.command = small, folder, command
        self.fewest = command.fewest
        self.sources = digests(small.sources)
        root = self.fresh("untouched")
        self.old = records(root)
        self.calls, ran = watch(self.words(root), root)
        assert 0 == ran.status, ran.said
        found = records(root)
        self.new = essence(found, self.old)
        self.leaves = bool(found) and found.get("uses") != (self.old or {}).get("uses")

    def words(self, root: Path) -> list[str]:
        """Return the command for a copy of the library."""
        return self.command.words(self.small, str(root))

    def fresh(self, name: str) -> Path:
        """Return a new copy of the library, or an empty folder if there is none."""
        root = self.folder / name / "library"
        shutil.rmtree(root, ignore_errors=True)
        if self.command.has_library:
            shutil.copytree(self.small.root, root)
        else:
            root.mkdir(parents=True)
        return root

    def fail_at(self, chosen: list[Point]) -> None:
        """Break the command at each of these calls, in these ways."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            wrong = [one for one in pool.map(self.fail, chosen) if one]

        assert not wrong, "\n\n".join(wrong)
        assert self.sources == digests(self.small.sources)

    def fail(self, point: Point) -> str:
        """Break the command once; return what is wrong afterwards, if anything."""
        call, fault = point
        for _ in range(TRIES):
            root = self.fresh(f"{call.name}-{call.number}-{fault}")
            ran = run_failing(self.words(root), root, call, fault)
            if ran.struck:
                break
        try:
            assert ran.struck, "the call was never made"
            self.examine(root, ran)
        except Exception as error:  # noqa: BLE001 all points are told in one list
            return f"{call} {fault}: {type(error).__name__}: {error}\n{ran.said}"
        shutil.rmtree(root.parent)
        return ""

    def examine(self, root: Path, ran: Ran) -> None:
        """Check a library after a command was broken."""
        now = essence(records(root), self.old)
        assert now in (essence(self.old, self.old), self.new)
        assert ran.status or now == self.new, "said done, but nothing was done"
        if self.leaves and "Nothing was changed" in ran.said:
            assert now == essence(self.old, self.old), "said nothing, but it was done"
        if "recorded all the same" in ran.said:
            assert now == self.new, "said recorded, but nothing was"
        if ran.could_speak and ran.could_load:
            assert "Traceback" not in ran.said
        if not self.command.has_library and not (root / "mediakit.toml").exists():
            init_library(root)
        library = Library(root)
        catalog = Catalog(library.catalog, author="Moussa")
        theme = Theme(id=ThemeId("th-0000000000"), path="after", labels={})
        with catalog.change() as change:
            change.put(theme)
        catalog.close()
        assert theme.id in {one.id for one in catalog.read().all(Theme)}
        problems = [
            problem
            for checked in check_library(library, catalog, day="2026-03-01")
            for problem in checked.problems
        ]
        # what a withdrawal asks for is for people to do, and said until it is done
        asked = (WithdrawnCopyThere, WithdrawnFileThere)
        harmless = (FileOrphaned, FileHalfWritten, *asked)
        assert [] == [str(one) for one in problems if not isinstance(one, harmless)]
