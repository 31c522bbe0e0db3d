"""Lines with several masks, and with masks of a part: nobody hidden is met."""

import numpy as np
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.mask import MaskKind, Place
from mediakit.model.timecode import TimeRange
from mediakit.workflows.keep_mask import confirm_mask
from tests.consents import DAY, agree, put_voice_of
from tests.library_clips import put_clip
from tests.masks import FILM, hide, luma, put_unseen
from tests.media.barcode import Recipe, sound_bite
from tests.rough_cuts import SMALL, a_line, put_film, render, rendering

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there in which somebody does not want to be seen, and a film."""
    return put_unseen(library, catalog)


def test_a_mask_of_some_of_a_line_is_not_taken_for_all_of_it(
    library: Library, catalog: Catalog
) -> None:
    """Whoever it hides would be seen as soon as the part is over: nothing leaves.

    Nobody has said who it is, so no consent keeps them back either.
    """
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_film(catalog, a_line("Q1", clip, 1000, 2000))
    mask = hide(catalog, clip, MaskKind.BLUR, TimeRange(1500, 4000))

    with pytest.raises(MaskNotPossible, match=f"{mask.id}.*Q1"):
        render(library, catalog)


def test_every_face_is_hidden_that_has_a_mask(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The second mask hides somebody else; the first person stays hidden."""
    left, right = Place(0, 0, 300, 1000), Place(700, 0, 300, 1000)
    for place in (left, right):
        confirm_mask(catalog, hide(catalog, clip, MaskKind.FACES, places=(place,)).id)

    made = render(library, catalog, purpose=FILM)

    picture = luma(made.path, 5)
    for columns in (np.s_[:40, 5:40], np.s_[:40, 120:155]):
        assert np.abs(np.diff(picture[columns], axis=1)).max() < 60


def test_a_shifted_voice_opens_nothing(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Who agreed to be heard by nobody is not heard higher either."""
    put_voice_of(catalog, clip.id, up_to="film", voice=False, called="Oumar")
    hide(catalog, clip, MaskKind.BLUR)
    hide(catalog, clip, MaskKind.VOICE, pitch=12)

    with pytest.raises(ConsentRefused, match="Oumar"):
        render(library, catalog, purpose=FILM)


def test_somebody_else_says_what_has_no_pictures(
    library: Library, catalog: Catalog
) -> None:
    """A sound bite is said again over a plain ground."""
    bite = put_clip(library, catalog, sound_bite(".flac", "flac", seconds=3))
    said = put_clip(library, catalog, sound_bite(".wav", "pcm_s16le", seconds=3))
    put_film(catalog, a_line("Q1", bite, 500, 1500))
    part = TimeRange(0, 3000)
    hide(catalog, bite, MaskKind.VOICE, part, recording=said.id)

    made = render(library, catalog)

    assert {bite.id, said.id} == {one.clip for one in made.use.ranges}


def test_nothing_to_read_is_no_film(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A line that is hidden and says nothing would be lost without a word."""
    hide(catalog, clip, MaskKind.TEXT)

    with pytest.raises(MaskNotPossible, match="Q1"):
        render(library, catalog, purpose=FILM)


def test_who_is_not_to_be_named_meanwhile_is_not(
    library: Library, catalog: Catalog
) -> None:
    """What was rendered with their name does not leave."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    person = put_voice_of(catalog, clip.id, up_to="film", called="Oumar")
    put_film(catalog, a_line("Q1", clip, 1000, 1400), scope="film")
    steps = rendering(library, catalog, SMALL, FILM)
    next(steps)
    agree(catalog, person, "film", name=False, day=DAY)

    with pytest.raises(MaskNotPossible, match="named"):
        list(steps)

    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]
