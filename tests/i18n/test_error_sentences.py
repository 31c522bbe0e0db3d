"""The sentences of errors: formatted in both languages, whatever happened."""

import os
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest

from mediakit.errors import MediakitError
from mediakit.settings import Library
from tools import texts

with texts.COMPILED.open("rb") as _file:
    FRENCH = GNUTranslations(_file)


@pytest.mark.parametrize("kind", MediakitError.__subclasses__())
def test_every_sentence_shows_its_values(kind: type[MediakitError]) -> None:
    """Each value comes out in English and in French, and no brace stays."""
    names = {
        name for _text, name, _spec, _how in Formatter().parse(kind.message) if name
    }
    details = {name: f"<{name}>" for name in names}

    english = str(kind(**details))
    french = FRENCH.gettext(kind.message).format(**details)

    assert english != french
    for sentence in (english, french):
        assert [] == [value for value in details.values() if value not in sentence]
        assert not set("{}") & set(sentence)


def test_what_the_system_says_is_translated_too(
    library: Library, tmp_path: Path
) -> None:
    """A missing file is answered in one language."""
    words = ["--library", str(library.root), "add", str(tmp_path / "missing.mp4")]

    done = subprocess.run(
        [sys.executable, "-m", "mediakit", *words],
        env={**os.environ, "MEDIAKIT_LANG": "fr", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "introuvable" in done.stderr
    assert "No such file" not in done.stderr
