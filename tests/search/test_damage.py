"""The index may be lost, broken or impossible to keep: every search still answers."""

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mediakit.errors.search import SearchUnavailable
from mediakit.search import store
from tests.search.corpora import corpus, search, spoken, texts

SPOKEN = corpus(
    gao=spoken("La paix revient.", "La guerre aussi."),
    mopti=spoken("Peace is coming.", language="en"),
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Return an index that has been searched."""
    path = tmp_path / ".mediakit" / "index.sqlite"
    search(path, SPOKEN, "paix")
    return path


def test_is_made_for_its_owner_alone(index: Path) -> None:
    """It holds what people said."""
    if os.name == "posix":
        assert 0o600 == index.stat().st_mode & 0o777
        assert 0o700 == index.parent.stat().st_mode & 0o777


def test_leaves_nothing_else_beside_it(index: Path) -> None:
    """Only the lock, which is empty."""
    assert {"index.sqlite", "index.lock"} == {p.name for p in index.parent.iterdir()}


def test_is_made_again_after_it_was_deleted(index: Path) -> None:
    """Deleting it costs time, never words."""
    index.unlink()

    assert ["La paix revient."] == texts(search(index, SPOKEN, "paix"))
    assert index.stat().st_size > 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a database",
        b"SQLite format 3\0" + bytes(4080),
        os.urandom(8192),
    ],
    ids=["empty", "text", "header", "noise"],
)
def test_is_made_again_when_it_is_something_else(index: Path, content: bytes) -> None:
    """What stands in its place is replaced."""
    index.write_bytes(content)

    found = search(index, SPOKEN, "paix")

    assert ["La paix revient."] == texts(found)
    assert "" == found.not_kept
    assert index.read_bytes().startswith(b"SQLite format 3\0")


@pytest.mark.parametrize("left", [1, 100, 1024, 4096, 5000, 20_000])
def test_is_made_again_when_it_was_cut_short(index: Path, left: int) -> None:
    """As by a full disk, or a stick pulled out."""
    index.write_bytes(index.read_bytes()[:left])

    found = search(index, SPOKEN, "paix")

    assert ["La paix revient."] == texts(found)
    assert "" == found.not_kept


def test_is_made_again_when_its_tables_are_not_ours(index: Path) -> None:
    """The right number on the wrong tables."""
    index.unlink()
    connection = sqlite3.connect(index)
    connection.execute("CREATE TABLE transcripts (id, version)")
    connection.execute(f"PRAGMA user_version = {store.version()}")
    connection.close()

    assert ["La paix revient."] == texts(search(index, SPOKEN, "paix"))


def test_is_made_again_by_a_mediakit_that_folds_differently(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words cut by other rules would not be found, or not be removed."""
    before = store.version()
    monkeypatch.setattr(store, "stemmers_version", lambda: "4.0.0")

    assert before != store.version()
    assert ["La paix revient."] == texts(search(index, SPOKEN, "paix"))
    with closing(sqlite3.connect(index)) as connection:
        assert store.version() == store.made_by(connection)


def test_never_shows_words_that_were_altered(index: Path) -> None:
    """A damaged index does not put words into people's mouths."""
    index.write_bytes(
        index.read_bytes().replace(b"La paix revient", b"La paix est pis")
    )

    assert ["La paix revient."] == texts(search(index, SPOKEN, "paix"))


def test_searches_in_memory_where_no_file_can_be_made(tmp_path: Path) -> None:
    """The answer says why it took longer."""
    (tmp_path / ".mediakit").write_text("a file, not a folder")

    found = search(tmp_path / ".mediakit" / "index.sqlite", SPOKEN, "paix")

    assert ["La paix revient."] == texts(found)
    assert found.not_kept


def test_searches_in_memory_where_the_file_cannot_be_replaced(index: Path) -> None:
    """A folder in its place is left alone."""
    index.unlink()
    index.mkdir()

    found = search(index, SPOKEN, "paix")

    assert ["La paix revient."] == texts(found)
    assert found.not_kept
    assert index.is_dir()


def test_reads_an_index_in_a_folder_that_is_read_only(index: Path) -> None:
    """Up to date it is used as it is; else the search is made in memory."""
    index.chmod(0o400)
    index.parent.chmod(0o500)
    try:
        if os.access(index.parent, os.W_OK):
            pytest.skip("this person may write everywhere")
        as_it_is = search(index, SPOKEN, "paix")
        renewed = search(index, corpus(gao=spoken("La paix est là.")), "paix")
    finally:
        index.parent.chmod(0o700)

    assert ("", ["La paix revient."]) == (as_it_is.not_kept, texts(as_it_is))
    assert ["La paix est là."] == texts(renewed)
    assert renewed.not_kept


def test_says_when_sqlite_cannot_search(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Python without FTS5 is the only thing that stops a search."""
    tables = tuple(table.replace("fts5", "fts0") for table in store._TABLES)  # noqa: SLF001 as if it were missing
    monkeypatch.setattr(store, "_TABLES", tables)
    index.unlink()

    with pytest.raises(SearchUnavailable, match="fts0"):
        search(index, SPOKEN, "paix")


KILLED = """
import sys
from pathlib import Path
from tests.search.corpora import corpus, search, spoken

class Corpus(dict):
    def __getitem__(self, name):
        if name == "last":
            print("writing", flush=True)
            sys.stdin.read()
        return super().__getitem__(name)

# more than SQLite keeps in memory, so that the file is half written
words = [spoken(*(f"mot{n}x{k} " * 400 for k in range(300))) for n in range(4)]
many = Corpus(corpus(a=words[0], b=words[1], c=words[2], last=words[3]))
search(Path(sys.argv[1]), many, "mot0x1")
"""


def test_is_whole_after_a_kill_in_the_middle_of_writing(index: Path) -> None:
    """The half-written transaction is undone by whoever comes next."""
    before = index.read_bytes()
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(index)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()

    assert before != index.read_bytes()
    found = search(index, SPOKEN, "paix")
    assert ["La paix revient."] == texts(found)
    assert "" == found.not_kept
    assert before == index.read_bytes()


@pytest.mark.long
def test_answers_whatever_happened_to_the_file(index: Path) -> None:
    """Three thousand random damages: an answer each time, and only what was said."""
    rng = random.Random(1)
    whole = index.read_bytes()
    said = {s.text for found in SPOKEN.values() for s in found.segments}
    for _damage in range(3000):
        broken = bytearray(whole)
        for _byte in range(rng.choice((1, 4, 40))):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        index.write_bytes(
            broken[: rng.choice((len(broken), rng.randrange(len(broken))))]
        )

        found = search(index, SPOKEN, rng.choice(("paix", '"la guerre"', "pea* -war")))

        assert said >= set(texts(found))
        assert "" == found.not_kept
