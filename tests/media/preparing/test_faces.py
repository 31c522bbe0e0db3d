"""Faces are found where there are some: in a photograph, not in a drawing of bars."""

import pytest

from mediakit.media.preparing.faces import FoundFace, find_faces
from mediakit.model.timecode import TimeRange
from tests.extras import needs_opencv
from tests.media.barcode import Recipe, clip
from tests.photographs import filmed

pytestmark = [pytest.mark.ffmpeg, needs_opencv]

# of the photograph: thousandths of its sides
EYES = (520, 330)


def holds(face: FoundFace, place: tuple[int, int]) -> bool:
    """Tell whether a point is in a face."""
    return (
        face.left < place[0] < face.left + face.width
        and face.top < place[1] < face.top + face.height
    )


def test_a_face_is_found_as_long_as_it_is_there() -> None:
    """A few times a second, around the eyes, and nowhere else on the wall."""
    found = list(find_faces(filmed(), TimeRange(200, 1000)))

    assert {200, 500, 800} == {face.time for face in found}
    # a picture of 300 lines, 256 across, in the middle of 640 x 360
    left, top = (640 - 256) / 640 / 2, (360 - 300) / 360 / 2
    x, y = EYES
    eyes = (round(1000 * left + x * 256 / 640), round(1000 * top + y * 300 / 360))
    assert all(holds(face, eyes) for face in found)


def test_bars_are_no_face() -> None:
    """Nobody is to look at what nothing was found in."""
    assert [] == list(find_faces(clip(Recipe()), TimeRange(0, 1000)))
