"""Hide somebody in a part of a clip, say that it is right, and take it back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.masks import MaskNotPossible
from mediakit.model.clip import Clip
from mediakit.model.film import Film
from mediakit.model.ids import MaskId
from mediakit.model.leaving import Part
from mediakit.model.mask import (
    Mask,
    Masked,
    MaskKind,
    Place,
    masked,
)
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from mediakit.workflows.choose_parts import refuse_withdrawn
from mediakit.workflows.pass_gate import Purpose

_OF_PICTURES = {MaskKind.BLUR, MaskKind.FACES, MaskKind.SOUND}
_OF_SOUND = {MaskKind.SOUND, MaskKind.VOICE}
_BREATH = 1000  # milliseconds of silence that a recording may end with


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskWish:
    """How somebody is to be hidden; see `Mask`."""

    kind: MaskKind
    places: tuple[Place, ...] = ()
    recording: str = ""
    pitch: int = 0


def add_mask(
    catalog: Catalog, clip: Clip, part: TimeRange, wish: MaskWish, purpose: Purpose
) -> Mask:
    """Hide somebody in a part of a clip; the same again is kept once.

    Args:
        catalog: The records.
        clip: The clip.
        part: Which part of it.
        wish: How.
        purpose: For whom; see `for_the_team`.

    Raises:
        ClipNotFound, IdAmbiguous: The clip, or the recording, is not found.
        MaskNotPossible: There is nothing to hide, or nothing to hear instead.
        ConsentWithdrawn: A voice in it was withdrawn.
    """
    with catalog.change() as change:
        clip = change.get(Clip, clip.id)
        said = change.find(Clip, wish.recording) if wish.recording else None
        _verify(clip, part, wish, said)
        parts: list[Part] = [(clip.id, part)]
        if said:
            parts.append((said.id, TimeRange(0, said.media.duration)))
        refuse_withdrawn(change, purpose, parts)
        new = Mask(
            id=MaskId(change.new_id(Mask)),
            clip=clip.id,
            range=part,
            kind=wish.kind,
            places=wish.places,
            recording=said.id if said else None,
            pitch=wish.pitch,
        )
        for known in change.all(Mask):
            bare = replace(known, id=new.id, created=None, changed=None, confirmed=None)
            if bare == new:
                return known
        return change.put(new)


def confirm_mask(catalog: Catalog, typed: str) -> Mask:
    """Say that a person has looked at the faces of a mask, and that no other is seen.

    Raises:
        MaskNotFound, IdAmbiguous: It is not found.
    """
    with catalog.change() as change:
        mask = change.find(Mask, typed)
        if mask.is_in_force:
            return mask
        # the stamp of a change says who did it, and when
        stamp = change.put(replace(mask, confirmed=None)).changed or Stamp(at="", by="")
        return change.put(replace(mask, confirmed=stamp))


def remove_mask(catalog: Catalog, typed: str) -> Mask:
    """Remove a mask and return what it was; what it hid is closed again.

    Raises:
        MaskNotFound, IdAmbiguous: It is not found.
    """
    with catalog.change() as change:
        mask = change.find(Mask, typed)
        change.remove(Mask, mask.id)
        return mask


def list_masks(catalog: Catalog, typed_clip: str = "") -> list[Mask]:
    """Return masks, those of a clip in order of time.

    Raises:
        ClipNotFound, IdAmbiguous: The clip is not found.
    """
    records = catalog.read()
    wanted = records.find(Clip, typed_clip).id if typed_clip else None
    found = [one for one in records.all(Mask) if wanted in {None, one.clip}]
    return sorted(found, key=lambda one: (one.clip, one.range.start))


@dataclass(frozen=True, slots=True)
class TrackedMask:
    """A mask, and what left the library with it.

    Attributes:
        mask: The mask.
        uses: The records of that, with the files and their checksums.
    """

    mask: Mask
    uses: tuple[Use, ...]


def show_mask(catalog: Catalog, typed: str) -> TrackedMask:
    """Return a mask and where what it leaves went.

    Raises:
        MaskNotFound, IdAmbiguous: It is not found.
    """
    records = catalog.read()
    mask = records.find(Mask, typed)
    return TrackedMask(mask, left_with(records, mask))


def left_with(records: Records, mask: Mask) -> tuple[Use, ...]:
    """Return what left with a mask, oldest first; also if it was removed since."""
    return tuple(
        use
        for use in records.all(Use)
        if any(mask.id in used.masks for used in use.ranges)
    )


def masks_in(records: Records, film: Film) -> list[Mask]:
    """Return the masks of the clips that are in a film, oldest first."""
    clips = {clip for _code, clip, _part in film.parts}
    return [one for one in records.all(Mask) if one.clip in clips]


def masks_of(records: Records, film: Film) -> dict[str, Masked]:
    """Return what is hidden in a film, by the code of its line or cover."""
    masks = masks_in(records, film)
    found = {code: masked(masks, clip, part) for code, clip, part in film.parts}
    return {code: one for code, one in found.items() if one.masks}


def heard_instead(hidden: Masked, part: TimeRange) -> Part | None:
    """Return what of another clip is heard instead of a part, if anything is."""
    mask = hidden.of(MaskKind.VOICE)
    if mask is None or mask.recording is None:
        return None
    # frames begin a little beside what was chosen
    start = max(0, part.start - mask.range.start)
    return mask.recording, TimeRange(start, start + part.duration)


def _verify(clip: Clip, part: TimeRange, wish: MaskWish, said: Clip | None) -> None:
    for reason in _against(clip, part, wish, said):
        raise MaskNotPossible(reason=Reason(reason, clip=clip.id))


def _against(
    clip: Clip, part: TimeRange, wish: MaskWish, said: Clip | None
) -> Iterator[str]:
    if wish.kind in _OF_PICTURES and clip.media.video is None:
        yield sentence("{clip} has no pictures")
    if wish.kind in _OF_SOUND and not clip.media.sound:
        yield sentence("{clip} has no sound")
    if wish.kind is MaskKind.VOICE:
        if said is not None and not said.media.sound:
            yield sentence("the recording has no sound")
        if said is not None and said.id == clip.id:
            yield sentence("the recording is the clip itself")
        if said is not None and said.media.duration > part.duration + _BREATH:
            yield sentence("the recording is longer than what it is said for")
    for place in wish.places:
        if place.range is not None and not place.range.overlaps(part):
            yield sentence("a face is there when nothing is hidden")
