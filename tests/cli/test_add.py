"""``mediakit add``: what people see of adding."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from tests.conftest import Run
from tests.media_files import picture, sound, video

pytestmark = pytest.mark.ffmpeg

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """Make a folder with one recording."""
    card = tmp_path / "card"
    card.mkdir()
    shutil.copy(sound(), card / "accueil.mp3")
    return card


def test_prints_a_line_for_each_clip(run: Run, card: Path) -> None:
    """Id, length, kind, what happened, title; nothing else on standard output."""
    status, out, err = run("add", str(card))

    assert (0, "") == (status, err)
    _id, length, kind, how, title = out.split()
    assert ("0:01", "sound", "added", "accueil") == (length, kind, how, title)


def test_says_what_was_there_already(run: Run, card: Path) -> None:
    """That is no error."""
    run("add", str(card))
    status, out, _ = run("add", str(card))

    assert 0 == status
    assert "there already" in out


def test_a_batch_with_refusals_has_a_status_of_its_own(run: Run, card: Path) -> None:
    """The good is added, each bad file is named with its reason at the end."""
    (card / "vide.mp4").touch()
    (card / "notes.txt").write_text("bonjour")
    status, out, err = run("add", str(card))

    assert 3 == status
    assert "accueil" in out
    assert f"Not added: {card / 'vide.mp4'} is empty." in err
    assert f"Left out, no recording: {card / 'notes.txt'}" in err
    assert "1 of 2 could not be done" in err


def test_one_file_alone_fails_with_its_own_status(run: Run, tmp_path: Path) -> None:
    """A script can tell the reasons apart."""
    shutil.copy(picture(), tmp_path / "photo.jpg")
    (tmp_path / "texte.mp4").write_text("bonjour")

    assert 35 == run("add", str(tmp_path / "photo.jpg"))[0]
    assert 31 == run("add", str(tmp_path / "texte.mp4"))[0]
    assert 19 == run("add", str(tmp_path / "absent.mp4"))[0]


def test_a_folder_without_recordings_is_an_error(run: Run, tmp_path: Path) -> None:
    """Nothing pretends to have been done."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "notes.txt").write_text("bonjour")
    status, out, err = run("add", str(tmp_path / "papers"))

    assert (94, "") == (status, out)
    assert "no video or sound recording" in err


def test_answers_in_json(run: Run, card: Path) -> None:
    """Everything that is said in words is there for programs."""
    (card / "vide.mp4").touch()
    (card / "notes.txt").write_text("bonjour")
    _, out, _ = run("add", str(card), "--json")

    document = json.loads(out)
    assert ["accueil"] == [one["clip"]["title"] for one in document["added"]]
    assert ["media_empty"] == [one["code"] for one in document["refused"]]
    assert ["not_media"] == [one["code"] for one in document["left_out"]]


def test_a_title_is_for_one_file(run: Run, card: Path) -> None:
    """Two clips cannot be told apart by it."""
    shutil.copy(video(), card / "b.mp4")

    assert 2 == run("add", str(card), "--title", "Awa")[0]
    status, out, _ = run("add", str(card / "b.mp4"), "--title", "Awa")
    assert (0, "Awa") == (status, out.split()[-1])


def test_an_unknown_session_adds_nothing(
    run: Run, library: Library, card: Path
) -> None:
    """It is told first."""
    status, _, err = run("add", str(card), "--session", "s-zzzz")

    assert 25 == status
    assert "s-zzzz" in err
    assert [] == list(library.assets.iterdir())


def test_remarks_on_what_people_should_know(run: Run, tmp_path: Path) -> None:
    """Silence, a cut end and coordinates are told, and no reason to refuse."""
    whole = video(".mkv", seconds=3, options=("-metadata", "location=+16.27-000.04/"))
    content = whole.read_bytes()
    (tmp_path / "cut.mkv").write_bytes(content[: len(content) // 2])
    shutil.copy(video(sound=False), tmp_path / "silent.mp4")
    status, _, err = run("add", str(tmp_path / "cut.mkv"), str(tmp_path / "silent.mp4"))

    assert 0 == status
    assert "cut seems to be cut short" in err
    assert "silent has no sound" in err
    assert "1 original holds the coordinates" in err
    assert "16.27" not in err


INTERRUPTED = """
import os, signal, sys
from mediakit.cli.start import start
from mediakit.workflows import take_in_media

tasks = 0

def patience(task):
    global tasks
    tasks += 1
    if tasks == 5:
        os.killpg(0, signal.SIGINT)
    return 60

if __name__ == "__main__":
    take_in_media._patience, take_in_media.threads = patience, lambda: 2
    sys.exit(start(sys.argv[1:]))
"""


@posix
def test_ctrl_c_keeps_what_is_done(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Status 130, one sentence, no traceback, no half-made file."""
    card = tmp_path / "card"
    card.mkdir()
    for number in range(9):
        (card / f"{number}.mp3").write_bytes(sound().read_bytes() + bytes([number]))
    script = tmp_path / "script.py"
    script.write_text(INTERRUPTED)

    ended = subprocess.run(
        [sys.executable, script, "--library", library.root, "add", card],
        check=False,
        capture_output=True,
        text=True,
        start_new_session=True,
    )

    assert (130, "") == (ended.returncode, ended.stdout)
    assert ["Interrupted."] == [
        line.split()[0] for line in ended.stderr.split("\n") if line
    ]
    assert 1 <= len(catalog.read().all(Clip)) < 9
    files = [path for path in library.assets.rglob("*") if path.is_file()]
    assert len(files) == len(catalog.read().all(Clip))
