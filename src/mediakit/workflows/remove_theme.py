"""Remove a theme that nothing is about."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors.themes import ThemeLinked
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.theme import Theme
from mediakit.model.validation import Validation
from mediakit.workflows.find_theme import find_theme


def remove_theme(catalog: Catalog, typed: str) -> Theme:
    """Remove a theme and return what it was.

    Raises:
        ThemeNotFound: No theme is called this.
        ThemeLinked: Clips are about it, themes lie below it, or sessions decided on
            it.
    """
    with catalog.change() as change:
        theme = find_theme(change, typed)
        book = codebook(change.all(Theme))
        own = {id_ for id_, one in book.standing.items() if one.id == theme.id}
        coded = sum(coding.theme in own for coding in change.all(Coding))
        below = sum(theme.contains(t) for t in book.themes) - 1
        marked = sum(v.theme in own for v in change.all(Validation))
        if coded or below or marked:
            raise ThemeLinked(theme=theme.path, coded=coded, below=below, marked=marked)
        # with what was merged into it
        for id_ in own:
            change.remove(Theme, id_)
        return theme
