"""Add a theme to the codebook."""

from collections.abc import Iterable

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.themes import ThemeExists
from mediakit.model.codebook import codebook
from mediakit.model.ids import ThemeId
from mediakit.model.theme import Theme, theme_path
from mediakit.workflows.theme_words import colour_typed, labels_typed, with_synonyms


def add_theme(
    catalog: Catalog,
    typed: str,
    *,
    labels: Iterable[str] = (),
    synonyms: Iterable[str] = (),
    definition: str = "",
    colour: str = "",
    icon: str = "",
) -> Theme:
    """Add the theme that was typed; its last level is its label unless one is given.

    Raises:
        ThemeExists: There is a theme at this place in the tree.
        ThemePathInvalid: What was typed cannot be a place in the tree.
        LabelNotUnderstood: A label is not of the form ``fr=Confiance``.
        ColourNotUnderstood: The colour is not of the form ``#cc3311``.
    """
    path = theme_path(typed)
    named = labels_typed(labels)
    words = with_synonyms({}, synonyms)
    plain = colour_typed(colour)
    with catalog.change() as change:
        verify_free(change, path)
        return change.put(
            Theme(
                id=ThemeId(change.new_id(Theme)),
                path=path,
                labels=named or {"und": typed.rpartition("/")[2].strip()},
                definition=definition,
                colour=plain,
                icon=icon,
                synonyms=words,
            )
        )


def verify_free(records: Records, path: str) -> None:
    """Verify that no theme has a place in the tree.

    Raises:
        ThemeExists: One has.
    """
    if any(theme.path == path for theme in codebook(records.all(Theme)).themes):
        raise ThemeExists(path=path)
