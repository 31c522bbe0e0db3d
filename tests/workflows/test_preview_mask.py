"""Watching what a mask leaves, and what stays of that when somebody withdraws."""

import numpy as np
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.mask import Mask, MaskKind
from mediakit.workflows.preview_mask import Previewed, preview_mask
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.withdraw_consent import Wish, withdraw_consent
from tests.consents import DAY, RULES, WORKING, put_voice_of
from tests.library_clips import put_clip, put_words
from tests.masks import FILM, PART, hide, luma, put_unseen
from tests.media.barcode import heard, sound_bite
from tests.media.programs import bundled
from tests.rough_cuts import render

pytestmark = pytest.mark.ffmpeg
RATE = 48_000


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there in which somebody does not want to be seen, and a film."""
    return put_unseen(library, catalog)


def _preview(library: Library, catalog: Catalog, mask: Mask) -> Previewed:
    *_steps, made = preview_mask(library, catalog, bundled(), mask.id, WORKING)
    assert isinstance(made, Previewed)
    return made


def test_a_mask_can_be_watched_first(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A working copy of what is left; it goes when the clip's copies go."""
    mask = hide(catalog, clip, MaskKind.BLUR, PART)

    made = _preview(library, catalog, mask)

    assert 1000 == round(len(heard(made.path)[0]) / RATE, 1) * 1000
    remove_clip(library, catalog, clip.id, with_history=True)
    assert not made.path.exists()


def test_what_is_read_instead_is_read(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Neither a picture of it nor a sound: the words."""
    put_words(library, catalog, clip, (1000, 2000, "Le puits"))
    mask = hide(catalog, clip, MaskKind.TEXT, PART)

    made = _preview(library, catalog, mask)

    assert 0 == np.abs(heard(made.path)[0]).max()
    assert np.abs(luma(made.path, 5) - luma(made.path, 15)).max() < 10


def test_who_says_it_instead_may_withdraw(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Their voice is in what was watched, and goes."""
    said = put_clip(library, catalog, sound_bite(".flac", "flac", seconds=3))
    person = put_voice_of(catalog, said.id, up_to="film", called="Awa")
    mask = hide(catalog, clip, MaskKind.VOICE, recording=said.id)
    made = _preview(library, catalog, mask)

    withdraw_consent(library, catalog, RULES, person.id, Wish(), today=DAY)

    assert not made.path.exists()


def test_words_on_cards_go_too(library: Library, catalog: Catalog, clip: Clip) -> None:
    """What was rendered of somebody's words and name is a copy as well."""
    put_words(library, catalog, clip, (1000, 2000, "Le puits"))
    person = put_voice_of(catalog, clip.id, up_to="film", called="Oumar")
    hide(catalog, clip, MaskKind.TEXT)
    render(library, catalog, purpose=FILM)
    assert list(library.segments.glob("cards/*"))

    withdraw_consent(library, catalog, RULES, person.id, Wish(), today=DAY)

    assert [] == list(library.segments.glob("*/*"))
