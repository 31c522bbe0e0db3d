"""What the page is made of: its files, its words, and how quickly it is there."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.i18n.language import known_languages
from mediakit.kits.page import page
from mediakit.kits.page.texts import TEXTS
from mediakit.kits.words import words_in
from tests.kits.page.kits import BITE, FILM, lay_out
from tests.kits.page.rooms import Open, Room

FILES = Path(page.__file__).with_name("files")
SCRIPTS = sorted(FILES.rglob("*.js"))
PAGES = sorted(FILES.rglob("*.html"))
# texts that are chosen by what they are called
NAMED = ("language-", "phase", "shown", "skipped", "stopped", "keys")


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    """None is missing when a facilitator needs it."""
    code = "\n".join(file.read_text("utf-8") for file in (*SCRIPTS, *PAGES))
    asked = set(re.findall(r'data-(?:say|label)="(\w+)"', code))
    asked |= set(re.findall(r'\bsay\("(\w+)"', code))
    written = set(re.findall(r'"(\w+)"', code))

    assert asked <= set(TEXTS)
    assert not [
        name for name in TEXTS if name not in written and not name.startswith(NAMED)
    ]


@pytest.mark.parametrize("tag", known_languages())
def test_the_page_speaks_every_language(tag: str) -> None:
    """French is no English, and no placeholder is lost."""
    say = words_in(tag)

    said = {name: say(text) for name, text in TEXTS.items()}

    assert {name: _values(text) for name, text in TEXTS.items()} == {
        name: _values(text) for name, text in said.items()
    }
    assert (tag == "en") == (said["start"] == TEXTS["start"])


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.stem)
def test_every_script_is_loaded_by_a_window(file: Path) -> None:
    """And by its name in the folder."""
    assert [one for one in PAGES if re.search(rf'"(?:page/)?{file.name}"', _text(one))]


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_every_script_is_one() -> None:
    """A mistake is found without a browser."""
    for file in SCRIPTS:
        subprocess.run(["node", "--check", str(file)], check=True)


@pytest.mark.ffmpeg
def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    """A kit that has not changed is not another kit."""
    first, second = lay_out(tmp_path / "1").parent, lay_out(tmp_path / "2").parent

    assert _bytes(first) == _bytes(second)


@pytest.mark.browser
@pytest.mark.ffmpeg
def test_nothing_is_loaded_but_the_first_of_forty(
    open_page: Open, tmp_path: Path
) -> None:
    """A stick is slow, and a room waits."""
    items = [
        replace(FILM, code=f"A{n}", media=f"media/{n:02}.mp4", excerpt=f"x-{n}")
        for n in range(39)
    ]
    room = open_page(lay_out(tmp_path / "kit", items=[*items, BITE]))

    assert room.until(lambda: _media(room))
    assert {"00.mp4"} == _media(room)


def _media(room: Room) -> set[str]:
    # a browser may ask for one in several parts
    return {name for name in room.files if name.endswith((".mp4", ".mp3"))}


def _text(file: Path) -> str:
    return file.read_text("utf-8")


def _values(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def _bytes(folder: Path) -> dict[str, bytes]:
    # media are made by an encoder, and no business of the page
    files = [*folder.glob("*.html"), *(folder / page.FOLDER).iterdir()]
    return {file.name: file.read_bytes() for file in files}
