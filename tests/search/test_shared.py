"""Two programs search and renew one index at the same time."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mediakit.search.store import OnDisk
from tests.search.corpora import corpus, search, spoken

ROUNDS = 25

PROGRAM = """
import sys
from pathlib import Path
from tests.search.corpora import corpus, search, spoken

index, mine = Path(sys.argv[1]), int(sys.argv[2])
for turn in range(int(sys.argv[3])):
    # each sees another state of the library: they undo what the other did
    many = range(1 + turn % 3)
    said = [spoken(f"la paix {n} {turn * mine}", "la guerre") for n in many]
    found = search(index, corpus(**{f"t{n}": s for n, s in enumerate(said)}), "paix")
    assert found.total == len(said), (found, turn)
    assert not found.not_kept, found.not_kept
    assert {p.said.text for p in found.passages} == {s.segments[0].text for s in said}
    if mine == 1 and turn % 10 == 5:
        index.unlink(missing_ok=True)
"""


def test_nothing_changes_between_comparing_and_asking(tmp_path: Path) -> None:
    """Who reads sees one state of the index; who writes waits for that."""
    path = tmp_path / "i.sqlite"
    search(path, corpus(a=spoken("la paix")), "paix")

    with OnDisk(path).reading() as reader, closing(sqlite3.connect(path)) as writer:
        reader.execute("SELECT count(*) FROM segments").fetchone()
        writer.execute("PRAGMA busy_timeout = 0")
        writer.execute("DELETE FROM segments")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            writer.commit()


@pytest.mark.parametrize("programs", [2, pytest.param(8, marks=pytest.mark.long)])
def test_every_program_finds_what_its_own_transcripts_say(
    tmp_path: Path, programs: int
) -> None:
    """Though they have different ones, and one of them deletes the index."""
    rounds = str(ROUNDS if programs == 2 else 100)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path / "i.sqlite"), str(n), rounds],
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for n in range(1, programs + 1)
    ]

    ends = [(child.communicate()[1], child.returncode) for child in running]

    assert [("", 0)] * programs == ends
