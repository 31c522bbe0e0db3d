"""One small library with a bit of everything, which the durability tests copy."""

import json
import os
import shutil
import subprocess
import sys
import wave
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import media_files
from tests.durability.libraries import Small
from tests.screening_logs import a_log_file, an_entry
from tests.speech import FRENCH

_WORDS = "1\n00:00:00,200 --> 00:00:00,900\nNous voulons vivre ensemble.\n"


@pytest.fixture(scope="session")
def _own_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("MEDIAKIT_")]:
            patch.delenv(name)
        patch.setenv("MEDIAKIT_LANG", "en")
        patch.setenv("MEDIAKIT_AUTHOR", "Awa")
        patch.setenv("MEDIAKIT_MODELS", str(tmp_path_factory.mktemp("models")))
        yield


@pytest.fixture(scope="session")
def small(_own_environment: None, tmp_path_factory: pytest.TempPathFactory) -> Small:
    """Make the library with mediakit's own commands."""
    folder = tmp_path_factory.mktemp("small")
    made = Small(root=folder / "library", sources=folder / "sources")
    made.sources.mkdir()
    _write_sound(made.sources / "kept.wav", level=1)
    _write_sound(made.sources / "new.wav", level=2)
    shutil.copyfile(media_files.video(), made.sources / "film.mp4")
    shutil.copyfile(media_files.video(".mkv"), made.sources / "new.mkv")
    shutil.copyfile(media_files.video(".mov"), made.sources / "masked.mov")
    shutil.copyfile(FRENCH.path, made.sources / "speech.opus")
    (made.sources / "words.srt").write_text(_WORDS)
    (made.sources / "translated.txt").write_text("[0:00.2 - 0:00.9] Together.\n")
    (made.sources / "said").mkdir()
    shutil.copyfile(FRENCH.path, made.sources / "said" / "1.opus")
    (made.sources / "named").mkdir()
    (made.sources / "named" / "film.fr.srt").write_text(_WORDS)
    _run("init", str(made.root))
    for name in ("kept.wav", "film.mp4", "masked.mov", "speech.opus"):
        path = made.sources / name
        added = _run("add", str(path), "--language", "fr", library=made.root)
        made.ids[path.stem] = json.loads(added)["added"][0]["clip"]["id"]
    _fill(made)
    return made


def _codings_from_elsewhere(sources: Path, clip: str) -> None:
    coded = f"clip,theme,start_ms,end_ms\n{clip},fire,0,400\n"
    (sources / "codings.csv").write_text(coded)
    (sources / "tags.csv").write_text("tag,description\npeace,\n")
    project = (
        '<Project name="P"><CodeBook><Codes><Code guid="7" name="Peace"/></Codes>'
        "</CodeBook></Project>"
    )
    with zipfile.ZipFile(sources / "coded.qdpx", "w") as archive:
        archive.writestr("project.qde", project)
    source = '<AudioSource guid="8" name="New" path="internal://new.wav"/>'
    with zipfile.ZipFile(sources / "recorded.qdpx", "w") as archive:
        archive.writestr(
            "project.qde",
            f'<Project name="P"><Sources>{source}</Sources></Project>',
        )
        archive.write(sources / "new.wav", "sources/new.wav")


def _fill(made: Small) -> None:
    """Add one of each thing, and remember what it is called."""

    def add(name: str, *command: str) -> None:
        made.ids[name] = json.loads(_run(*command, library=made.root))["id"]

    kept, film = made.ids["kept"], made.ids["film"]
    add("session", "session", "add", "Women of Gao", "--date", "2026-03-01")
    add("empty_session", "session", "add", "Nobody came")
    add("screening", "screening", "add", film, made.ids["session"])
    add("answered", "screening", "add", film, made.ids["session"])
    add("reply", "reply", "add", made.ids["speech"], "--to", made.ids["answered"])
    a_log_file(made.sources, an_entry(excerpt=film, start=0, end=500))
    (made.sources / "sessions.csv").write_text("title,people\nA,3\nB,4\n")
    _codings_from_elsewhere(made.sources, kept)
    for theme in ("water", "fire"):
        _run("theme", "add", theme, library=made.root)
    _run("clip", "theme", kept, "water", library=made.root)
    add("coding", "code", "add", kept, "water", "--to", "0.5")
    # what is left is one job: where several programs start, the system calls of each
    # are counted alike, and Python's own may wait for one another
    _run("clip", "prepare", film, library=made.root)
    cut = _run("trim", film, "--from", "0.1", "--to", "0.3", library=made.root)
    made.ids["chosen"] = json.loads(cut)["excerpt"]["id"]
    part = ("--from", "0", "--to", "2.3")
    cut = _run("trim", made.ids["speech"], *part, library=made.root)
    made.ids["spoken"] = json.loads(cut)["excerpt"]["id"]
    said = (str(made.sources / "speech.opus"), "--language", "bm")
    over = _run("voiceover", "add", made.ids["spoken"], *said, library=made.root)
    made.ids["voiceover"] = json.loads(over)["voiceover"]["id"]
    add("playlist", "playlist", "new", "Ménaka", "--session", made.ids["session"])
    for code, shown in (("first", made.ids["chosen"]), ("second", kept)):
        listed = ("playlist", "add", made.ids["playlist"], shown)
        [item] = json.loads(_run(*listed, library=made.root))
        made.ids[code] = item["item"]["code"]
    _begin_film(made)
    add("person", "person", "add", "Awa")
    for level, name in enumerate(("sent", "declined"), start=3):
        path = made.sources / f"{name}.wav"
        _write_sound(path, level=level)
        came = _run("submission", "import", str(path), library=made.root)
        made.ids[name] = json.loads(came)["received"][0]["submission"]["id"]
    known = ("--contributor", made.ids["person"], "--up-to", "national")
    _run("submission", "edit", made.ids["sent"], *known, library=made.root)
    _run("submission", "decline", made.ids["declined"], library=made.root)
    words = str(made.sources / "words.srt")
    _run("transcript", "import", kept, words, library=made.root)
    heard = _run("voice", "add", kept, made.ids["person"], library=made.root)
    made.ids["voice"] = json.loads(heard)[0]["id"]
    _run("search", "ensemble", "--save", "Kept", library=made.root)
    for index in (made.root / ".mediakit").glob("index.*"):
        index.unlink()  # searches are to make it
    add("nobody", "person", "add", "Nobody", "--real-name", "Nobody Else")
    # somebody withdrew who is in nothing but what was declined
    add("gone", "person", "add", "Issa")
    sent_by = ("--contributor", made.ids["gone"])
    _run("submission", "edit", made.ids["declined"], *sent_by, library=made.root)
    _run("consent", "withdraw", made.ids["gone"], library=made.root)
    left = _run("transcript", "export", kept, "--as", "srt", library=made.root)
    made.ids["use"] = json.loads(left)["use"]["id"]


_CUT = """TITLE: Cut
001 AX AA/V C 00:00:00:00 00:00:00:10 01:00:00:00 01:00:00:10
* FROM CLIP NAME: {clip}
"""


def _begin_film(made: Small) -> None:
    """Begin a film on paper with two lines, and mark a strong quote."""
    begun = ("film", "new", "Autoportrait", "--scope", "internal")
    made.ids["paper"] = json.loads(_run(*begun, library=made.root))["id"]
    for code in ("first_line", "second_line"):
        added = ("film", "add", made.ids["paper"], made.ids["kept"], "--to", "0.6")
        [line] = json.loads(_run(*added, library=made.root))["lines"]
        made.ids[code] = line["code"]
    _run("film", "keep", made.ids["paper"], library=made.root)
    (made.sources / "cut.edl").write_text(_CUT.format(clip=made.ids["kept"]))
    # of a clip of its own: no part of it leaves before somebody confirmed that
    words = ("mask", "faces", made.ids["masked"], "--face", "10,10,20,20")
    made.ids["mask"] = json.loads(_run(*words, library=made.root))["id"]
    strong = ("--from", "1", "--to", "2", "--strong")
    _run("code", "add", made.ids["speech"], "water", *strong, library=made.root)


def _run(*words: str, library: Path | None = None) -> str:
    options = ("--library", str(library)) if library else ()
    ran = subprocess.run(
        [sys.executable, "-m", "mediakit", *options, *words, "--json"],
        capture_output=True,
        check=True,
        text=True,
    )
    return ran.stdout


def _write_sound(path: Path, *, level: int) -> None:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes([0, level, 0, 256 - level]) * 4000)
