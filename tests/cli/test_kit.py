"""The commands that make kits and verify them."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.kits import KitDamaged, KitWithdrawn, NotAKit
from mediakit.library import Library
from mediakit.model.person import Person
from tests.conftest import Run
from tests.consents import withdraw
from tests.kit_libraries import Evening, an_evening, items_of, put_voiceover

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    return an_evening(library, catalog)


def test_a_kit_is_made_and_verified(run: Run, evening: Evening) -> None:
    """As a person would, then as one who was given it."""
    status, out, err = run("playlist", "kit", evening.playlist, "--as", "m3u8")
    use, path = out.splitlines()[0].split("  ")

    assert (0, "") == (status, err)
    assert "2 parts, of which 2 had to be made." in out
    assert use.startswith("u-")
    status, out, _err = run("kit", "verify", path)
    assert (0, True) == (status, "It is as it was made: 3 files." in out)
    status, out, _err = run("playlist", "kit", evening.playlist, "--as", "m3u8")
    assert (0, True) == (status, "nothing has changed since" in out)


def test_as_json(run: Run, evening: Evening) -> None:
    """All of it, for programs."""
    put_voiceover(evening, items_of(evening)[0])
    words = ("playlist", "kit", evening.playlist, "--as", "folder", "--json")

    made = json.loads(run(*words, "--voiceover", "bm", "--bag")[1])
    told = json.loads(run("kit", "verify", made["path"], "--json")[1])

    assert [{"language": "bm", "subtitles": [], "voiceovers": ["A3C"]}] == (
        made["lacking"]
    )
    assert ("kit", False) == (made["use"]["kind"], made["reused"])
    assert (made["use"]["id"], True) == (told["manifest"]["use"], told["known"])


def test_what_is_lacking_is_said(run: Run, evening: Evening) -> None:
    """Which items have no voice-over."""
    put_voiceover(evening, items_of(evening)[0])
    words = ("playlist", "kit", evening.playlist, "--as", "folder")

    status, _out, err = run(*words, "--voiceover", "bm")

    assert (0, "Without a voice-over in bm: A3C\n") == (status, err)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "disc"), "Invalid value for '--as'"),
        (("--as", "sound", "--voiceover", "bm", "--voiceover", "fr"), "only once"),
        (("--as", "video", "--subtitles", "bm", "--subtitles", "fr"), "only once"),
        (("--as", "wall-cards", "--voiceover", "bm"), "--voiceover is for nothing"),
        (("--as", "run-sheet", "--height", "360p"), "--height is for nothing"),
        (("--as", "sound", "--subtitles", "bm"), "--subtitles is for nothing"),
        ((), "Missing option '--as'"),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, evening: Evening, words: tuple[str, ...], said: str
) -> None:
    """With a usage error."""
    status, _out, err = run("playlist", "kit", evening.playlist, *words)

    assert (2, True) == (status, said in err), err


def test_a_kit_on_a_stick_is_asked_back_by_its_place(
    run: Run, evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody would look for it in the library."""
    monkeypatch.setenv("COLUMNS", "400")
    path = evening.kit(output=tmp_path / "stick").path
    withdraw(evening.catalog, evening.catalog.read().all(Person)[0])

    status, out, _err = run("use", "recall")

    assert (0, True) == (status, f"  Made at {path}\n" in out), out


def test_the_status_of_verifying_says_what_is_wrong(
    run: Run, evening: Evening, tmp_path: Path
) -> None:
    """Damaged, withdrawn, or no kit."""
    path = evening.kit().path
    (path / "new").write_text("x")

    assert KitDamaged.exit_status == run("kit", "verify", str(path))[0]
    withdraw(evening.catalog, evening.catalog.read().all(Person)[0])
    assert KitWithdrawn.exit_status == run("kit", "verify", str(path))[0]
    assert NotAKit.exit_status == run("kit", "verify", str(tmp_path))[0]
