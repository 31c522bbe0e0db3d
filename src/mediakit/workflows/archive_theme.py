"""Put themes aside that are no longer used: what is coded with them stays."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.codebook import codebook
from mediakit.model.theme import Theme
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.move_theme import Moved, Step, what_moves


def archive_theme(catalog: Catalog, typed: str, *, back: bool = False) -> Moved:
    """Archive a theme with those below it, or take them *back* into use.

    Nothing new is sorted by an archived theme; it is not listed unless that is asked
    for. Searches and reports find what is coded with it as before.

    Raises:
        ThemeNotFound, IdAmbiguous: The theme is not found.
    """
    with catalog.change() as change:
        theme = find_theme(change, typed)
        book = codebook(change.all(Theme))
        family = [one for one in book.family(theme) if one.archived is back]
        put = [change.put(replace(one, archived=not back)) for one in family]
        steps = [Step(one.path, one) for one in put]
        return what_moves(change, change.get(Theme, theme.id), steps, family)
