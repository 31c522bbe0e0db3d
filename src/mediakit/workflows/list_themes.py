"""List the codebook."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.coding import Coding
from mediakit.model.theme import Theme


def list_themes(catalog: Catalog) -> list[tuple[Theme, int]]:
    """Return every theme in tree order, with the number of clips that have it."""
    records = catalog.read()
    clips: dict[str, set[str]] = {}
    for coding in records.all(Coding):
        clips.setdefault(coding.theme, set()).add(coding.clip)
    themes = sorted(records.all(Theme), key=lambda theme: theme.path.split("/"))
    return [(theme, len(clips.get(theme.id, ()))) for theme in themes]
