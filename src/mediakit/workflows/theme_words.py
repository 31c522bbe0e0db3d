"""What people type about a theme: its labels, its other words, its colour."""

import re
from collections.abc import Iterable, Mapping

from mediakit.errors.typed import ColourNotUnderstood
from mediakit.model.theme import parse_label

Synonyms = Mapping[str, tuple[str, ...]]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def labels_typed(typed: Iterable[str]) -> dict[str, str]:
    """Return labels by language; of several in one, the last.

    Raises:
        LabelNotUnderstood: One is not of the form ``fr=Confiance``.
    """
    return dict(parse_label(one) for one in typed)


def with_synonyms(known: Synonyms, typed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return *known* with other words added, each once.

    Raises:
        LabelNotUnderstood: One is not of the form ``fr=Confiance``.
    """
    words = dict(known)
    for tag, word in map(parse_label, typed):
        words[tag] = (*(w for w in words.get(tag, ()) if w != word), word)
    return words


def without_synonyms(
    known: Synonyms, words: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """Return *known* without some words, each with its language."""
    gone = frozenset(words)
    left = {
        tag: tuple(word for word in some if (tag, word) not in gone)
        for tag, some in known.items()
    }
    return {tag: some for tag, some in left.items() if some}


def colour_typed(typed: str) -> str:
    """Return a colour as it is kept; nothing is none.

    Raises:
        ColourNotUnderstood: It is not of the form ``#cc3311``.
    """
    if typed and not _COLOUR.fullmatch(typed):
        raise ColourNotUnderstood(text=typed)
    return typed.lower()
