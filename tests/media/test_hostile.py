"""Small files that claim, or unpack to, far too much, are refused at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.media import (
    MediaInflates,
    MediaIsPicture,
    MediaIsPlaylist,
    MediaTooLarge,
    MediaTooLong,
)
from mediakit.media.probe import look, probe
from tests.media import hostile
from tests.media_files import video

pytestmark = pytest.mark.ffmpeg

BOMBS: dict[Callable[[Path], None], type[MediakitError]] = {
    hostile.year_in_the_header: MediaTooLong,
    hostile.year_in_the_packets: MediaTooLong,
    hostile.huge_pictures: MediaTooLarge,
    hostile.endless_frames: MediaInflates,
    hostile.packed_pictures: MediaInflates,
}


@pytest.mark.parametrize("make", BOMBS, ids=lambda make: make.__name__)
def test_what_asks_for_too_much_is_refused(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    """Each for its own reason; none is larger than a photograph."""
    bomb = tmp_path / "interview.mp4"
    make(bomb)

    with pytest.raises(MediakitError) as caught:
        probe(bomb)

    assert bomb.stat().st_size < 1 << 20
    assert BOMBS[make] is type(caught.value)
    assert str(bomb) == caught.value.details["path"]


@pytest.mark.parametrize("make", [hostile.year_in_the_header, hostile.huge_pictures])
def test_claims_are_seen_before_a_file_is_copied(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    """The beginning of the file is enough."""
    bomb = tmp_path / "interview.mp4"
    make(bomb)

    with bomb.open("rb") as file, pytest.raises(BOMBS[make]):
        look(file, "interview.mp4")


def test_what_is_not_played_does_no_harm(tmp_path: Path) -> None:
    """Subtitles of a recording may be packed however they like."""
    bomb = tmp_path / "interview.mkv"
    hostile.packed_subtitles(bomb)

    assert 1000 == probe(bomb).duration


def test_a_picture_of_any_size_is_only_a_picture(tmp_path: Path) -> None:
    """Nothing of it is decoded to find that out."""
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40_000).to_bytes(4) * 2
    picture = tmp_path / "interview.mp4"
    picture.write_bytes(header + b"\x08\x02\0\0\0" + bytes(1000))

    with pytest.raises(MediaIsPicture):
        probe(picture)


def test_lists_of_lists_are_not_opened(tmp_path: Path) -> None:
    """The first one is refused, wherever it would lead."""
    inner, outer = tmp_path / "inner.ffconcat", tmp_path / "outer.mp4"
    inner.write_text(f"ffconcat version 1.0\nfile '{video()}'\n")
    outer.write_text("ffconcat version 1.0\n" + f"file '{inner}'\n" * 1000)

    with pytest.raises(MediaIsPlaylist):
        probe(outer)
