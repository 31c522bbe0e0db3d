"""A mask: what hides somebody in a part of a clip.

A mask holds no pictures and no sound. What it hides is hidden each time something is
made to leave, from the original, which is never changed: no second copy could
be lost, or be taken for the one that is safe.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mediakit.errors.base import Reason, sentence
from mediakit.model.ids import ClipId, MaskId
from mediakit.model.leaving import Part, Shown
from mediakit.model.possible import verify_range
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


class MaskKind(StrEnum):
    """What a mask does.

    Attributes:
        BLUR: The whole picture is blurred.
        FACES: Faces are blurred, where a person said that they are.
        SOUND: Nothing is seen.
        VOICE: Another voice is heard.
        TEXT: Nothing is seen or heard: what is said is read.
    """

    BLUR = "blur"
    FACES = "faces"
    SOUND = "sound"
    VOICE = "voice"
    TEXT = "text"


_HIDDEN = {
    MaskKind.BLUR: Shown.PICTURES,
    MaskKind.FACES: Shown.PICTURES,
    MaskKind.SOUND: Shown.PICTURES,
    MaskKind.VOICE: Shown.SOUND,
    MaskKind.TEXT: Shown.PICTURES | Shown.SOUND,
}
_EVERYTHING = Shown.PICTURES | Shown.SOUND | Shown.WORDS
_WHOLE = 1000
_SEMITONES = range(-12, 13)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a face is: thousandths of the picture as it is shown, for a time.

    Attributes:
        left: From its left edge.
        top: From its upper edge.
        width: Across.
        height: Down.
        range: When, in the clip's time; ``None`` for as long as the mask.

    Raises:
        ValueError: It is not in the picture.
    """

    left: int
    top: int
    width: int
    height: int
    range: TimeRange | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.range is not None:
            verify_range(self.range)
        inside = (
            0 <= self.left < self.left + self.width <= _WHOLE
            and 0 <= self.top < self.top + self.height <= _WHOLE
        )
        if not inside:
            raise ValueError(Reason(sentence("a face is outside of the picture")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """What hides somebody in a part of a clip.

    Attributes:
        id: As ``m-…``.
        clip: The clip.
        range: Which part of it.
        kind: What it does.
        places: Where faces are.
        confirmed: Who looked at the places, and when: it hides nobody before.
        recording: The clip in which somebody else says the same, from the beginning of
            the range on.
        pitch: Semitones by which the voice is shifted instead.

    Raises:
        ValueError: The range goes backwards, or the rest does not go with the kind.
    """

    id: MaskId
    clip: ClipId
    range: TimeRange
    kind: MaskKind
    places: tuple[Place, ...] = ()
    confirmed: Stamp | None = None
    recording: ClipId | None = None
    pitch: int = 0
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_range(self.range)
        has_voice = (self.recording is not None) != (self.pitch != 0)
        fits = has_voice if self.kind is MaskKind.VOICE else not self.pitch
        places = bool(self.places) == (self.kind is MaskKind.FACES)
        if not (fits and places and self.pitch in _SEMITONES):
            text = sentence("a mask of the kind '{kind}' is not what it says")
            raise ValueError(Reason(text, kind=self.kind))

    @property
    def is_in_force(self) -> bool:
        """Whether it hides anything: what was found needs somebody to confirm it."""
        return self.kind is not MaskKind.FACES or self.confirmed is not None

    @property
    def touches(self) -> Shown:
        """What of people it changes; of what shows none of that it says nothing."""
        return _HIDDEN[self.kind]

    @property
    def hides(self) -> Shown:
        """What of people cannot be met any more, whoever looks for them."""
        # a voice that is shifted can be shifted back
        return Shown(0) if self.pitch else _HIDDEN[self.kind]

    def covers(self, clip: ClipId, part: TimeRange) -> bool:
        """Tell whether all of a part of a clip is in it."""
        whole = self.range.start <= part.start and part.end <= self.range.end
        return clip == self.clip and whole

    def cuts(self, clip: ClipId, part: TimeRange) -> bool:
        """Tell whether some of a part of a clip is in it, and some is not."""
        there = clip == self.clip and self.range.overlaps(part)
        return there and not self.covers(clip, part)


@dataclass(frozen=True, slots=True)
class Masked:
    """What is hidden of a part of a clip.

    Attributes:
        masks: All that hide it, oldest first: one may be for each person.
    """

    masks: tuple[Mask, ...] = field(default=())

    def of(self, kind: MaskKind) -> Mask | None:
        """Return the newest mask of a kind, one that cannot be undone if there is."""
        found = [one for one in reversed(self.masks) if one.kind is kind]
        return max(found, key=lambda one: bool(one.hides), default=None)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where faces are, in all masks."""
        return tuple(place for one in self.masks for place in one.places)

    @property
    def hides(self) -> Shown:
        """What of people cannot be met any more."""
        return _together(self.masks)

    @property
    def ids(self) -> tuple[MaskId, ...]:
        """Those of all masks."""
        return tuple(one.id for one in self.masks)

    @property
    def is_shifted(self) -> bool:
        """Whether the voice is only shifted, which can be undone."""
        voice = self.of(MaskKind.VOICE)
        return bool(voice and voice.pitch)


def masked(
    masks: Iterable[Mask], clip: ClipId, part: TimeRange, shown: Shown = _EVERYTHING
) -> Masked:
    """Return what is hidden of a part: by masks in force that hold all of it.

    Args:
        masks: Those there are, oldest first.
        clip: The clip.
        part: Which part of it.
        shown: What of people could be met in it.
    """
    return Masked(
        tuple(
            one
            for one in masks
            if one.is_in_force and one.covers(clip, part) and one.touches & shown
        )
    )


def half_hidden(
    masks: Sequence[Mask], part: Part, shown: Shown = _EVERYTHING
) -> list[Mask]:
    """Return the masks that hide some of a part of a clip, and leave some of it open.

    Those are not meant without which it is hidden as well: pictures that are not seen
    at all show no face.

    Args:
        masks: Those there are.
        part: The clip, and which part of it.
        shown: What of people could be met in it.
    """
    whole = [one for one in masked(masks, *part).masks if not one.places]
    met = shown & ~_together(whole)
    return [one for one in masks if one.cuts(*part) and one.touches & met]


def unconfirmed(
    masks: Iterable[Mask], part: Part, shown: Shown = _EVERYTHING
) -> list[Mask]:
    """Return the masks in a part of a clip that nobody has looked at.

    Args:
        masks: Those there are.
        part: The clip, and which part of it.
        shown: What of people could be met in it.
    """
    clip, range_ = part
    return [
        one
        for one in masks
        if not one.is_in_force
        and (one.clip == clip and one.range.overlaps(range_))
        and one.touches & shown
    ]


def _together(masks: Iterable[Mask]) -> Shown:
    hidden = Shown(0)
    for one in masks:
        hidden |= one.hides
    return hidden
