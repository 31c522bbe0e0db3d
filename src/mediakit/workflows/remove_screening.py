"""Take back a screening that was recorded by mistake."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.screening import Screening


def remove_screening(catalog: Catalog, typed: str) -> Screening:
    """Remove a screening and return what it was.

    Raises:
        RecordNotFound: No screening has this id.
    """
    with catalog.change() as change:
        screening = change.find(Screening, typed)
        change.remove(Screening, screening.id)
        return screening
