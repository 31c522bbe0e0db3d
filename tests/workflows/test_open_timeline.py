"""What comes from an editing program is opened, whatever it is called."""

from pathlib import Path

import pytest

from mediakit.errors.timelines import TimelineUnreadable
from mediakit.timeline import as_edl, as_fcpxml
from mediakit.workflows.open_timeline import known_format, open_timeline

FCPX = b'<?xml version="1.0"?>\n<fcpxml version="1.11"><resources/></fcpxml>\n'


def test_a_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    """Its name says nothing."""
    path = tmp_path / "cut.txt"
    path.write_bytes(b"TITLE: Cut\r\n")

    content, fmt = open_timeline(path)

    assert (b"TITLE: Cut\r\n", as_edl.NAME) == (content, fmt.NAME)


def test_folders_of_final_cut_pro_are_opened(tmp_path: Path) -> None:
    """The timeline lies within."""
    folder = tmp_path / "Cut.fcpxmld"
    folder.mkdir()
    (folder / "Info.fcpxml").write_bytes(FCPX)

    content, fmt = open_timeline(folder)

    assert (FCPX, as_fcpxml.NAME) == (content, fmt.NAME)


def test_archives_are_to_be_unpacked(tmp_path: Path) -> None:
    """That is said, rather than that it is nothing."""
    path = tmp_path / "cut.otioz"
    path.write_bytes(b"PK\x03\x04")

    with pytest.raises(TimelineUnreadable, match="unpack it"):
        open_timeline(path)


def test_what_is_too_large_is_refused(tmp_path: Path) -> None:
    """Before anybody tries to understand it."""
    path = tmp_path / "cut.edl"
    with path.open("wb") as file:
        file.truncate((64 << 20) + 1)

    with pytest.raises(TimelineUnreadable, match="beyond any film"):
        open_timeline(path)


def test_what_would_do_is_named() -> None:
    """All that the caller could do with."""
    with pytest.raises(TimelineUnreadable, match="none of otio, srt"):
        known_format(b"Hello", Path("hello"), ("otio", "srt"))


def test_letters_of_two_bytes_are_told_of(tmp_path: Path) -> None:
    """What to do about it, rather than that it is nothing."""
    path = tmp_path / "cut.edl"
    path.write_text("TITLE: Cut", "utf-16")

    with pytest.raises(TimelineUnreadable, match="save it as UTF-8"):
        open_timeline(path)
