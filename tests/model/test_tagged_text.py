"""Texts that say their language."""

import pytest

from mediakit.model.tagged_text import split_tag


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fr:Et chez nous ?", ("fr", "Et chez nous ?")),
        ("ar: وماذا عنّا؟", ("ar", "وماذا عنّا؟")),
        ("fra-ml:Oui", ("fr-ML", "Oui")),
        ("fr:", ("fr", "")),
        ("Et chez nous ?", ("", "Et chez nous ?")),
        ("Et : pourquoi ?", ("", "Et : pourquoi ?")),
        ("NB: pourquoi ?", ("", "NB: pourquoi ?")),
        ("Question: pourquoi ?", ("", "Question: pourquoi ?")),
        ("abcd:texte", ("", "abcd:texte")),
        ("fr-a:texte", ("", "fr-a:texte")),
        ("", ("", "")),
    ],
)
def test_the_language_is_told_from_the_text(
    typed: str, expected: tuple[str, str]
) -> None:
    """A sentence with a colon is a sentence."""
    assert expected == split_tag(typed)
