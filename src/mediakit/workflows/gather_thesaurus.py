"""The codebook as a thesaurus: the words that people use for the same theme."""

from mediakit.catalog.catalog import Records
from mediakit.model.codebook import codebook
from mediakit.model.theme import Theme


def thesaurus(records: Records) -> list[list[str]]:
    """Return what each theme is called, and the other words for it, by theme.

    The last level of its path is a word for it, whatever language that is in.

    A theme that was merged lends its words to the one that stands for it.
    """
    book = codebook(records.all(Theme))
    words: dict[str, list[str]] = {theme.id: [] for theme in book.themes}
    for theme in (*book.themes, *book.merged):
        words[book.standing[theme.id].id] += _terms(theme)
    return [terms for terms in words.values() if terms]


def _terms(theme: Theme) -> list[str]:
    others = (text for texts in theme.synonyms.values() for text in texts)
    level = theme.level.replace("-", " ")
    return list(dict.fromkeys([level, *theme.labels.values(), *others]))
