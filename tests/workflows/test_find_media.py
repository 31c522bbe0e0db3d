"""Finding recordings: everything that was meant, nothing else."""

import os
import sys
from pathlib import Path

import pytest

from mediakit.errors.adding import InsideLibrary, LinkRefused
from mediakit.errors.library import ReadFailed
from mediakit.errors.media import NotAFile
from mediakit.library import Library
from mediakit.workflows.find_media import Found, Refused, find_media

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder as a phone leaves it."""
    folder = tmp_path / "card"
    for name in (
        *("a.mp4", "DCIM/b.MOV", "DCIM/notes.txt", ".hidden.mp4", "DCIM/._b.MOV"),
        *("Thumbs.db", "DCIM/.thumbnails/t.mp4", ".mediakit/index.sqlite"),
        "System Volume Information/x",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def _names(things: list[Found | Refused], folder: Path) -> list[str]:
    return [thing.path.relative_to(folder).as_posix() for thing in things]


def test_finds_what_lies_below_a_folder(library: Library, folder: Path) -> None:
    """Hidden files and the litter of systems are passed over without a word."""
    things = find_media(library, [folder])

    assert ["DCIM/b.MOV", "DCIM/notes.txt", "a.mp4"] == _names(things, folder)
    assert all(isinstance(t, Found) and not t.named and t.size == 1 for t in things)


def test_finds_each_thing_once(library: Library, folder: Path) -> None:
    """A file that is named and lies in a named folder is one file, and named."""
    things = find_media(library, [folder / "a.mp4", folder, folder / "DCIM/../a.mp4"])

    assert ["a.mp4", "DCIM/b.MOV", "DCIM/notes.txt"] == _names(things, folder)
    assert isinstance(things[0], Found)
    assert things[0].named


def test_a_hidden_file_that_is_named_is_meant(library: Library, folder: Path) -> None:
    """Only in folders are they passed over."""
    things = find_media(library, [folder / ".hidden.mp4"])

    assert [".hidden.mp4"] == _names(things, folder)


@posix
def test_links_are_followed_only_when_they_are_named(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    """A link in a folder may lead anywhere; one that was typed was meant."""
    outside = tmp_path / "outside.mp4"
    outside.write_bytes(b"x")
    link, folder_link = folder / "link.mp4", folder / "more"
    link.symlink_to(outside)
    folder_link.symlink_to(tmp_path)

    below = {thing.path: thing for thing in find_media(library, [folder])}
    named = find_media(library, [link])

    for path in (link, folder_link):
        refused = below[path]
        assert isinstance(refused, Refused)
        assert isinstance(refused.error, LinkRefused)
    assert [Found(outside, 1, named=True)] == named


@posix
def test_a_link_to_itself_is_refused(library: Library, tmp_path: Path) -> None:
    """It leads nowhere."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    (refused,) = find_media(library, [loop])

    assert isinstance(refused, Refused)
    assert isinstance(refused.error, ReadFailed)


@posix
def test_pipes_are_refused_without_opening_them(library: Library, folder: Path) -> None:
    """In folders too."""
    os.mkfifo(folder / "DCIM" / "pipe.mp4")
    things = find_media(library, [folder / "DCIM"])

    refused = [thing for thing in things if isinstance(thing, Refused)]
    assert [NotAFile] == [type(thing.error) for thing in refused]


def test_what_is_not_there_is_refused(library: Library, tmp_path: Path) -> None:
    """With the name that was typed."""
    (refused,) = find_media(library, [tmp_path / "absent.mp4"])

    assert isinstance(refused, Refused)
    assert isinstance(refused.error, ReadFailed)


def test_the_library_does_not_swallow_itself(library: Library) -> None:
    """Its own originals and derived files are not added again."""
    (library.assets / "own.mp4").write_bytes(b"x")
    library.derived.mkdir(exist_ok=True)
    (library.root / "new.mp4").write_bytes(b"x")

    below = find_media(library, [library.root])
    named = find_media(library, [library.assets / "own.mp4", library.derived])

    assert "new.mp4" in _names(below, library.root)
    assert "assets/own.mp4" not in _names(below, library.root)
    assert [InsideLibrary, InsideLibrary] == [
        type(thing.error) for thing in named if isinstance(thing, Refused)
    ]


@posix
def test_folders_may_be_nested_as_deep_as_paths_can_be(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deeper than Python calls functions within functions."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1_000):
        Path("a").mkdir()
        os.chdir("a")
    Path("film.mp4").write_bytes(b"x")

    things = find_media(library, [tmp_path / "a"])
    Path("film.mp4").unlink()
    for _ in range(1_000):
        os.chdir("..")
        Path("a").rmdir()

    assert ["film.mp4"] == [thing.path.name for thing in things]
