"""How texts are written."""

import pytest

from mediakit.model.writing import unbroken


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Et ici ?", "Et ici\xa0?"),
        ("Il dit : oui ; non !", "Il dit\xa0: oui\xa0; non\xa0!"),
        ("\xab Moi \xbb", "\xab\xa0Moi\xa0\xbb"),
        ("And here?", "And here?"),
        ("", ""),
    ],
)
def test_no_line_begins_with_a_sign(typed: str, written: str) -> None:
    """What French puts a space before stays with its word."""
    assert written == unbroken(typed)
