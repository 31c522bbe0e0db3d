"""Programs killed at random lose nothing that they acknowledged."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from tests.durability import restless

# changes before a kill, on whatever disk, and the most seconds after the last of them
_MOST_CHANGES, _MOST_SECONDS = 10, 0.008


@pytest.mark.parametrize("kills", [10, pytest.param(500, marks=pytest.mark.long)])
def test_random_kills_lose_nothing(catalog: Catalog, kills: int) -> None:
    """After each kill the catalog holds what was acknowledged, and at most one more."""
    held = restless.begin(catalog)
    source = random.Random(7)
    for kill in range(kills):
        changes, seconds = source.randint(1, _MOST_CHANGES), source.random()
        acknowledged = run_and_kill(catalog.path, changes, seconds * _MOST_SECONDS)

        seen = restless.found(Catalog(catalog.path, author="Awa"))
        assert acknowledged <= restless.count(seen) <= acknowledged + 1, kill
        for number in range(restless.count(held) + 1, restless.count(seen) + 1):
            held = restless.after(held, number)
        assert held == seen, kill
    assert restless.count(held) > kills
    assert len(list(catalog.path.parent.glob(".catalog.json.*"))) <= 1


def run_and_kill(path: Path, changes: int, seconds: float) -> int:
    """Let the restless program make changes, and kill it some time after the last.

    Returns:
        Its last acknowledgement.
    """
    program = subprocess.Popen(
        [sys.executable, restless.__file__, str(path)], stdout=subprocess.PIPE
    )
    assert program.stdout
    said = b"".join(program.stdout.readline() for _ in range(changes))
    time.sleep(seconds)
    program.kill()
    rest, _ = program.communicate()
    # a line that was cut off was not said
    return int((said + rest).rpartition(b"\n")[0].split()[-1])
