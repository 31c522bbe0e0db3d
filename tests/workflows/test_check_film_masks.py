"""Checking a film of which somebody is hidden: what keeps it from being rendered."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import Cover
from mediakit.model.mask import MaskKind, Place
from mediakit.model.timecode import TimeRange
from mediakit.workflows.keep_mask import confirm_mask
from mediakit.workflows.playlist_advice import Matter
from tests.builders import FIRST_SECONDS, a_clip, a_quote
from tests.consents import put_voice_of
from tests.films import about, check, put_film
from tests.masks import hide

CLIP, OTHER = a_clip(), a_clip("c-0000000002")
FACE = (Place(250, 250, 500, 500),)


@pytest.fixture(autouse=True)
def clips(catalog: Catalog) -> None:
    """Put two clips in which somebody agreed to everything."""
    with catalog.change() as change:
        change.put(CLIP)
        change.put(OTHER)
    put_voice_of(catalog, CLIP.id)


def test_faces_that_nobody_looked_at_block(library: Library, catalog: Catalog) -> None:
    """As they do when it is rendered; until somebody has looked."""
    put_film(catalog, a_quote())
    mask = hide(catalog, CLIP, MaskKind.FACES, TimeRange(0, 60_000), places=FACE)

    [told] = about(check(library, catalog), Matter.CONSENT)

    assert told.blocks
    assert ("K7P",) == told.items
    assert f"mask confirm {mask.id}" in (told.remedy or "")
    confirm_mask(catalog, mask.id)
    assert () == check(library, catalog).blocking


def test_a_mask_of_some_of_a_line_blocks(library: Library, catalog: Catalog) -> None:
    """Whoever it hides is seen in the rest of the line."""
    put_film(catalog, a_quote())
    mask = hide(catalog, CLIP, MaskKind.BLUR, TimeRange(0, 1))

    [told] = check(library, catalog).blocking

    assert f"{mask.id} hides a part of line K7P only" in told.reason


def test_what_is_seen_over_a_line_is_heard_too(
    library: Library, catalog: Catalog
) -> None:
    """Beneath narration, and in editing programs: the gate is asked for its sound."""
    put_voice_of(catalog, OTHER.id, voice=False)
    cover = Cover(code="X5X", clip=OTHER.id, range=FIRST_SECONDS)
    put_film(catalog, a_quote(covers=(cover,)))

    [told] = check(library, catalog).blocking

    assert ("X5X",) == told.items
