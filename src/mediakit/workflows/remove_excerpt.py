"""Remove an excerpt; the clip it was chosen from stays as it is."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors.excerpts import ExcerptLinked
from mediakit.model.excerpt import Excerpt
from mediakit.model.screening import Screening
from mediakit.model.use import Use
from mediakit.workflows.withhold_words import without_quotes


def remove_excerpt(
    catalog: Catalog, typed: str, *, day: str, with_history: bool = False
) -> Excerpt:
    """Remove an excerpt and return what it was, as it may be shown.

    Records of uses stay, with the clip and the times.

    Args:
        catalog: The records.
        typed: The excerpt.
        day: ISO 8601 day of today, for consent that is withdrawn.
        with_history: Also if something was made from it.

    Raises:
        ExcerptNotFound, IdAmbiguous: It is not found.
        ExcerptLinked: It was screened; or it was used, and *with_history* is false.
    """
    with catalog.change() as change:
        excerpt = change.find(Excerpt, typed)
        screenings = sum(s.excerpt == excerpt.id for s in change.all(Screening))
        uses = sum(
            any(one.excerpt == excerpt.id for one in use.ranges)
            for use in change.all(Use)
        )
        if screenings or (uses and not with_history):
            raise ExcerptLinked(excerpt=excerpt.id, screenings=screenings, uses=uses)
        [shown] = without_quotes(change, [excerpt], day)
        change.remove(Excerpt, excerpt.id)
        return shown
