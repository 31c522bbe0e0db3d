"""``mediakit transcript edit``: a sheet, and whatever editors do to it."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import Run, saved

CLIP = a_clip()
SEGMENTS = (
    Segment(start=0, end=1500, text="Oui, venez."),
    Segment(start=2000, end=4000, text="À demain."),
)

NO_FILE = 19


@pytest.fixture(autouse=True)
def record(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep a transcript."""
    with catalog.change() as change:
        change.put(CLIP)
    words = Transcript(clip=CLIP.id, language="fr", segments=SEGMENTS)
    return keep_transcript(library, catalog, words, state=State.MACHINE)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a program the editor: it does to the sheet what its script says."""
    script = tmp_path / "editor.py"
    program = tmp_path / "editor"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    program.chmod(stat.S_IRWXU)
    monkeypatch.setenv("VISUAL", str(program))
    return script


def _kept(err: str) -> Path:
    """Return the file that the first line of messages says the words are in."""
    told = err.splitlines()[0].removeprefix("What you wrote is in ")
    return Path(told.removesuffix(". Once it is right, --from takes it."))


def _newest(run: Run) -> str:
    """Return the id of the clip's newest transcript."""
    listed = json.loads(run("transcript", "list", CLIP.id, "--json")[1])
    return str(listed[-1]["id"])


def _shown(run: Run) -> str:
    return run("transcript", "show", CLIP.id)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the editor")
def test_an_editor_corrects_a_transcript(run: Run, editor: Path) -> None:
    """What is written there becomes the new version, and its sheet is gone."""
    editor.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text('utf-8').replace('venez', 'partez')\n"
        "path.write_text(text + '[0:05 - 0:06] Oui.', 'utf-8')\n"
        f"open({str(editor)!r} + '.told', 'w').write(str(path))\n"
    )

    status, out, err = run("transcript", "edit", CLIP.id)

    assert (0, "2 segments written otherwise.\n") == (status, err)
    assert out.startswith("t-")
    assert "Oui, partez." in _shown(run)
    assert not Path(Path(f"{editor}.told").read_text("utf-8")).parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the editor")
def test_what_was_written_is_not_lost_to_a_mistake(
    run: Run, library: Library, editor: Path
) -> None:
    """A sheet that cannot be read stays where it is, and is named."""
    before = saved(library)
    editor.write_text("import sys\nopen(sys.argv[1], 'a').write('Bonjour\\n')\n")

    status, _out, err = run("transcript", "edit", CLIP.id)

    assert 45 == status
    sheet = _kept(err)
    assert "Bonjour" in sheet.read_text("utf-8")
    if sys.platform != "win32":
        assert 0o700 == stat.S_IMODE(sheet.parent.stat().st_mode)
    assert before == saved(library)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the editor")
@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("sys.exit(1)", 1),
        ("path.write_text('# nothing\\n')", 47),
        ("path.unlink()", NO_FILE),
    ],
)
def test_what_an_editor_leaves_behind(
    run: Run, library: Library, editor: Path, script: str, status: int
) -> None:
    """Whatever it does, nothing changes, and what was written is named."""
    before = saved(library)
    editor.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text('utf-8') + '[0:05 - 0:06] Oui'\n"
        f"path.write_text(text, 'utf-8')\n{script}"
    )

    found, _out, err = run("transcript", "edit", CLIP.id)

    assert (status, before) == (found, saved(library))
    left = list(library.sheets.iterdir())
    if status == NO_FILE:
        assert ([], False) == (left, "What you wrote" in err)
    else:
        assert _kept(err) == left[0] / f"{_newest(run)}.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the editor")
def test_an_editor_may_fail_leave_copies_and_save_in_its_own_way(
    run: Run, library: Library, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a word written nothing stays; copies go; UTF-16 of Windows is read."""
    editor.write_text("raise SystemExit(1)")
    assert 1 == run("transcript", "edit", CLIP.id)[0]
    assert [] == list(library.sheets.iterdir())
    monkeypatch.setenv("VISUAL", f"'{os.environ['VISUAL']}' --wait")
    editor.write_text(
        "import pathlib, shutil, sys\npath = pathlib.Path(sys.argv[2])\n"
        "shutil.copy(path, f'{path}~')\n"
        "text = path.read_text('utf-8').replace('venez', 'allez')\n"
        "path.write_text(text.replace('\\n', '\\r\\n'), 'utf-16', newline='')\n"
    )

    assert 0 == run("transcript", "edit", CLIP.id)[0]

    assert "Oui, allez." in _shown(run)
    assert [] == list(library.sheets.iterdir())


def test_an_old_sheet_undoes_nothing(run: Run, tmp_path: Path) -> None:
    """Somebody corrected the transcript while it was in another room."""
    sheet, fresh = tmp_path / "words.txt", tmp_path / "fresh.txt"
    run("transcript", "edit", CLIP.id, "--sheet", str(sheet))
    run("transcript", "replace", "demain", "jeudi", "--yes")
    sheet.write_text(sheet.read_text("utf-8").replace("venez", "allez"), "utf-8")

    status, _out, err = run("transcript", "edit", CLIP.id, "--from", str(sheet))

    assert 66 == status
    assert _newest(run) in err
    assert "À jeudi." in _shown(run)
    run("transcript", "edit", CLIP.id, "--sheet", str(fresh))
    assert 0 == run("transcript", "edit", CLIP.id, "--from", str(fresh))[0]


def test_a_sheet_of_another_transcript_is_refused(run: Run, tmp_path: Path) -> None:
    """Words of one clip do not become those of another."""
    sheet = tmp_path / "words.txt"
    sheet.write_text("# t-0000000009, clip c-0000000009\n[0:00 - 0:01] Oui.\n")

    status, _out, err = run("transcript", "edit", CLIP.id, "--from", str(sheet))

    assert 67 == status
    assert "t-0000000009" in err


def test_a_sheet_goes_to_another_room_and_comes_back(run: Run, tmp_path: Path) -> None:
    """Somebody else may correct it on another machine."""
    sheet = tmp_path / "words.txt"

    assert 0 == run("transcript", "edit", CLIP.id, "--sheet", str(sheet))[0]
    sheet.write_text(sheet.read_text("utf-8").replace("venez", "allez"), "utf-8")
    status, _out, err = run("transcript", "edit", CLIP.id, "--from", str(sheet))

    assert (0, "1 segment written otherwise.\n") == (status, err)
    assert "Oui, allez." in _shown(run)


def test_a_sheet_is_never_written_over(run: Run, tmp_path: Path) -> None:
    """It may be an hour of somebody's work."""
    sheet = tmp_path / "words.txt"
    sheet.write_text("mine", "utf-8")

    status, _out, err = run("transcript", "edit", CLIP.id, "--sheet", str(sheet))

    assert 43 == status
    assert "exists already" in err
    assert "mine" == sheet.read_text("utf-8")


def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    """With its own status."""
    sheet = tmp_path / "words.txt"
    sheet.write_bytes(b"\xff\xfe\x00\x00")

    assert 49 == run("transcript", "edit", CLIP.id, "--from", str(sheet))[0]
