"""``mediakit doctor``: what this machine can do."""

import json
import re
import sys
from pathlib import Path

import pytest

from mediakit.cli.start import start
from tests.fakes.ffmpegs import RECENT, fake_ffmpeg

needs_scripts = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows runs no scripts by their first line"
)


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
    assert {"aac", "libx264"} < set(found["abilities"]["encoders"])
    assert {"ass", "atrim"} < set(found["abilities"]["filters"])


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


@needs_scripts
def test_says_what_an_ffmpeg_lacks_and_what_will_not_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Every kind of work that needs it, in a sentence each."""
    small = fake_ffmpeg(
        tmp_path,
        encoders=" V....D libx264  H.264\n A....D aac  AAC\n A..X.. opus  Opus\n",
        filters=" ... crop  V->V  Crop.\n .S. scale  V->V  Scale.\n | = Source\n",
    )
    monkeypatch.setenv("MEDIAKIT_FFMPEG", str(small))

    status = start(["doctor"])

    out, err = capsys.readouterr()
    assert 114 == status
    assert re.search(r"^Encoders +aac libx264$", out, re.MULTILINE)
    assert re.search(r"^Filters +crop scale$", out, re.MULTILINE)
    assert f"{small} lacks flac, libmp3lame, libopus" in err
    assert "sound bites cannot be made in every format" in err
    assert "films cannot be made" in err


@needs_scripts
def test_says_why_the_systems_ffmpeg_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Whoever installed it wants to know."""
    old = fake_ffmpeg(tmp_path, RECENT.replace("57. 28", "57. 17"))
    monkeypatch.setenv("PATH", str(tmp_path))

    status = start(["doctor"])

    out, _err = capsys.readouterr()
    assert 0 == status
    assert "(came with mediakit)" in out
    assert f"Not taken: {old} is older than 5.1" in out


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
