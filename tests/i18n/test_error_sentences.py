"""The sentences of errors: formatted in both languages, whatever happened."""

import json
import os
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from tests.builders import a_clip
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
    said = _in_french(library, "add", str(tmp_path / "missing.mp4"))

    assert "introuvable" in said
    assert "No such file" not in said


def test_a_reason_with_values_is_translated_too(
    library: Library, catalog: Catalog
) -> None:
    """The sentence is French throughout, in JSON too; the value there is English."""
    library.settings_file.write_text("languages = 3", "utf-8")
    with catalog.change() as change:
        change.put(a_clip())

    said = _in_french(library, "transcribe")
    answer = json.loads(_in_french(library, "transcribe", "--json"))["error"]

    expected = (
        f"Les réglages dans {library.settings_file} ne peuvent pas être lus\xa0: "
        "languages doit être une liste de textes. Corrigez cette ligne et réessayez."
    )
    assert f"Erreur\xa0: {expected}\n" == said
    assert expected == answer["message"]
    assert "languages must be a list of texts" == answer["details"]["reason"]


def test_a_sentence_within_a_sentence_is_said_in_french(library: Library) -> None:
    """Not its reason alone: whatever of it is one."""
    assert "codé ainsi\xa0: citations fortes." in _in_french(library, "film", "draft")


def _in_french(library: Library, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "mediakit", "--library", str(library.root), *words],
        env={**os.environ, "MEDIAKIT_LANG": "fr", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stderr
