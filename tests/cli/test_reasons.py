"""Reasons are said in the language of whoever reads them."""

import pytest

from mediakit.cli.reasons import in_words_of
from mediakit.errors.base import Reason, Reasons, sentence

WOMEN = Reason(
    sentence(
        "{value}: {share} % of the people heard, {before} % of the draft before it."
    ),
    value=Reason(sentence("women")),
    share=50,
    before=0,
)


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (("bm", "fr-ML"), "femmes : 50 % des personnes entendues"),
        (("en", "fr"), "women: 50 % of the people heard"),
        (("bm",), "women: 50 % of the people heard"),
    ],
)
def test_a_reason_is_said_in_a_language(tags: tuple[str, ...], said: str) -> None:
    """With its values; without texts in it, in that of whoever is there."""
    assert said in in_words_of(tags, WOMEN).replace("\N{NO-BREAK SPACE}", " ")
    assert said in in_words_of(tags, Reasons(WOMEN)).replace("\N{NO-BREAK SPACE}", " ")
