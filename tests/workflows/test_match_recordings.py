"""Which segment a recording is about, by its name."""

from pathlib import Path

import pytest

from mediakit.errors.interpreting import RecordingUnmatched
from mediakit.workflows.match_recordings import match_recordings, numbers


def _matched(folder: Path, *names: str) -> tuple[list[tuple[str, int, int]], list[str]]:
    for name in names:
        (folder / name).write_bytes(b"")
    matched, refused = match_recordings(folder, 20)
    return (
        [(one.path.name, one.first + 1, one.last + 1) for one in matched],
        [f"{one.item.name}: {one.error.details['reason']}" for one in refused],
    )


@pytest.mark.parametrize(
    ("name", "segments"),
    [
        ("004.wav", (4, 4)),
        ("4.m4a", (4, 4)),
        ("segment 12.mp3", (12, 12)),
        ("Segment_12.MP3", (12, 12)),
        ("Fanta-7.ogg", (7, 7)),
        ("4-6.wav", (4, 6)),
        ("segments 004 - 006.wav", (4, 6)),
        ("004_006.wav", (4, 6)),
        ("4–6.wav", (4, 6)),  # noqa: RUF001 as phones write it
    ],
)
def test_names_as_people_write_them(
    tmp_path: Path, name: str, segments: tuple[int, int]
) -> None:
    """A number, perhaps a word before it, perhaps the last segment after it."""
    assert ([(name, *segments)], []) == _matched(tmp_path, name)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("notes.txt", "its name is not the number of a segment"),
        ("2026-11-22 004.wav", "its name is not the number of a segment"),
        ("4 (1).wav", "its name is not the number of a segment"),
        ("0.wav", "there are segments from 1 to 20 only"),
        ("21.wav", "there are segments from 1 to 20 only"),
        ("19-21.wav", "there are segments from 1 to 20 only"),
        ("6-4.wav", "there are segments from 1 to 20 only"),
    ],
)
def test_other_names_are_refused_with_the_reason(
    tmp_path: Path, name: str, reason: str
) -> None:
    """Nothing is dropped in silence."""
    assert ([], [f"{name}: {reason}"]) == _matched(tmp_path, name)


def test_two_files_for_one_segment_are_both_refused(tmp_path: Path) -> None:
    """Which of them is meant, only people know."""
    matched, refused = _matched(tmp_path, "4-6.wav", "5.wav", "7.wav", "007.mp3", "8.w")

    assert [("8.w", 8, 8)] == matched
    assert [
        "4-6.wav: another file is for segment 5 too",
        "5.wav: another file is for segment 5 too",
        "007.mp3: another file is for segment 7 too",
        "7.wav: another file is for segment 7 too",
    ] == refused


def test_what_systems_leave_is_passed_over_and_folders_are_not(tmp_path: Path) -> None:
    """A folder may hold what somebody meant to import."""
    (tmp_path / "more").mkdir()

    assert ([], ["more: it is no file"]) == _matched(
        tmp_path, ".DS_Store", "Thumbs.db", "._4.wav"
    )


def test_a_single_file_is_enough(tmp_path: Path) -> None:
    """Where one segment was recorded again."""
    (tmp_path / "4.wav").write_bytes(b"")

    matched, refused = match_recordings(tmp_path / "4.wav", 3)

    assert ([], [RecordingUnmatched]) == (matched, [type(one.error) for one in refused])


def test_numbers_are_written_as_people_do() -> None:
    """Those in a row as a range."""
    assert "1-3, 5, 7-8" == numbers([1, 2, 3, 5, 7, 8])
    assert "" == numbers([])
