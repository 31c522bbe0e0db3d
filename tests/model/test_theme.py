"""Themes."""

import pytest

from mediakit.errors.themes import ThemePathInvalid
from mediakit.model.ids import ThemeId
from mediakit.model.theme import Theme, theme_path


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Insécurité / Confiance", "insecurite/confiance"),
        ("trust", "trust"),
        ("Trust in Forces", "trust-in-forces"),
        ("a//b", None),
        ("/", None),
        ("…", None),
    ],
)
def test_a_theme_is_typed_as_people_write(typed: str, expected: str | None) -> None:
    """Accents, capitals and spaces do not matter; empty levels are refused."""
    if expected is None:
        with pytest.raises(ThemePathInvalid):
            theme_path(typed)
        return

    assert expected == theme_path(typed)


def test_a_theme_contains_those_below_it() -> None:
    """A theme whose name merely begins alike is not below it."""
    trust, below, beside = (
        Theme(id=ThemeId(f"th-{path}"), path=path, labels={})
        for path in ("trust", "trust/forces", "trusting")
    )

    assert trust.contains(trust)
    assert trust.contains(below)
    assert not trust.contains(beside)
    assert not below.contains(trust)
