"""Let nothing leave in which somebody is to be hidden and is not."""

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.masks import MaskNotPossible, MaskUnconfirmed
from mediakit.model.film import Film
from mediakit.model.ladder import INTERNAL
from mediakit.model.mask import half_hidden
from mediakit.workflows.keep_mask import masks_in

HALF = sentence(
    "{mask} hides a part of line {line} only: mask all of it, or let less of it be "
    "seen with 'mediakit film edit {film} {line}'"
)
_ORIGINALS = sentence(
    "{masks} hide somebody in film {film}, and a timeline alone refers to the "
    "originals; add --collect, which hands on what the masks leave, run 'mediakit film "
    "render {film}', or hand it to the team with --scope internal"
)


def refuse_unconfirmed(records: Records, film: Film) -> None:
    """Let nothing leave in which faces were found that nobody looked at.

    Raises:
        MaskUnconfirmed: There are such.
    """
    parts = [(clip, part) for _code, clip, part in film.parts]
    open_ = [
        one.id
        for one in masks_in(records, film)
        if not one.is_in_force
        and any(c == one.clip and r.overlaps(one.range) for c, r in parts)
    ]
    if open_:
        raise MaskUnconfirmed(masks=", ".join(open_))


def refuse_half_hidden(records: Records, film: Film) -> None:
    """Let nothing be rendered of which a mask hides a part only.

    Whoever it hides would be seen as soon as the part is over; and a line may have
    been made longer since.

    Raises:
        MaskNotPossible: There is such.
    """
    masks = masks_in(records, film)
    for code, clip, part in film.parts:
        for mask in half_hidden(masks, (clip, part)):
            reason = Reason(HALF, mask=mask.id, line=code, film=film.id)
            raise MaskNotPossible(reason=reason)


def refuse_masked(records: Records, film: Film, scope: str) -> None:
    """Let no film with masks be handed on as what it is made from, but to the team.

    Also what is not confirmed: somebody is to be hidden there.

    Args:
        records: The catalog.
        film: The film.
        scope: What it is for.

    Raises:
        MaskNotPossible: There are masks in it.
    """
    parts = [(clip, part) for _code, clip, part in film.parts]
    inside = [
        one.id
        for one in masks_in(records, film)
        if any(clip == one.clip and part.overlaps(one.range) for clip, part in parts)
    ]
    if inside and scope != INTERNAL:
        reason = Reason(_ORIGINALS, masks=", ".join(inside), film=film.id)
        raise MaskNotPossible(reason=reason)
