"""Language tags."""

import pytest

from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.model.language import normalize_tag, primary


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fr", "fr"),
        ("FRA", "fr"),
        ("fre", "fr"),
        ("bam", "bm"),
        ("taq", "taq"),
        ("fr_ml", "fr-ML"),
        ("zh-hant-tw", "zh-Hant-TW"),
        (" ses ", "ses"),
    ],
)
def test_writes_a_tag_in_its_usual_spelling(typed: str, expected: str) -> None:
    """The shortest code, the region in capitals."""
    assert expected == normalize_tag(typed)


@pytest.mark.parametrize("typed", ["", "f", "french", "fr-", "12", "fr--ML", "é"])
def test_refuses_what_is_no_tag(typed: str) -> None:
    """A name of a language is not its tag."""
    with pytest.raises(LanguageNotUnderstood):
        normalize_tag(typed)


def test_the_primary_language_has_no_region() -> None:
    """Regions do not matter to speech models."""
    assert "fr" == primary("fr-ML")
    assert "fr" == primary("fr")
