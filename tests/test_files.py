"""Atomic durable writes and legal names."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.errors.library import WriteFailed
from mediakit.files import copy_hashing, safe_name, staged, write_durably, write_early

HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The new content is there, for its owner only, and nothing else."""
    target = tmp_path / "deep" / "file"
    write_durably(target, b"old")

    write_durably(target, b"new")

    assert b"new" == target.read_bytes()
    assert [target] == list(target.parent.iterdir())
    if sys.platform != "win32":
        assert 0o600 == stat.S_IMODE(target.stat().st_mode)
        assert 0o700 == stat.S_IMODE(target.parent.stat().st_mode)


def test_what_is_forced_to_disk_later_is_its_owners_too(tmp_path: Path) -> None:
    """And a failure to write it is a sentence."""
    target = tmp_path / "deep" / "file"

    write_early(target, b"new")

    assert b"new" == target.read_bytes()
    if sys.platform != "win32":
        assert 0o600 == stat.S_IMODE(target.stat().st_mode)
    with pytest.raises(WriteFailed) as caught:
        write_early(target / "beneath", b"new")
    assert str(target / "beneath") == caught.value.details["path"]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """When writing stops half-way, the old content stays and no scrap is left."""
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def stop_half_way() -> None:
        with staged(target) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop_half_way()

    assert b"old" == target.read_bytes()
    assert [target] == list(tmp_path.iterdir())


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    """The system's error becomes ours, with the file's name."""
    folder = tmp_path / "folder"
    folder.write_text("a file where a folder should be")

    with pytest.raises(WriteFailed) as caught:
        write_durably(folder / "file", b"new")

    assert str(folder / "file") == caught.value.details["path"]


def test_who_writes_into_a_staged_file_need_not_know_its_name(tmp_path: Path) -> None:
    """An error about the hidden file is told about the one that was wanted."""
    target = tmp_path / "cut.mp4"

    with pytest.raises(WriteFailed) as caught, staged(target) as file:
        raise WriteFailed(path=file.name, reason="No space left on device")

    assert {"path": str(target), "reason": "No space left on device"} == (
        caught.value.details
    )
    assert [] == list(tmp_path.iterdir())


def test_copying_hashes_what_was_copied(tmp_path: Path) -> None:
    """The digest is that of the bytes, the size their number."""
    source = tmp_path / "source"
    source.write_bytes(b"hello")

    with (tmp_path / "copy").open("wb", buffering=0) as target:
        copied = copy_hashing(source, target)

    assert (HELLO, 5) == copied
    assert b"hello" == (tmp_path / "copy").read_bytes()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gao: femmes / marché", "Gao femmes marché"),
        ("-rf", "rf"),
        ("..", "_"),
        ("CON", "_CON"),
        ("aux.mp4", "_aux.mp4"),
        ("a\nb\x00c", "a b c"),
        ("100 % Mali", "100 Mali"),
        ("شهادة", "شهادة"),
        ("", "_"),
        ("x" * 100, "x" * 60),
    ],
)
def test_names_are_legal_everywhere(text: str, expected: str) -> None:
    """Letters of all scripts stay; what some system refuses goes."""
    assert expected == safe_name(text)


@given(st.text())
def test_any_text_makes_a_name(text: str) -> None:
    """The name is short, in one piece, and the same when made again."""
    name = safe_name(text)

    assert name
    assert len(name.encode()) <= 61
    assert os.sep not in name
    assert name == safe_name(name)
