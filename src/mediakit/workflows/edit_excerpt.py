"""Change what people call an excerpt."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.excerpt import Excerpt
from mediakit.workflows.withhold_words import without_quotes


def edit_excerpt(catalog: Catalog, typed: str, *, title: str, day: str) -> Excerpt:
    """Give an excerpt another title; return it changed, as it may be shown.

    Its range stays: what was cut and shown was this range.

    Args:
        catalog: The records.
        typed: The excerpt.
        title: What people will call it.
        day: ISO 8601 day of today, for consent that is withdrawn.

    Raises:
        ExcerptNotFound, IdAmbiguous: It is not found.
    """
    with catalog.change() as change:
        changed = change.put(replace(change.find(Excerpt, typed), title=title))
        [shown] = without_quotes(change, [changed], day)
        return shown
