"""Remove a theme that nothing is about."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors.themes import ThemeLinked
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
        coded = sum(coding.theme == theme.id for coding in change.all(Coding))
        below = sum(theme.contains(t) for t in change.all(Theme)) - 1
        marked = sum(v.theme == theme.id for v in change.all(Validation))
        if coded or below or marked:
            raise ThemeLinked(theme=theme.path, coded=coded, below=below, marked=marked)
        change.remove(Theme, theme.id)
        return theme
