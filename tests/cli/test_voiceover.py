"""Voice-overs at the command line: added, listed, told of an excerpt, removed."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.voiceover import Voiceover
from tests.conftest import Run
from tests.library_media import put_media
from tests.media_files import sound
from tests.voiceovers import X, put_excerpt, say


@pytest.fixture(autouse=True)
def _an_excerpt(library: Library, catalog: Catalog) -> None:
    [clip] = put_media(library, catalog, sound(".wav", seconds=4))
    put_excerpt(catalog, clip, 1000, 3000)


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """Record a second of Fanta."""
    return say(tmp_path / "fanta.wav", 1)


def test_is_added_listed_told_and_removed(
    run: Run, catalog: Catalog, said: Path
) -> None:
    """In one line each time, with its language and who says it."""
    adding = ("voiceover", "add", X, str(said), "--language", "bm", "--by", "Fanta")
    line = "bm  0:01, said by Fanta"

    added, again = (run(*adding) for _ in range(2))
    [one] = catalog.read().all(Voiceover)
    listed, shown = run("voiceover", "list"), run("excerpt", "show", X)
    removed = run("voiceover", "remove", one.id)

    assert (0, f"{one.id}  {line}\n") == added[:2]
    assert f"{one.id}  {line} (there already)\n" == again[1]
    assert [one.id, "bm", "0:01", "Fanta", X] == listed[1].splitlines()[1].split()
    assert f"Voice-overs:\n  {one.id}  {line}" in shown[1]
    assert (0, f"{one.id}  {line}\n") == removed[:2]
    assert "There are no voice-overs yet" in run("voiceover", "list")[1]


def test_what_is_too_long_says_by_how_much(run: Run, tmp_path: Path) -> None:
    """With a status of its own."""
    long = say(tmp_path / "long.wav", 3.5)

    status, out, err = run("voiceover", "add", X, str(long), "--language", "bm")

    assert (109, "") == (status, out)
    assert "is 0:01.500 longer than the excerpt" in err


def test_speaks_json(run: Run, said: Path) -> None:
    """Records as they are kept."""
    kept = run("voiceover", "add", X, str(said), "--language", "bm", "--json")[1]
    life = json.loads(run("excerpt", "show", X, "--json")[1])
    [listed] = json.loads(run("voiceover", "list", X, "--json")[1])

    one = json.loads(kept)["voiceover"]
    assert (X, "bm", 1000) == (one["excerpt"], one["language"], one["duration"])
    assert [one] == life["voiceovers"]
    assert one == listed["voiceover"]


@pytest.mark.parametrize("words", [(), ("FILE", "--from-interpretation")])
def test_is_one_recording_or_an_interpretation(
    run: Run, said: Path, words: tuple[str, ...]
) -> None:
    """Neither both nor none of them."""
    typed = [str(said) if word == "FILE" else word for word in words]

    status, _out, err = run("voiceover", "add", X, *typed, "--language", "bm")

    assert 2 == status
    assert "--from-interpretation" in err


def test_says_when_nothing_was_interpreted(run: Run) -> None:
    """And what to do."""
    words = ("--language", "fr", "--from-interpretation")

    status, _out, err = run("voiceover", "add", X, *words)

    assert 115 == status
    assert "mediakit interpret cut" in err
