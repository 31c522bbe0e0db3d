"""Find the theme a person means: by id, path, label, or another word for it."""

from collections.abc import Iterable

from mediakit.catalog.catalog import Records
from mediakit.errors.catalog import IdAmbiguous, ThemeNotFound
from mediakit.errors.themes import ThemeArchived, ThemePathInvalid
from mediakit.model.codebook import codebook
from mediakit.model.theme import Theme, theme_path


def find_theme(records: Records, typed: str) -> Theme:
    """Return the theme with this path, label, last level, synonym, or id.

    One that is in use comes before an archived one, and that before what a theme was
    called that was merged: then the theme that stands for it is meant.

    Raises:
        ThemeNotFound: There is none.
        IdAmbiguous: There are several.
    """
    book = codebook(records.all(Theme))
    in_use = [theme for theme in book.themes if not theme.archived]
    archived = [theme for theme in book.themes if theme.archived]
    for themes in (in_use, archived, book.merged):
        called = themes_called(themes, typed)
        found = {one.id: one for one in (book.standing[t.id] for t in called)}
        if len(found) > 1:
            named = ", ".join(_told(found.values()))
            raise IdAmbiguous(id=typed, matches=named)
        if found:
            return found.popitem()[1]
    return book.standing[records.find(Theme, typed).id]


def find_theme_in_use(records: Records, typed: str) -> Theme:
    """Return the theme that something is to be sorted by.

    Raises:
        ThemeNotFound, IdAmbiguous: It is not found.
        ThemeArchived: It is no longer used.
    """
    theme = find_theme(records, typed)
    if theme.archived:
        raise ThemeArchived(theme=theme.path)
    return theme


def themes_called(themes: Iterable[Theme], typed: str) -> list[Theme]:
    """Return the themes that are called this, by the first sort of name that fits.

    Raises:
        ThemeNotFound: It can be no name of a theme.
    """
    try:
        path = theme_path(typed)
    except ThemePathInvalid as error:
        raise ThemeNotFound(id=typed) from error
    known = list(themes)
    for names in (_path, _labels, _last_level, _synonyms):
        if called := [theme for theme in known if path in names(theme)]:
            return called
    return []


def _told(themes: Iterable[Theme]) -> list[str]:
    """Return what to type instead: paths, or ids where two laptops chose one path."""
    known = list(themes)
    paths = [theme.path for theme in known]
    return [t.path if paths.count(t.path) == 1 else f"{t.path} ({t.id})" for t in known]


def _path(theme: Theme) -> list[str]:
    return [theme.path]


def _labels(theme: Theme) -> list[str]:
    return _typeable(theme.labels.values())


def _last_level(theme: Theme) -> list[str]:
    return [theme.level]


def _synonyms(theme: Theme) -> list[str]:
    return _typeable(word for words in theme.synonyms.values() for word in words)


def _typeable(names: Iterable[str]) -> list[str]:
    found = []
    for name in names:
        try:
            found.append(theme_path(name))
        except ThemePathInvalid:
            continue  # a name in symbols only is not something to type
    return found
