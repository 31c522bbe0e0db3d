"""What was looked for is shown where it stands in the text."""

# ruff: noqa: RUF001 transcripts have typographic apostrophes
import pytest

from mediakit.search.highlight import marks
from mediakit.search.parsing import parse


def highlighted(typed: str, text: str, language: str = "fr") -> str:
    """Return a text with what a query finds in brackets."""
    parts, end = [], 0
    for start, stop in marks(parse(typed), text, language):
        parts += [text[end:start], "[", text[start:stop], "]"]
        end = stop
    return "".join([*parts, text[end:]])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("école", "De l’[École] au cœur, les ré\u0301fugié\u0301es ﬁnissent l’œuvre."),
        ("coeurs", "De l’École au [cœur], les ré\u0301fugié\u0301es ﬁnissent l’œuvre."),
        (
            "refugiee",
            "De l’École au cœur, les [ré\u0301fugié\u0301es] ﬁnissent l’œuvre.",
        ),
        ("fini*", "De l’École au cœur, les ré\u0301fugié\u0301es [ﬁnissent] l’œuvre."),
        (
            '"l\'oeuvre"',
            "De l’École au cœur, les ré\u0301fugié\u0301es ﬁnissent [l’œuvre].",
        ),
        (
            '"ecole au coe"* OR zèbre',
            "De l’[École au cœur], les ré\u0301fugié\u0301es ﬁnissent l’œuvre.",
        ),
        ("zèbre", "De l’École au cœur, les ré\u0301fugié\u0301es ﬁnissent l’œuvre."),
    ],
)
def test_marks_the_right_characters(typed: str, shown: str) -> None:
    """Also where folding makes words longer or shorter than they are written."""
    text = "De l’École au cœur, les ré\u0301fugié\u0301es ﬁnissent l’œuvre."

    assert shown == highlighted(typed, text)


def test_does_not_mark_what_was_not_wanted() -> None:
    """Only what made the segment a hit is shown."""
    assert "La [paix], la guerre" == highlighted("paix -guerre", "La paix, la guerre")


def test_joins_marks_that_overlap() -> None:
    """A word inside a phrase is not marked twice."""
    assert "[la la la] et [la]" == highlighted('"la la" OR l*', "la la la et la")


def test_marks_by_the_language_of_the_segment() -> None:
    """A word that French would cut alike is another word in Bambara."""
    assert "[Migrations]" == highlighted("migration", "Migrations", "fr")
    assert "Migrations" == highlighted("migration", "Migrations", "bm")


def test_marks_nothing_where_nothing_was_asked() -> None:
    """A query without a word has no marks."""
    assert () == marks(parse("?!"), "La paix ?!", "fr")
