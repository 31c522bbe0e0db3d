"""Films of excerpts in which somebody is hidden."""

import numpy as np
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.workflows.join_excerpts import Joined, join_excerpts
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.plan_film import Item, Look
from tests.consents import WORKING
from tests.library_clips import put_clip, put_words
from tests.masks import FILM, PART, hide, luma, put_unseen, sharpness
from tests.media.barcode import Recipe, heard, sound_bite
from tests.media.programs import bundled

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there, in which nobody knows who is seen."""
    return put_clip(library, catalog, Recipe(size=(160, 90)))


def join(
    library: Library, catalog: Catalog, *parts: Item, wanted: Purpose = WORKING
) -> Joined:
    """Join parts of clips and return the film."""
    look = Look(height=90)
    *_, made = join_excerpts(library, catalog, bundled(), parts, look, wanted)
    assert isinstance(made, Joined)
    return made


def test_only_what_is_masked_is_hidden(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """One part is blurred, that which follows is not; the use says which."""
    mask = hide(catalog, clip, MaskKind.BLUR, PART)

    made = join(library, catalog, Item(clip, PART), Item(clip, TimeRange(2000, 3000)))

    assert max(sharpness(luma(made.path, number)) for number in (0, 10, 24)) < 60
    assert sharpness(luma(made.path, 25)) > 100
    assert [(mask.id,), ()] == [one.masks for one in made.use.ranges]
    assert f"masked by {mask.id}" in made.use.how
    assert all(one.gain is not None for one in made.use.ranges)


def test_a_mask_opens_a_film_to_those_who_would_not_be_seen(
    library: Library, catalog: Catalog
) -> None:
    """Without it nothing leaves; and one masked part opens no other."""
    clip = put_unseen(library, catalog)
    hide(catalog, clip, MaskKind.BLUR, PART)

    join(library, catalog, Item(clip, PART), wanted=FILM)

    with pytest.raises(ConsentRefused):
        join(library, catalog, Item(clip, TimeRange(2000, 3000)), wanted=FILM)


def test_what_is_read_and_what_others_say_stand_in_order(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A card for one part, another voice for the next: each with its own record."""
    put_words(library, catalog, clip, (1000, 2000, "Le puits"))
    said = put_clip(library, catalog, sound_bite(".wav", "pcm_s16le", seconds=1))
    read = hide(catalog, clip, MaskKind.TEXT, PART)
    later = TimeRange(2000, 3000)
    voice = hide(catalog, clip, MaskKind.VOICE, later, recording=said.id)

    made = join(library, catalog, Item(clip, PART), Item(clip, later))

    ranges = [(one.clip, one.range, one.masks) for one in made.use.ranges]
    assert [
        (clip.id, PART, (read.id,)),
        (clip.id, later, (voice.id,)),
        (said.id, TimeRange(0, 1000), ()),
    ] == ranges
    played, rate = heard(made.path)
    assert np.abs(played[: rate * 9 // 10]).max() < 0.001
    assert np.abs(played[rate * 11 // 10 :]).max() > 0.01


def test_a_mask_of_some_of_a_part_keeps_the_film_back(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Nothing is made."""
    mask = hide(catalog, clip, MaskKind.SOUND, TimeRange(0, 1500))

    with pytest.raises(MaskNotPossible, match=f"{mask.id} hides 0:00 - 0:01.500"):
        join(library, catalog, Item(clip, PART))

    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]


def test_what_is_heard_instead_is_not_masked_itself(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """It would be heard as it is."""
    said = put_clip(library, catalog, sound_bite(".wav", "pcm_s16le", seconds=1))
    hide(catalog, clip, MaskKind.VOICE, PART, recording=said.id)
    mask = hide(catalog, said, MaskKind.VOICE, TimeRange(0, 1000), pitch=3)

    with pytest.raises(MaskNotPossible, match=f"{said.id}.*{mask.id}"):
        join(library, catalog, Item(clip, PART))
