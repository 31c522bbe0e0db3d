"""Notes of where something is being made outside of the library."""

import os
from pathlib import Path

import pytest

from mediakit.library import Library
from mediakit.workflows.note_halves import MAKING, noted, noted_halves


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Make a folder that is not in the library."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_what_is_done_leaves_no_note(library: Library, stick: Path) -> None:
    """While it is made it is noted, and names its own half only."""
    for name in (".film.mp4.0a1b.tmp", ".film.mp4.txt", ".other.mp4.0a1b.tmp"):
        (stick / name).touch()

    with noted(library, stick / "film.mp4"):
        assert [stick / ".film.mp4.0a1b.tmp"] == list(noted_halves(library))
        (stick / ".film.mp4.0a1b.tmp").unlink()

    assert [] == list(library.leaving.iterdir())


def test_a_stick_that_was_pulled_out_stays_noted(library: Library, stick: Path) -> None:
    """Nobody knows what is on it before it is there again."""
    half, elsewhere = stick / ".film.mp4.0a1b.tmp", stick.with_name("elsewhere")
    half.touch()

    with noted(library, stick / "film.mp4"):
        stick.rename(elsewhere)

    assert [] == list(noted_halves(library))
    elsewhere.rename(stick)
    assert [half] == list(noted_halves(library))
    half.unlink()
    with noted(library, stick / "film.mp4"):
        pass
    assert [] == list(library.leaving.iterdir())


def test_exports_need_no_note(library: Library) -> None:
    """A check goes through them file by file."""
    with noted(library, library.exports / "cuts" / "a.mp4"):
        assert not library.leaving.exists()


@pytest.mark.parametrize(
    "said", [b"", b"a/film.mp4", b"/\0", b"/" + b"x" * 9000, b"/" + b"a/" * 9000, b"/"]
)
def test_a_note_that_says_nothing_is_passed_over(library: Library, said: bytes) -> None:
    """Whoever wrote it: it names no half, and is no reason to fail."""
    library.leaving.mkdir(parents=True)
    (library.leaving / "0123456789abcdef").write_bytes(said)

    assert [] == list(noted_halves(library))


def test_a_name_of_any_letters_is_noted(library: Library, stick: Path) -> None:
    """Even one that is no text, or a pattern."""
    for name in ("[a]*?.mp4", os.fsdecode(b"\xff.mp4")):
        half = stick / f".{name}.0a1b.tmp"
        half.touch()

        with noted(library, stick / name):
            assert [half] == list(noted_halves(library))
            half.unlink()


def test_a_folder_is_noted_where_it_is_made(library: Library, stick: Path) -> None:
    """Whoever makes the next one there clears that."""
    with noted(library, stick / MAKING):
        (stick / MAKING).mkdir()

        assert [stick / MAKING] == list(noted_halves(library))
