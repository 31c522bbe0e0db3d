"""Themes as the codes of other programs, and what of them those cannot hold."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.exchange.refi_codes import Code
from mediakit.model.guid import guid_of, named_guid
from mediakit.model.theme import Theme


def codes_of(themes: Sequence[Theme], language: str) -> tuple[Code, ...]:
    """Return the tree of themes; a level that is none of them only holds others.

    Args:
        themes: In the order of the tree.
        language: In which they are called what they are called, where they are.
    """
    return tuple(_level(themes, 1, language))


def not_held(themes: Sequence[Theme], language: str) -> Reasons:
    """Return what of themes is lost where they are codes with one name each.

    Args:
        themes: Those that are written.
        language: That of the names; empty where they are called by their place.
    """
    labels = [
        label
        for theme in themes
        for label in theme.labels.values()
        if not language or label != theme.label(language)
    ]
    words = [word for one in themes for said in one.synonyms.values() for word in said]
    icons = [theme.icon for theme in themes if theme.icon]
    colours = [theme.colour for theme in themes if theme.colour and not language]
    told = (
        (labels, sentence("labels in other languages: {count}")),
        (words, sentence("other words for themes: {count}")),
        (icons, sentence("icons: {count}")),
        (colours, sentence("colours: {count}")),
    )
    return Reasons(*(Reason(text, count=len(lost)) for lost, text in told if lost))


def _level(themes: Sequence[Theme], depth: int, language: str) -> Iterator[Code]:
    """Yield the codes of one level, each with those below it."""
    for above, family in groupby(themes, lambda one: one.path.split("/")[:depth]):
        here = list(family)
        own = [one for one in here if one.path.count("/") + 1 == depth]
        below = [one for one in here if one not in own]
        codes = tuple(_level(below, depth + 1, language))
        path = "/".join(above)
        if not own:
            guid = named_guid("level", path)
            yield Code(guid=guid, name=above[-1], codable=False, below=codes)
        # two laptops may have chosen one path
        for number, theme in enumerate(own):
            yield _code(theme, language, () if number else codes)


def _code(theme: Theme, language: str, below: tuple[Code, ...]) -> Code:
    return Code(
        guid=guid_of(theme.id),
        name=theme.label(language),
        description=theme.definition,
        colour=theme.colour,
        below=below,
    )
