"""Move and rename themes: those below go with them, and what is coded stays coded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.catalog import ThemeNotFound
from mediakit.errors.themes import ThemeExists, ThemeInItself
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.theme import Theme, theme_path
from mediakit.model.validation import Validation
from mediakit.workflows.find_theme import find_theme

TOP = "/"
"""What is typed for the top of the tree."""


@dataclass(frozen=True, slots=True)
class Step:
    """One theme that went to another place.

    Attributes:
        before: Its path before.
        theme: The theme that it is now, or is a part of.
    """

    before: str
    theme: Theme


@dataclass(frozen=True, slots=True)
class Moved:
    """What a change of the codebook moved.

    Attributes:
        theme: The theme that was changed, as it is now.
        steps: Each theme that went to another place, in the order of the tree.
        codings: How many codings are theirs.
        clips: How many clips these are in.
        sessions: How many decisions of sessions are theirs.
    """

    theme: Theme
    steps: tuple[Step, ...]
    codings: int
    clips: int
    sessions: int


def move_theme(catalog: Catalog, typed: str, parent: str) -> Moved:
    """Put a theme, with those below it, below another or at the top of the tree.

    Args:
        catalog: Where the codebook is.
        typed: The theme.
        parent: The theme it goes below; `TOP` for none.

    Raises:
        ThemeNotFound, IdAmbiguous: A theme is not found.
        ThemeInItself: It would lie below itself.
        ThemeExists: There is a theme of its name already.
    """
    with catalog.change() as change:
        theme = find_theme(change, typed)
        above = "" if parent.strip() == TOP else _place(change, parent)
        if above == theme.path or above.startswith(f"{theme.path}/"):
            raise ThemeInItself(theme=theme.path, target=above)
        return _move(change, theme, f"{above}/{theme.level}".lstrip("/"))


def rename_theme(catalog: Catalog, typed: str, name: str) -> Moved:
    """Give a theme another name in its place; a label in no language follows.

    Raises:
        ThemeNotFound, IdAmbiguous: The theme is not found.
        ThemePathInvalid: The name has no letter or digit.
        ThemeExists: There is a theme of this name already.
    """
    # a slash in a name is part of it: it moves nothing
    level = theme_path(name.replace("/", " "))
    with catalog.change() as change:
        theme = find_theme(change, typed)
        if "und" in theme.labels:
            labels = theme.labels | {"und": name.strip()}
            theme = change.put(replace(theme, labels=labels))
        above = theme.path.rpartition("/")[0]
        return _move(change, theme, f"{above}/{level}".lstrip("/"))


def what_moves(
    records: Records, theme: Theme, steps: Iterable[Step], moved: Iterable[Theme]
) -> Moved:
    """Return what goes with themes: their codings and the decisions on them."""
    ids = {one.id for one in moved}
    codings = [one for one in records.all(Coding) if one.theme in ids]
    decided = sum(one.theme in ids for one in records.all(Validation))
    clips = {one.clip for one in codings}
    return Moved(theme, tuple(steps), len(codings), len(clips), decided)


def _place(records: Records, typed: str) -> str:
    """Return the path of a theme, or of a level that only has themes below it."""
    try:
        return find_theme(records, typed).path
    except ThemeNotFound:
        path = theme_path(typed)
        themes = codebook(records.all(Theme)).themes
        if not any(theme.path.startswith(f"{path}/") for theme in themes):
            raise
        return path


def _move(change: Change, theme: Theme, path: str) -> Moved:
    if path == theme.path:
        return Moved(theme, (), 0, 0, 0)
    book = codebook(change.all(Theme))
    family = book.family(theme)
    taken = {one.path for one in book.themes if one not in family}
    steps = []
    for one in family:
        new = path + one.path[len(theme.path) :]
        if new in taken:
            raise ThemeExists(path=new)
        steps.append(Step(one.path, change.put(replace(one, path=new))))
    now = next(step.theme for step in steps if step.theme.id == theme.id)
    return what_moves(change, now, steps, family)
