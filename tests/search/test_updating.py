"""What a correction costs: what it changed, and no more."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mediakit.model.ids import TranscriptId
from mediakit.search.index import ask
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Question
from tests.search.corpora import Corpus, corpus, spoken

OLD, NEW = TranscriptId("old"), TranscriptId("new")
TEXTS = ("La paix.", "Les puids sont loin.", "L'eau manque.")
BEFORE = corpus(old=spoken(*TEXTS), other=spoken("Rien."))
SAME_SIZE = spoken(TEXTS[0], "Les puits sont loin.", TEXTS[2])
JOINED = spoken(TEXTS[0], "Les puits sont loin. L'eau manque.")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Return a place for an index."""
    return tmp_path / "index.sqlite"


def _total(index: Path, said: Corpus, typed: str) -> int:
    heirs = {OLD: NEW} if NEW in said else {}
    wanted = dict.fromkeys(said, "1")
    question = Question(query=parse(typed))
    *_read, found = ask(index, wanted, said.__getitem__, question, heirs)
    assert isinstance(found, Answer)
    return found.total


@pytest.mark.parametrize("corrected", [SAME_SIZE, JOINED])
def test_finds_what_was_corrected(index: Path, corrected: object) -> None:
    """And what was said before no more; whatever else was said is still found."""
    after = {**corpus(other=spoken("Rien.")), NEW: corrected}
    assert 1 == _total(index, BEFORE, "puids")

    assert 1 == _total(index, after, "puits")  # type: ignore[arg-type]
    assert 0 == _total(index, after, "puids")  # type: ignore[arg-type]
    assert 1 == _total(index, after, "eau")  # type: ignore[arg-type]
    assert 1 == _total(index, after, "rien")  # type: ignore[arg-type]


def test_writes_only_the_segments_that_differ(index: Path) -> None:
    """Of a transcript that keeps its segments, those keep their numbers."""

    def numbers() -> dict[str, int]:
        with closing(sqlite3.connect(index)) as connection:
            return dict(connection.execute("SELECT text, id FROM segments"))

    _total(index, BEFORE, "paix")
    before = numbers()
    _total(index, {NEW: SAME_SIZE, **corpus(other=spoken("Rien."))}, "paix")
    after = numbers()

    assert {"Les puits sont loin."} == after.keys() - before.keys()
    assert before["Les puids sont loin."] == after["Les puits sont loin."]
    assert before["La paix."] == after["La paix."]


def test_erases_what_no_version_stands_for(index: Path) -> None:
    """A name that was corrected is gone from the file once its clip is."""
    _total(index, BEFORE, "paix")
    _total(index, {NEW: SAME_SIZE}, "paix")
    _total(index, {}, "paix")

    left = index.read_bytes()
    assert b"puids" not in left
    assert b"puits" not in left


def test_goes_on_where_it_was_interrupted(index: Path) -> None:
    """Who stops the first search of a large library does not begin again."""
    said = corpus(**{f"t{number}": spoken("La paix.") for number in range(120)})
    wanted = dict.fromkeys(said, "1")
    question = Question(query=parse("paix"))

    interrupted = ask(index, wanted, said.__getitem__, question)
    for _event, _number in zip(interrupted, range(110), strict=False):
        pass
    interrupted.close()  # type: ignore[attr-defined] # a generator
    *read, found = ask(index, wanted, said.__getitem__, question)

    assert 20 == len(read)
    assert isinstance(found, Answer)
    assert 120 == found.total
