"""Add a theme to the codebook."""

import re

from mediakit.catalog.catalog import Catalog
from mediakit.errors.themes import ThemeExists
from mediakit.errors.typed import ColourNotUnderstood, LabelNotUnderstood
from mediakit.model.ids import ThemeId
from mediakit.model.language import normalize_tag
from mediakit.model.theme import Theme, theme_path

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def add_theme(
    catalog: Catalog,
    typed: str,
    *,
    labels: tuple[str, ...] = (),
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
    named = dict(_label(label) for label in labels)
    if colour and not _COLOUR.fullmatch(colour):
        raise ColourNotUnderstood(text=colour)
    with catalog.change() as change:
        if any(theme.path == path for theme in change.all(Theme)):
            raise ThemeExists(path=path)
        return change.put(
            Theme(
                id=ThemeId(change.new_id(Theme)),
                path=path,
                labels=named or {"und": typed.rpartition("/")[2].strip()},
                definition=definition,
                colour=colour.lower(),
                icon=icon,
            )
        )


def _label(typed: str) -> tuple[str, str]:
    tag, equals, text = typed.partition("=")
    if not equals or not text.strip():
        raise LabelNotUnderstood(text=typed)
    return normalize_tag(tag), text.strip()
