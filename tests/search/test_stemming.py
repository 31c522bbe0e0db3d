"""Forms of one word have a key in common; words of two languages do not."""

import pytest

from mediakit.search.folding import Token, tokens
from mediakit.search.stemming import query_keys, segment_keys


def word(text: str) -> Token:
    """Return the only word of a text."""
    (token,) = tokens(text)
    return token


def is_found(typed: str, said: str, language: str) -> bool:
    """Tell whether a typed word finds a word that was said."""
    keys = segment_keys(word(said), language)
    return not set(query_keys(word(typed))).isdisjoint(keys)


@pytest.mark.parametrize(
    ("typed", "said", "language"),
    [
        ("migration", "migrations", "fr"),
        ("migrations", "Migration", "en"),
        ("réfugié", "réfugiées", "fr"),
        ("réfugiés", "RÉFUGIÉE", "fr-ML"),
        ("refugie", "réfugiés", "fr"),
        ("securite", "sécurités", "fr"),
        ("deplaces", "déplacé", "fr"),
        ("families", "family", "en"),
        ("الحوار", "حوار", "ar"),
        ("مدرسه", "المدرسة", "ar"),
        # no stemmer: the word itself, and the spellings of other keyboards
        ("ɲɔgɔn", "ɲɔgɔn", "bm"),
        ("nogon", "ɲɔgɔn", "bm"),
        ("nyogon", "ɲɔgɔn", "bm"),
        ("nyaamde", "ñaamde", "ff"),
        ("nga", "ŋa", "bm"),
        ("word", "word", ""),
    ],
)
def test_finds(typed: str, said: str, language: str) -> None:
    """A word finds its other forms, typed with accents or without."""
    assert is_found(typed, said, language)


@pytest.mark.parametrize(
    ("typed", "said", "language"),
    [
        # as English would cut them
        ("running", "run", "fr"),
        ("migrations", "migration", "bm"),
        ("paix", "pays", "fr"),
        # what Snowball does not know to be one word
        ("migrants", "migration", "fr"),
    ],
)
def test_does_not_find(typed: str, said: str, language: str) -> None:
    """A stemmer works on its own language only."""
    assert not is_found(typed, said, language)
