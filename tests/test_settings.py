"""Reading ``mediakit.toml``, whoever wrote it."""

import pytest

from mediakit.errors.library import SettingsInvalid
from mediakit.library import Library
from mediakit.settings import read_settings


def test_absurdly_nested_settings_are_refused(library: Library) -> None:
    """What is nested deeper than the reader goes has an error of its own."""
    library.settings_file.write_text("name = " + "[" * 5_000)

    with pytest.raises(SettingsInvalid):
        read_settings(library)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('policy = "lax"', "the policy 'lax' is not known"),
        ('scopes = ["film", "web"]', "scopes must begin with 'internal'"),
        ('scopes = ["internal", "film", "film"]', "'film' cannot be a scope"),
        ('scopes = ["internal", "research"]', "'research' cannot be a scope"),
        ('scopes = ["internal", "none"]', "'none' cannot be a scope"),
        ('scopes = ["internal", " "]', "' ' cannot be a scope"),
    ],
)
def test_consent_that_nobody_could_keep_is_refused(
    library: Library, line: str, said: str
) -> None:
    """What it means must be certain before anything leaves."""
    library.settings_file.write_text(f"[consent]\n{line}\n")

    with pytest.raises(SettingsInvalid, match=said):
        read_settings(library)


def test_a_programme_may_have_rungs_of_its_own(library: Library) -> None:
    """And let unknown voices pass."""
    library.settings_file.write_text(
        '[consent]\nscopes = ["internal", "village", "radio"]\npolicy = "warn"\n'
    )

    settings = read_settings(library)

    assert (("internal", "village", "radio"), "warn") == (
        settings.scopes,
        settings.policy,
    )
