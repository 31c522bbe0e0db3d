"""``mediakit doctor``: what this machine can do."""

import json
import re
from pathlib import Path

import pytest

from mediakit.cli.start import start


def test_tells_what_is_there_outside_any_library(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Programs, libraries, models and room, on one screen."""
    monkeypatch.chdir(tmp_path)

    status = start(["doctor"])

    out, err = capsys.readouterr()
    assert (0, "") == (status, err)
    assert 24 > len(out.splitlines())
    for word in ("ffmpeg", "PyAV", "faster-whisper", str(tmp_path), "GB"):
        assert word in out


def test_tells_it_to_programs_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same, with numbers as numbers."""
    status = start(["doctor", "--json"])

    found = json.loads(capsys.readouterr().out)
    assert (0, []) == (status, found["problems"])
    assert found["free"] > 0
    assert found["ffmpeg"]["version"]


def test_fails_where_something_needed_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All the rest is told all the same."""
    monkeypatch.setenv("MEDIAKIT_FFMPEG", "/nowhere/ffmpeg")

    status = start(["doctor"])

    out, err = capsys.readouterr()
    assert 38 == status
    assert "/nowhere/ffmpeg" in err
    assert "PyAV" in out


def test_lists_the_models_that_are_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A damaged one is a problem, not the end."""
    monkeypatch.setenv("MEDIAKIT_MODELS", str(tmp_path))

    start(["doctor"])
    whole = capsys.readouterr().out
    (tmp_path / "torn").mkdir()
    (tmp_path / "torn" / "model.json").write_text("{")
    status = start(["doctor"])

    out, err = capsys.readouterr()
    assert re.search(r"^Models +demo$", whole, re.MULTILINE)
    assert 60 == status
    assert str(tmp_path) in out
    assert "torn" in err
