"""Recordings beside a film: each is the one that left under its name."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.timelines import TimelineDiffers
from mediakit.library import Library
from mediakit.workflows.verify_film import verify_film
from tests.consents import WORKING
from tests.library_media import put_media
from tests.rough_cuts import a_line, put_film
from tests.workflows.test_collect_film import beside, clocked, collect

pytestmark = pytest.mark.ffmpeg


def test_parts_with_each_others_names_are_told(
    library: Library, catalog: Catalog
) -> None:
    """Both are of one clip: the names alone say nothing. Put back, it is the film."""
    [clip] = put_media(library, catalog, clocked())
    put_film(catalog, a_line("A1", clip, 0, 500), a_line("A2", clip, 2000, 2500))
    exported = collect(library, catalog, handles=0)
    one, other = beside(exported)
    first, second = one.read_bytes(), other.read_bytes()

    one.write_bytes(second)
    other.write_bytes(first)

    with pytest.raises(TimelineDiffers) as told:
        verify_film(library, catalog, exported.path, WORKING)
    for part in (one, other):
        said = f"'media/{part.name}' is not the recording that was called so"
        assert said in str(told.value)
    one.write_bytes(first)
    other.write_bytes(second)
    verify_film(library, catalog, exported.path, WORKING)


def test_a_film_that_was_collected_again_is_verified(
    library: Library, catalog: Catalog
) -> None:
    """Names are used again: any recording that left under one is right."""
    [clip] = put_media(library, catalog, clocked())
    put_film(catalog, a_line("A1", clip, 1000, 2000))

    wide, narrow = (collect(library, catalog, handles=some) for some in (500, 0))

    [part], [other] = beside(wide), beside(narrow)
    assert part.name == other.name
    assert part.read_bytes() != other.read_bytes()
    for exported in (wide, narrow):
        verify_film(library, catalog, exported.path, WORKING)
