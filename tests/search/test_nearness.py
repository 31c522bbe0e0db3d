"""Words near each other."""

from pathlib import Path

import pytest

from mediakit.search.index import ask
from mediakit.search.nearness import Nearness
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Question
from tests.search.corpora import corpus, spoken, texts

TEXT = "les puits sont loin et l'eau des anciens puits manque"


@pytest.mark.parametrize(
    ("typed", "fewest"),
    [
        ("puits eau", 2),
        ("eau puits", 2),
        ("puits loin", 1),
        ("puits anciens", 0),
        ('"eau des anciens" manque', 1),
        ("eau loin manquer", 5),
        ("(zèbre OR eau) loin", 2),
    ],
)
def test_counts_the_words_between(typed: str, fewest: int) -> None:
    """In either order, in any form, wherever they stand closest."""
    assert Nearness(parse(typed), fewest).holds(TEXT, "fr")
    assert fewest == 0 or not Nearness(parse(typed), fewest - 1).holds(TEXT, "fr")


def test_is_not_near_what_is_not_there() -> None:
    """Every part must stand somewhere."""
    assert not Nearness(parse("eau zèbre"), 99).holds(TEXT, "fr")


def test_takes_little_time_for_words_said_often() -> None:
    """A page that says three words a thousand times each is read once."""
    text = "eau puits feu " * 1000

    assert Nearness(parse("eau puits feu"), 0).holds(text, "fr")


def test_narrows_a_search(tmp_path: Path) -> None:
    """Over the end of a segment, too, where no single one will do."""
    said = corpus(
        a=spoken("le puits loin de toute eau", "le puits et l'eau"),
        b=spoken("le puits", "et l'eau", "le feu et", "rien de rien feu peur"),
    )

    def near(typed: str, most: int) -> list[str]:
        question = Question(query=parse(typed), near=most)
        versions = dict.fromkeys(said, "1")
        *_read, found = ask(
            tmp_path / "index.sqlite", versions, said.__getitem__, question
        )
        assert isinstance(found, Answer)
        return texts(found)

    assert ["le puits et l'eau"] == near("puits eau", 2)
    assert {"le puits loin de toute eau", "le puits et l'eau"} == set(
        near("puits eau", 3)
    )
    assert ["et l'eau le feu et"] == near("eau feu", 1)
    assert [] == near("eau feu", 0)
