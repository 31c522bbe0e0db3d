"""Let no picture leave that stands on after the mask under which it came."""

from collections.abc import Sequence

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.media.cutting.plan import standing_since
from mediakit.model.clip import Clip
from mediakit.model.leaving import Part, Shown
from mediakit.model.mask import Mask, Masked
from mediakit.model.timecode import TimeRange, format_time
from mediakit.workflows.find_original import find_original

_STANDS = sentence(
    "{mask} hides {hidden} of clip {clip}, and a picture of then still stands at "
    "{start}: mask {shown} too, begin where another picture comes, or run 'mediakit "
    "mask remove {mask}'"
)


def refuse_standing(
    library: Library,
    records: Records,
    parts: Sequence[Part],
    hidden: Sequence[Masked],
    shown: Shown,
) -> None:
    """Let no part begin with a picture that came while somebody is hidden.

    Pictures of a recording may end before its sound, and the last one stands on.

    Args:
        library: Where recordings are.
        records: The catalog.
        parts: What is to leave.
        hidden: What hides each of them.
        shown: What of people could be met in it.

    Raises:
        MaskNotPossible: One does.
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        ReadFailed: It cannot be read.
    """
    if not shown & Shown.PICTURES:
        return
    for (id_, range_), masks in zip(parts, hidden, strict=True):
        clip = records.get(Clip, id_)
        before = _before(records, clip, range_)
        if not before or not clip.media.video or _is_unseen(masks):
            continue
        since = standing_since(find_original(library, clip), range_)
        for mask in before:
            if since < mask.range.end:
                raise MaskNotPossible(reason=_reason(mask, range_))


def _before(records: Records, clip: Clip, range_: TimeRange) -> list[Mask]:
    return [
        one
        for one in records.all(Mask)
        if one.clip == clip.id
        and one.range.end <= range_.start
        and one.touches & Shown.PICTURES
    ]


def _is_unseen(masks: Masked) -> bool:
    """Tell whether nobody can be made out anywhere in the pictures."""
    return any(one.hides & Shown.PICTURES and not one.places for one in masks.masks)


def _reason(mask: Mask, range_: TimeRange) -> Reason:
    return Reason(
        _STANDS,
        mask=mask.id,
        clip=mask.clip,
        hidden=_times(mask.range),
        shown=_times(range_),
        start=format_time(range_.start),
    )


def _times(range_: TimeRange) -> str:
    return f"{format_time(range_.start)} - {format_time(range_.end)}"
