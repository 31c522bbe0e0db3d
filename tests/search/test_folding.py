"""Words are compared without what people leave out when they type."""

# ruff: noqa: RUF001 letters that look like others are what this file is about
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.search.folding import fold, tokens


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        # French
        ("Éàçùîôüÿ", "eacuiouy"),
        ("cœur", "coeur"),
        ("ŒUVRE", "oeuvre"),
        ("ex\u00e6quo", "exaequo"),
        ("e\u0301te\u0301", "ete"),
        ("ﬁnir", "finir"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        # Bambara, Fulfulde, Songhay, Tamasheq
        ("ɲɔgɔn", "nogon"),
        ("ƁIƊƊO", "biddo"),
        ("ɓiɗɗo", "biddo"),
        ("ƴama", "yama"),
        ("Ŋ\u025b\u0301", "ne"),
        ("ñaamde", "naamde"),
        ("tǝla", "tela"),
        ("ⴰⵎⴰⵣⵉⵖ", "ⴰⵎⴰⵣⵉⵖ"),
        ("𞤆𞤵𞤤𞤢𞤪", "𞤨𞤵𞤤𞤢𞤪"),
        ("ߒߞߏ\u07eb", "ߒߞߏ"),
        # Arabic
        ("السَّلَامُ", "السلام"),
        ("ســـلام", "سلام"),
        ("أإآٱا", "ااااا"),
        ("مدرسة", "مدرسه"),
        ("على", "علي"),
        ("عیک", "عيك"),
        ("مسؤول", "مسوول"),
        ("ﻻ", "لا"),
        ("٢٠٢٦", "2026"),
        # invisible signs inside a word
        ("ques\u00adtion", "question"),
        ("می\u200cخواهم", "ميخواهم"),
        # numbers
        ("m²", "m2"),
    ],
)
def test_folds(written: str, folded: str) -> None:
    """Case, marks, ligatures, hooks and forms of one letter do not count."""
    assert (folded,) == fold(written)
    assert (folded,) == fold(unicodedata.normalize("NFD", written))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’école", ["l", "ecole"]),
        ("l'école", ["l", "ecole"]),
        ("lʼécole", ["l", "ecole"]),
        ("aujourd’hui, peut-être…", ["aujourd", "hui", "peut", "etre"]),
        ("n'a k’a", ["n", "a", "k", "a"]),
        ("snake_case a.b", ["snake", "case", "a", "b"]),
        ("ﷺ", ["صلي", "الله", "عليه", "وسلم"]),
        ("— « ?! » ❤\ufe0f", []),
        ("a\0b\ud800c", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_separates_words(text: str, words: list[str]) -> None:
    """Apostrophes of every shape, hyphens and punctuation end a word."""
    assert words == [token.folded for token in tokens(text)]


def test_knows_where_words_stand_though_folding_changes_their_length() -> None:
    """Places are counted in the text as it is written."""
    text = "Les cœurs, ré\u0301els ; ﬁn de l’œuvre."

    found = [text[token.start : token.end] for token in tokens(text)]

    assert ["Les", "cœurs", "ré\u0301els", "ﬁn", "de", "l", "œuvre"] == found


@given(st.text())
def test_what_was_folded_folds_to_itself(text: str) -> None:
    """A word of the index, typed as a query, finds itself."""
    words = [token.folded for token in tokens(text)]

    assert words == [again.folded for word in words for again in tokens(word)]


@given(st.text())
def test_words_are_in_the_text_in_their_order(text: str) -> None:
    """Places never overlap backwards, and none is empty."""
    found = list(tokens(text))

    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert found == sorted(found, key=lambda token: (token.start, token.end))


@given(st.text())
def test_nothing_in_a_word_is_a_sign_of_the_index_language(text: str) -> None:
    """Quotes, stars, colons and spaces never come out of folding."""
    assert not set('"*:^(){}+-. \0') & set("".join(t.folded for t in tokens(text)))
