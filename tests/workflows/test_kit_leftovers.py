"""What a power cut or a kill left of kits does not get into the next one."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from tests.kit_libraries import Evening, an_evening
from tests.media.barcode import picture_numbers

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    return an_evening(library, catalog)


def test_what_a_power_cut_left_of_a_part_is_made_again(evening: Evening) -> None:
    """Parts are not forced to disk one by one: what is kept is compared first."""
    evening.kit(is_even=False)
    said, part = sorted(evening.library.segments.glob("*/*.mp4*"))[::-1][:2]
    assert (".json", ".mp4") == (said.suffix, part.suffix)

    said.write_bytes(b"")
    first = evening.kit(is_even=False, output=evening.library.exports)
    part.write_bytes(b"")
    second = evening.kit(is_even=False, output=evening.library.kits.parent)

    assert [1, 1] == [first.made, second.made]
    assert picture_numbers(second.path / "01-K7P.mp4")


def test_what_was_killed_on_a_stick_is_cleared_away(
    evening: Evening, tmp_path: Path
) -> None:
    """By the next kit that is made there: nobody sees a hidden folder."""
    stick = tmp_path / "stick"
    left = stick / ".making" / "0123456789abcdef" / "kit" / "media"
    left.mkdir(parents=True)
    (left / "01-K7P.mp4").write_bytes(b"half")
    (left.parents[2] / "0123456789abcdef.lock").touch()

    made = evening.kit(output=stick)

    assert [made.path] == list(stick.iterdir())
