"""Change what a theme is called and what it means; its place in the tree stays."""

from collections.abc import Iterable
from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.language import normalize_tag
from mediakit.model.theme import Theme, parse_label
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.theme_words import (
    colour_typed,
    labels_typed,
    with_synonyms,
    without_synonyms,
)


def edit_theme(
    catalog: Catalog,
    typed: str,
    *,
    labels: Iterable[str] = (),
    unlabelled: Iterable[str] = (),
    synonyms: Iterable[str] = (),
    no_synonyms: Iterable[str] = (),
    definition: str | None = None,
    colour: str | None = None,
    icon: str | None = None,
) -> Theme:
    """Change a theme and return it; ``None`` leaves what was there.

    Args:
        catalog: Where it is.
        typed: The theme.
        labels: As ``fr=Confiance``; each takes the place of that in its language.
        unlabelled: Languages whose label goes; the last label of all stays.
        synonyms: Other words for it, as ``fr=méfiance``, added.
        no_synonyms: Those that go.
        definition: When to use it.
        colour: As ``#cc3311``; empty for none.
        icon: One symbol or emoji; empty for none.

    Raises:
        ThemeNotFound, IdAmbiguous: The theme is not found.
        LabelNotUnderstood: A label or word is not of the form ``fr=Confiance``.
        LanguageNotUnderstood: A language is no tag.
        ColourNotUnderstood: The colour is not of the form ``#cc3311``.
    """
    named = labels_typed(labels)
    no_words = [parse_label(one) for one in no_synonyms]
    gone = [normalize_tag(tag) for tag in unlabelled]
    with catalog.change() as change:
        theme = find_theme(change, typed)
        # a label in no language stands in only until there is one
        known = theme.labels if not named else _without(theme.labels, ["und"])
        words = with_synonyms(theme.synonyms, synonyms)
        return change.put(
            replace(
                theme,
                labels=_without(known | named, gone) or theme.labels,
                synonyms=without_synonyms(words, no_words),
                definition=theme.definition if definition is None else definition,
                colour=theme.colour if colour is None else colour_typed(colour),
                icon=theme.icon if icon is None else icon,
            )
        )


def _without(labels: dict[str, str], tags: Iterable[str]) -> dict[str, str]:
    return {tag: text for tag, text in labels.items() if tag not in tags}
