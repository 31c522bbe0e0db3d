"""Let nothing leave without the masks that somebody put on it.

The rule of every way out: a part of a clip that carries a mask leaves with what the
mask leaves of it, or not at all; also to the team, and also before anybody confirmed
the mask. Words leave as consent says: a mask is of pictures and sound.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.masks import MaskNotPossible, MaskUnconfirmed
from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, MaskId
from mediakit.model.leaving import Part, Passed, Shown, together
from mediakit.model.mask import (
    Mask,
    Masked,
    MaskKind,
    half_hidden,
    masked,
    unconfirmed,
)
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.use import UsedRange
from mediakit.workflows.keep_mask import heard_instead
from mediakit.workflows.pass_gate import Purpose, ask_gate, refused

MASKED_BY = "masked by"
"""What a use record says before the masks with which something was made."""

SHIFTED = sentence(
    "The voice in {clip} is only shifted: whoever wants to can shift it back, and know "
    "who speaks. A voice that must not be known is to be said again by somebody else."
)

_CAN_BE_UNDONE = "a voice only shifted, which can be undone"
_HALF = sentence(
    "{mask} hides {hidden} of clip {clip}, and {shown} of it is to leave: mask all of "
    "that, take a part that is all in it or all beside it, or run 'mediakit mask "
    "remove {mask}'"
)
_NOTHING_HEARD = sentence(
    "{mask} lets {shown} of clip {clip} be read only, and nothing of it is heard; "
    "export its words, or run 'mediakit mask remove {mask}'"
)
_MASKED_ITSELF = sentence(
    "{clip}, which is heard instead of somebody, is masked itself by {mask}"
)
_AS_IT_IS = sentence(
    "the recording of {clip} stays here: {mask} hides somebody in it, and it would go "
    "along as it is; 'mediakit trim' cuts parts of it with their masks"
)
_CHANGED = sentence(
    "the masks of clip {clip} were changed while this was made; run the command again"
)


def masks_over(
    records: Records, parts: Sequence[Part], shown: Shown
) -> tuple[Masked, ...]:
    """Return what hides each of some parts of clips that are to leave.

    Args:
        records: The catalog.
        parts: What is to leave.
        shown: What of people could be met in it.
    """
    masks = _masks(records, parts)
    return tuple(masked(masks, *part, shown) for part in parts)


def refuse_unheard(part: Part, hidden: Masked) -> None:
    """Let no sound be made of what is only to be read.

    Raises:
        MaskNotPossible: It is.
    """
    if mask := hidden.of(MaskKind.TEXT):
        raise MaskNotPossible(reason=_about(_NOTHING_HEARD, mask, part))


def refuse_changed(
    records: Records, parts: Sequence[Part], shown: Shown, was: Sequence[Masked]
) -> None:
    """Let nothing leave that was made with other masks than there are now.

    Raises:
        MaskNotPossible: There are others.
    """
    now = masks_over(records, parts, shown)
    for (clip, _range), before, after in zip(parts, was, now, strict=True):
        if before != after:
            raise MaskNotPossible(reason=Reason(_CHANGED, clip=clip))


def pass_masked(
    records: Records,
    purpose: Purpose,
    parts: Sequence[Part],
    hidden: Sequence[Masked],
    shown: Shown,
) -> Passed:
    """Return what is to be remembered of letting *parts* leave with their masks.

    Args:
        records: The catalog.
        purpose: What it is for.
        parts: What is to leave.
        hidden: What hides each of them; see `masks_over`.
        shown: What of people could be met in it without.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate says no.
        MaskUnconfirmed: Nobody has looked at faces that were found there.
        MaskNotPossible: A mask hides some of a part and leaves some of it open, or
            leaves nothing to be heard where all is sound; or what is heard instead is
            to be hidden itself.
    """
    masks = _masks(records, parts)
    passed = ask_gate_masked(records, purpose, parts, hidden, shown)
    open_ = [one for part in parts for one in unconfirmed(masks, part, shown)]
    # a no goes before all that could be done about a mask
    is_withdrawn = any(one.cause is Cause.WITHDRAWN for one in passed.left_out)
    if open_ and not is_withdrawn:
        told = dict.fromkeys(map(_where, open_))
        raise MaskUnconfirmed(masks=", ".join(told))
    if passed.left_out:
        raise refused(passed)
    for part, masks_there in zip(parts, hidden, strict=True):
        for mask in half_hidden(masks, part, shown):
            raise MaskNotPossible(reason=_about(_HALF, mask, part))
        if not shown & Shown.PICTURES:
            refuse_unheard(part, masks_there)
    return passed


def pass_gate_masked(
    records: Records,
    purpose: Purpose,
    parts: Sequence[Part],
    hidden: Sequence[Masked],
    shown: Shown,
) -> Passed:
    """Return what the gate says of *parts*, each as far as it is shown.

    For films, which say by their lines what keeps them back; all else asks
    `pass_masked`. The arguments are the same.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate says no.
        MaskNotPossible: What is heard instead is to be hidden itself.
    """
    passed = ask_gate_masked(records, purpose, parts, hidden, shown)
    if passed.left_out:
        raise refused(passed)
    return passed


def ask_gate_masked(
    records: Records,
    purpose: Purpose,
    parts: Sequence[Part],
    hidden: Sequence[Masked],
    shown: Shown,
) -> Passed:
    """Return what the gate says of each part as far as it is shown.

    Each is asked for as far as it is shown, so one that is masked opens no other.
    What is heard instead of somebody is asked for as all else is.

    Raises:
        MaskNotPossible: What is heard instead is to be hidden itself.
    """
    asked: dict[Shown, list[Part]] = {shown: []}
    for part, masks in zip(parts, hidden, strict=True):
        asked.setdefault(left_of(masks, shown), []).append(part)
        if said := _said_instead(records, masks, part):
            asked.setdefault(shown & ~Shown.PICTURES, []).append(said)
    answers = [ask_gate(records, purpose, those, met) for met, those in asked.items()]
    return functools.reduce(together, answers)


def _masks(records: Records, parts: Sequence[Part]) -> list[Mask]:
    clips = {clip for clip, _range in parts}
    return [one for one in records.all(Mask) if one.clip in clips]


def masked_recordings(
    records: Records, clips: Iterable[ClipId]
) -> dict[ClipId, Reason]:
    """Return the clips whose recordings do not leave as they are, and why.

    For those ways out that hand on all of a recording: nothing of it is rendered.
    """
    wanted = set(clips)
    return {
        one.clip: Reason(_AS_IT_IS, clip=one.clip, mask=one.id)
        for one in records.all(Mask)
        if one.clip in wanted
    }


def left_of(hidden: Masked, shown: Shown) -> Shown:
    """Return what of people can be met in what masks leave of a part."""
    words = Shown.WORDS if hidden.of(MaskKind.TEXT) else Shown(0)
    return (shown & ~hidden.hides) | words


def ranges_masked(used: UsedRange, hidden: Masked) -> Iterator[UsedRange]:
    """Yield a part that leaves, and what is heard instead, as a use remembers them."""
    yield replace(used, masks=hidden.ids)
    if said := heard_instead(hidden, used.range):
        yield UsedRange(*said, at=used.at)


def how_masked(hidden: Iterable[Masked]) -> list[str]:
    """Return what a use record says of the masks with which something was made."""
    every = list(hidden)
    ids: list[MaskId] = list(dict.fromkeys(id_ for one in every for id_ in one.ids))
    shifted = any(one.is_shifted for one in every)
    return [
        *([f"{MASKED_BY} {' '.join(ids)}"] if ids else []),
        *([_CAN_BE_UNDONE] if shifted else []),
    ]


def shifted_voices(parts: Iterable[tuple[ClipId, Masked]]) -> Reasons:
    """Return what must be known of the clips whose voices are only shifted."""
    clips = dict.fromkeys(clip for clip, hidden in parts if hidden.is_shifted)
    return Reasons(*(Reason(SHIFTED, clip=clip) for clip in clips))


def _said_instead(records: Records, hidden: Masked, part: Part) -> Part | None:
    """Return what is heard instead of a part.

    Raises:
        MaskNotPossible: It is masked itself.
    """
    said = heard_instead(hidden, part[1])
    if said is None:
        return None
    records.get(Clip, said[0])
    for one in records.all(Mask):
        there = one.clip == said[0] and one.range.overlaps(said[1])
        if there and one.touches & Shown.SOUND:
            reason = Reason(_MASKED_ITSELF, clip=one.clip, mask=one.id)
            raise MaskNotPossible(reason=reason)
    return said


def _about(text: str, mask: Mask, part: Part) -> Reason:
    clip, range_ = part
    return Reason(
        text, mask=mask.id, clip=clip, hidden=_times(mask.range), shown=_times(range_)
    )


def _where(mask: Mask) -> str:
    return f"{mask.id} ({mask.clip}, {_times(mask.range)})"


def _times(range_: TimeRange) -> str:
    return f"{format_time(range_.start)} - {format_time(range_.end)}"
