"""What several masks hide together, and what one leaves open."""

from dataclasses import replace
from typing import Any

from mediakit.model.ids import ClipId, MaskId
from mediakit.model.leaving import Shown
from mediakit.model.mask import Mask, MaskKind, Place, half_hidden, masked
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange

CLIP = ClipId("c-0000000001")
PART = TimeRange(1000, 2000)
LEFT, RIGHT = Place(0, 0, 300, 500), Place(600, 0, 300, 500)
LOOKED = Stamp(at="2026-03-01T10:00:00Z", by="Awa")


def _mask(kind: MaskKind, part: tuple[int, int] = (0, 4000), **fields: Any) -> Mask:
    return Mask(
        id=MaskId("m-0000000001"),
        clip=CLIP,
        range=TimeRange(*part),
        kind=kind,
        **fields,
    )


def _faces(place: Place, part: tuple[int, int] = (0, 4000)) -> Mask:
    return _mask(MaskKind.FACES, part, places=(place,), confirmed=LOOKED)


def test_faces_of_several_masks_are_all_hidden() -> None:
    """Who masks a second face does not show the first again."""
    masks = [_faces(LEFT), _faces(RIGHT)]

    assert (LEFT, RIGHT) == masked(masks, CLIP, PART).places


def test_somebody_else_is_heard_rather_than_a_shifted_voice() -> None:
    """Whichever mask is the newer: what cannot be undone goes first."""
    said = _mask(MaskKind.VOICE, recording=ClipId("c-0000000002"))
    shifted = _mask(MaskKind.VOICE, pitch=3)

    assert said == masked([said, shifted], CLIP, PART).of(MaskKind.VOICE)
    assert said == masked([shifted, said], CLIP, PART).of(MaskKind.VOICE)


def test_a_shifted_voice_is_not_hidden() -> None:
    """It can be shifted back: who is not to be heard is heard."""
    shifted = _mask(MaskKind.VOICE, pitch=3)

    assert Shown(0) == masked([shifted], CLIP, PART).hides


def test_a_mask_of_some_of_a_part_leaves_the_rest_open() -> None:
    """But for what is hidden as a whole anyway."""
    half, blur = _faces(LEFT, (1500, 4000)), _mask(MaskKind.BLUR)
    elsewhere = _faces(LEFT, (2000, 4000))

    assert [half] == half_hidden([half, elsewhere], (CLIP, PART))
    assert [half] == half_hidden([_faces(RIGHT), half], (CLIP, PART))
    assert [] == half_hidden([half, blur], (CLIP, PART))
    voice = _mask(MaskKind.VOICE, (0, 1500), recording=ClipId("c-0000000002"))
    assert [voice] == half_hidden([voice, blur], (CLIP, PART))
    assert [] == half_hidden([replace(half, clip=ClipId("c-0000000002"))], (CLIP, PART))
