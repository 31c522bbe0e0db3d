"""List the excerpts that people chose."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.workflows.withhold_words import without_quotes


@dataclass(frozen=True, slots=True)
class Listed:
    """An excerpt and the clip it belongs to, if that is still there."""

    excerpt: Excerpt
    clip: Clip | None


def list_excerpts(catalog: Catalog, day: str, typed_clip: str = "") -> list[Listed]:
    """Return the excerpts of all clips, or of one: by clip, in order of time.

    Args:
        catalog: The records.
        day: ISO 8601 day of today, for consent that is withdrawn.
        typed_clip: The only clip; empty for all.

    Raises:
        ClipNotFound, IdAmbiguous: The clip is not found.
    """
    records = catalog.read()
    wanted = records.find(Clip, typed_clip).id if typed_clip else None
    clips = {clip.id: clip for clip in records.all(Clip)}
    order = {clip: number for number, clip in enumerate(clips)}
    found = [
        excerpt
        for excerpt in records.all(Excerpt)
        if wanted is None or excerpt.clip == wanted
    ]
    found.sort(key=lambda one: (order.get(one.clip, len(order)), one.range))
    shown = without_quotes(records, found, day)
    return [Listed(excerpt, clips.get(excerpt.clip)) for excerpt in shown]
