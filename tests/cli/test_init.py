"""``mediakit init``."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.start import start
from mediakit.library import Library
from tests.builders import a_clip


def test_makes_a_library_that_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Settings a person can read, an empty catalog, and the three folders."""
    folder = tmp_path / "mali"

    made = start(["init", str(folder), "--name", 'Le "Mali"\n', "--language", "fra"])
    listed = start(["--library", str(folder), "list"])

    settings = tomllib.loads((folder / "mediakit.toml").read_text("utf-8"))
    assert (0, 0) == (made, listed)
    assert 'Le "Mali"\n' == settings["name"]
    assert ["fr"] == settings["languages"]
    assert {"assets", "transcripts", "exports", "catalog.json", "mediakit.toml"} <= {
        path.name for path in folder.iterdir()
    }
    assert "No clips." in capsys.readouterr().out


def test_writes_remarks_in_the_persons_language(
    library: Library, tmp_path: Path
) -> None:
    """A French settings file says the same to the program."""
    folder = tmp_path / "french" / "Mali"

    subprocess.run(
        [sys.executable, "-m", "mediakit", "init", str(folder)],
        env={**os.environ, "MEDIAKIT_LANG": "fr"},
        capture_output=True,
        check=True,
    )

    french = (folder / "mediakit.toml").read_text("utf-8")
    assert "# Les réglages de cette bibliothèque." in french
    assert "The settings" not in french
    english = library.settings_file.read_text("utf-8")
    assert tomllib.loads(english) == tomllib.loads(french)


def test_refuses_a_folder_in_use(tmp_path: Path) -> None:
    """A library, a folder with other things, and a file are left as they are."""
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("dear")
    start(["init", str(tmp_path / "mali")])

    assert 11 == start(["init", str(tmp_path / "mali")])
    assert 12 == start(["init", str(full)])
    assert 12 == start(["init", str(full / "letter.txt")])
    assert ["letter.txt"] == [path.name for path in full.iterdir()]


def test_finishes_what_was_cut_short(tmp_path: Path) -> None:
    """Folders and a catalog without settings are an earlier attempt."""
    start(["init", str(tmp_path / "mali")])
    (tmp_path / "mali" / "mediakit.toml").unlink()

    assert 0 == start(["init", str(tmp_path / "mali")])


def test_outside_a_library_says_what_to_do(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sentence names the folder and the way out."""
    monkeypatch.chdir(tmp_path)

    status = start(["list"])

    assert 10 == status
    assert "mediakit init" in capsys.readouterr().err


def test_works_from_any_folder_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is found upwards."""
    start(["init", str(tmp_path / "mali")])
    monkeypatch.chdir(tmp_path / "mali" / "assets")

    assert 0 == start(["list"])


def test_settings_that_cannot_be_read_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A typing mistake in mediakit.toml is one sentence with file and reason."""
    start(["init", str(tmp_path / "mali")])
    settings = tmp_path / "mali" / "mediakit.toml"
    settings.write_text("languages = 3", "utf-8")
    with Catalog(settings.with_name("catalog.json"), author="Awa").change() as change:
        change.put(a_clip())

    status = start(["--library", str(settings.parent), "transcribe"])

    assert 13 == status
    assert f"{settings} cannot be read: languages must be" in capsys.readouterr().err
