"""Reading ``mediakit.toml``, whoever wrote it."""

import pytest

from mediakit.errors import SettingsInvalid
from mediakit.settings import Library, read_settings


def test_absurdly_nested_settings_are_refused(library: Library) -> None:
    """What is nested deeper than the reader goes has an error of its own."""
    library.settings_file.write_text("name = " + "[" * 5_000)

    with pytest.raises(SettingsInvalid):
        read_settings(library)
