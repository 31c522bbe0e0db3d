"""Faces that are found become places a person can look at."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.media.preparing.faces import FoundFace
from mediakit.model.mask import Place
from mediakit.model.timecode import TimeRange
from mediakit.workflows.propose_faces import joined_faces, propose_faces
from tests.extras import needs_opencv
from tests.library_clips import put_clip
from tests.media.barcode import Recipe

PART = TimeRange(1000, 9000)


def test_a_face_that_stays_is_one_place() -> None:
    """With room around, from a little before to a little after; not beyond the part."""
    found = [FoundFace(1000 + 250 * n, 400 + n, 300, 100, 200) for n in range(5)]

    assert (Place(365, 230, 174, 340, TimeRange(1000, 2500)),) == joined_faces(
        found, PART
    )


def test_faces_apart_are_places_of_their_own() -> None:
    """Beside each other, or long after."""
    beside = [FoundFace(2000, 100, 300, 100, 200), FoundFace(2000, 700, 300, 100, 200)]
    later = FoundFace(6000, 100, 300, 100, 200)

    places = joined_faces([*beside, later], PART)

    assert [65, 665, 65] == [place.left for place in places]
    assert places[2].range == TimeRange(5500, 6500)


def test_a_face_at_the_edge_stays_in_the_picture() -> None:
    """Room is only where the picture is."""
    [place] = joined_faces([FoundFace(2000, 950, 0, 50, 100)], PART)

    assert (932, 0, 68, 135) == (place.left, place.top, place.width, place.height)


@pytest.mark.ffmpeg
def test_without_the_detector_people_are_told_how_to_get_it(
    library: Library, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or to say themselves where faces are."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    monkeypatch.setattr("mediakit.workflows.propose_faces.is_installed", lambda: False)

    with pytest.raises(MaskNotPossible, match=r"mediakit\[faces\]"):
        propose_faces(library, clip, TimeRange(0, 1000))


@pytest.mark.ffmpeg
@needs_opencv
def test_where_no_face_is_none_is_made_up(library: Library, catalog: Catalog) -> None:
    """Bars are no face."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))

    with pytest.raises(MaskNotPossible, match="no face"):
        propose_faces(library, clip, TimeRange(0, 1000))
