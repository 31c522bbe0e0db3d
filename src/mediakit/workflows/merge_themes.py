"""Make one theme of two: what was coded with either is coded with it."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.themes import ThemeArchived, ThemeInItself
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.theme import Theme
from mediakit.model.validation import Validation
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.move_theme import Moved, Step, what_moves


def merge_themes(catalog: Catalog, typed: str, into: str) -> Moved:
    """Make a theme, with those below it, a part of another, and tell what moved.

    Its names become other words for that one. Its codings, and what sessions decided
    on it, go there and remember where they come from, so that it can be split off
    again. What lies below it lies below that one then; of the same name, it becomes
    one too. The theme itself is kept, merged: who codes with it on another laptop
    codes with the other one.

    Raises:
        ThemeNotFound, IdAmbiguous: A theme is not found.
        ThemeInItself: They are one, or the other lies below it.
        ThemeArchived: The other is no longer used.
    """
    with catalog.change() as change:
        theme, other = find_theme(change, typed), find_theme(change, into)
        book = codebook(change.all(Theme))
        family = book.family(theme)
        if other in family:
            raise ThemeInItself(theme=theme.path, target=other.path)
        if other.archived:
            raise ThemeArchived(theme=other.path)
        if theme.path == other.path:
            # what lies below is where it should be
            family = (theme,)
        told = what_moves(change, other, (), family)
        taken = {one.path: one for one in book.themes if one not in family}
        taken[other.path] = other
        steps = []
        for one in family:
            path = other.path + one.path[len(theme.path) :]
            if path in taken:
                taken[path] = now = _absorb(change, one, taken[path])
            else:
                taken[path] = now = change.put(replace(one, path=path))
            steps.append(Step(one.path, now))
        return replace(told, theme=taken[other.path], steps=tuple(steps))


def _absorb(change: Change, theme: Theme, other: Theme) -> Theme:
    """Let one theme stand for another; return it as it is then."""
    change.put(replace(theme, merged_into=other.id))
    for coding in change.all(Coding):
        if coding.theme == theme.id:
            earlier = (*coding.earlier, theme.id)
            change.put(replace(coding, theme=other.id, earlier=earlier))
    for said in change.all(Validation):
        if said.theme == theme.id:
            earlier = (*said.earlier, theme.id)
            change.put(replace(said, theme=other.id, earlier=earlier))
    words = {tag: list(known) for tag, known in other.synonyms.items()}
    names = [*theme.labels.items()]
    names += [(tag, word) for tag, some in theme.synonyms.items() for word in some]
    for tag, name in names:
        if name not in (*words.get(tag, ()), *other.labels.values()):
            words.setdefault(tag, []).append(name)
    return change.put(
        replace(
            other,
            synonyms={tag: tuple(known) for tag, known in words.items()},
            definition=other.definition or theme.definition,
            colour=other.colour or theme.colour,
            icon=other.icon or theme.icon,
        )
    )
