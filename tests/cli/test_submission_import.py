"""``mediakit submission import --list``: whose the files are, what was agreed to."""

import json
import shutil
from pathlib import Path

import pytest

from mediakit.library import Library
from tests.conftest import Run, saved
from tests.media_files import sound, video

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Make a folder with two recordings that were sent: of two seconds, and of one."""
    sent = tmp_path / "sent"
    sent.mkdir()
    shutil.copy(video(seconds=2), sent / "river.mp4")
    shutil.copy(sound(), sent / "song.mp3")
    return sent


@pytest.fixture
def awa(run: Run) -> str:
    """Add a person."""
    return str(json.loads(run("person", "add", "Awa", "--json")[1])["id"])


def test_a_list_beside_the_files_says_whose_they_are(
    run: Run, sent: Path, awa: str
) -> None:
    """As spreadsheets in Mali write it: cp1252, semicolons, French headings."""
    table = (
        "Fichier;Contributrice;Consentement;Jusqu'au;Remarque\n"
        f"sent/RIVER.mp4;{awa};web;31/12/2099;Ménaka\n"
        "song.mp3;awa;;;\n"
    )
    (sent / "qui.csv").write_bytes(table.encode("cp1252"))
    status, out, err = run(
        "submission", "import", str(sent), "--list", str(sent / "qui.csv"), "--json"
    )

    assert (0, "") == (status, err)
    river, song = json.loads(out)["received"]
    assert [awa, awa] == [r["submission"]["contributor"] for r in (river, song)]
    assert ("web", "2099-12-31") == tuple(
        river["submission"][name] for name in ("up_to", "until")
    )
    assert "web" == river["needs"]["up_to"]
    assert ["pending"] == [o["cause"] for o in song["needs"]["objections"]]


def test_a_list_with_mistakes_imports_nothing_and_names_them_all(
    run: Run, library: Library, sent: Path, awa: str
) -> None:
    """Whose video it is, is not guessed."""
    (sent / "more").mkdir()
    shutil.copy(sent / "song.mp3", sent / "more" / "song.mp3")
    run("person", "add", "Awa")
    table = (
        "file,contributor,consent,until\n"
        "gone.mp4,Zed,everything,2026-02-30\n"
        "song.mp3,Awa,,\n"
        f"river.mp4,{awa},,\nriver.mp4,{awa},,\n"
    )
    (sent / "who.csv").write_text(table)
    before = saved(library)
    status, out, err = run(
        "submission", "import", str(sent), "--list", str(sent / "who.csv")
    )

    assert (206, "") == (status, out)
    assert before == saved(library)
    assert not library.submissions.exists()
    for said in (
        "Row 2, column file: no file that is imported is called 'gone.mp4'",
        "Row 2, column contributor: nobody is called 'Zed'",
        "Row 2, column consent: there is no consent scope 'everything'",
        "Row 2, column until: '2026-02-30' is no date",
        "Row 3, column file: several files are called 'song.mp3'",
        "Row 3, column contributor: several people are called 'Awa'",
        "Row 5, column file: 'river.mp4' is in the list twice",
        "(cells: 7)",
    ):
        assert said in err


def test_a_list_without_files_says_so(run: Run, sent: Path) -> None:
    """The column is named, and nothing is imported."""
    (sent / "who.csv").write_text("name,consent\nAwa,web\n")
    status, _, err = run(
        "submission", "import", str(sent), "--list", str(sent / "who.csv")
    )

    assert 206 == status
    assert "Row 1, column file: this column is missing" in err
