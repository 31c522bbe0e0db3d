"""Take back a screening that was recorded by mistake."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors.sessions import ScreeningLinked
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening


def remove_screening(catalog: Catalog, typed: str) -> Screening:
    """Remove a screening and return what it was.

    Raises:
        ScreeningNotFound: No screening has this id.
        ScreeningLinked: Clips answer it.
    """
    with catalog.change() as change:
        screening = change.find(Screening, typed)
        replies = sum(r.screening == screening.id for r in change.all(Reply))
        if replies:
            raise ScreeningLinked(screening=screening.id, replies=replies)
        change.remove(Screening, screening.id)
        return screening
