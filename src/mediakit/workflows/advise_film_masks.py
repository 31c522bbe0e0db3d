"""Advise on who is hidden in a film: not yet, or for a part of a line only."""

from collections.abc import Iterator

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.model.film import Film
from mediakit.model.mask import half_hidden
from mediakit.workflows.keep_mask import masks_in
from mediakit.workflows.playlist_advice import Advice, Matter
from mediakit.workflows.refuse_masks import HALF


def advise_masks(records: Records, film: Film) -> Iterator[Advice]:
    """Yield the masks for which a film is not rendered."""
    masks = masks_in(records, film)
    for code, clip, part in film.parts:
        for mask in masks:
            if not mask.is_in_force and mask.clip == clip and mask.range.overlaps(part):
                yield Advice(
                    matter=Matter.CONSENT,
                    items=(code,),
                    reason=Reason(
                        sentence("Nobody has confirmed which faces {mask} blurs."),
                        mask=mask.id,
                    ),
                    remedy=Reason(
                        sentence(
                            "Watch it with 'mediakit mask preview {mask}', all of it; "
                            "then 'mediakit mask confirm {mask}'."
                        ),
                        mask=mask.id,
                    ),
                    blocks=True,
                )
        for mask in half_hidden(masks, (clip, part)):
            yield Advice(
                matter=Matter.CONSENT,
                items=(code,),
                reason=Reason(HALF, mask=mask.id, line=code, film=film.id),
                blocks=True,
            )
