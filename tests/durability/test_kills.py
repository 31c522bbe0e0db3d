"""Programs killed at random lose nothing that they acknowledged."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from tests.durability import restless

_MOST_SECONDS = 0.04  # about ten changes


@pytest.mark.parametrize("kills", [10, pytest.param(500, marks=pytest.mark.long)])
def test_random_kills_lose_nothing(catalog: Catalog, kills: int) -> None:
    """After each kill the catalog holds what was acknowledged, and at most one more."""
    held = restless.begin(catalog)
    source = random.Random(7)
    for kill in range(kills):
        acknowledged = run_and_kill(catalog.path, source.uniform(0, _MOST_SECONDS))

        seen = restless.found(Catalog(catalog.path, author="Awa"))
        assert acknowledged <= restless.count(seen) <= acknowledged + 1, kill
        for number in range(restless.count(held) + 1, restless.count(seen) + 1):
            held = restless.after(held, number)
        assert held == seen, kill
    assert restless.count(held) > kills
    assert len(list(catalog.path.parent.glob(".catalog.json.*"))) <= 1


def run_and_kill(path: Path, seconds: float) -> int:
    """Let the restless program work for a while; return its last acknowledgement."""
    program = subprocess.Popen(
        [sys.executable, restless.__file__, str(path)], stdout=subprocess.PIPE
    )
    assert program.stdout
    first = program.stdout.readline()
    time.sleep(seconds)
    program.kill()
    rest, _ = program.communicate()
    # a line that was cut off was not said
    return int((first + rest).rpartition(b"\n")[0].split()[-1])
