"""Find the theme a person means: by id, by path, or by a label."""

from mediakit.catalog.catalog import Records
from mediakit.errors.catalog import IdAmbiguous, ThemeNotFound
from mediakit.errors.themes import ThemePathInvalid
from mediakit.model.theme import Theme, theme_path


def find_theme(records: Records, typed: str) -> Theme:
    """Return the theme with this path, label, last level of a path, or id.

    Raises:
        ThemeNotFound: There is none.
        IdAmbiguous: There are several.
    """
    themes = records.all(Theme)
    try:
        path = theme_path(typed)
    except ThemePathInvalid as error:
        raise ThemeNotFound(id=typed) from error
    for names in (_path, _labels, _last_level):
        matches = [theme for theme in themes if path in names(theme)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise IdAmbiguous(id=typed, matches=", ".join(t.path for t in matches))
    return records.find(Theme, typed)


def _path(theme: Theme) -> list[str]:
    return [theme.path]


def _labels(theme: Theme) -> list[str]:
    found = []
    for label in theme.labels.values():
        try:
            found.append(theme_path(label))
        except ThemePathInvalid:
            continue  # a label in symbols only is not something to type
    return found


def _last_level(theme: Theme) -> list[str]:
    return [theme.path.rpartition("/")[2]]
