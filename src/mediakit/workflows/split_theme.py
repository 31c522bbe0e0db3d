"""Split a theme: some of what is coded with it is about something of its own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.catalog import IdAmbiguous, ThemeNotFound
from mediakit.errors.themes import NothingCoded, ThemeInItself
from mediakit.model.clip import Clip
from mediakit.model.codebook import Codebook, codebook
from mediakit.model.coding import Coding
from mediakit.model.group import is_same_name
from mediakit.model.ids import ThemeId, normalize_id
from mediakit.model.theme import Theme, theme_path
from mediakit.model.validation import Validation
from mediakit.workflows.find_theme import (
    find_theme,
    find_theme_in_use,
    themes_called,
)
from mediakit.workflows.move_theme import Moved, Step
from mediakit.workflows.theme_words import labels_typed, without_synonyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which codings go to the new theme; all that meet every wish that is given.

    Attributes:
        codings: Those with these ids.
        clips: Those in these clips.
        coder: Those of a coder.
        that_were: Those that were about this theme before it was merged.
    """

    codings: Sequence[str] = ()
    clips: Sequence[str] = ()
    coder: str = ""
    that_were: str = ""

    def __str__(self) -> str:
        """Return what was typed."""
        parts = (*self.codings, *self.clips, self.coder, self.that_were)
        return ", ".join(filter(None, parts))


def split_theme(
    catalog: Catalog, typed: str, path: str, which: Which, *, labels: Iterable[str] = ()
) -> Moved:
    """Give some codings of a theme to another, made if it is not there yet.

    What sessions decided stays with the theme, but what they had decided on one that
    was merged into it and is split off again; that has its own names back, too.

    Args:
        catalog: Where the codebook is.
        typed: The theme.
        path: The place in the tree of the other.
        which: Which codings.
        labels: What the other is called, as ``fr=Confiance``, if it is new.

    Raises:
        ThemeNotFound, IdAmbiguous, ClipNotFound, RecordNotFound: A thing is not found.
        NothingCoded: No coding of the theme is meant.
        ThemeInItself: The other is the theme itself.
        ThemeArchived: The other is no longer used.
        ThemePathInvalid, LabelNotUnderstood: What was typed cannot be.
    """
    named = labels_typed(labels)
    with catalog.change() as change:
        theme = find_theme(change, typed)
        book = codebook(change.all(Theme))
        former = _former(book, theme, which.that_were) if which.that_were else None
        is_meant = _test(change, which, former)
        own = {id_ for id_, one in book.standing.items() if one.id == theme.id}
        codings = [c for c in change.all(Coding) if c.theme in own and is_meant(c)]
        if not codings:
            raise NothingCoded(wanted=f"{theme.path}: {which}")
        other = _other(change, book, theme, path, named)
        decided = [
            one
            for one in change.all(Validation)
            if former and one.theme in own and former.id in (one.theme, *one.earlier)
        ]
        for coding in codings:
            earlier = (*coding.earlier, coding.theme)
            change.put(replace(coding, theme=other.id, earlier=earlier))
        for said in decided:
            earlier = (*said.earlier, said.theme)
            change.put(replace(said, theme=other.id, earlier=earlier))
        clips = {coding.clip for coding in codings}
        step = Step(theme.path, other)
        return Moved(other, (step,), len(codings), len(clips), len(decided))


def _former(book: Codebook, theme: Theme, typed: str) -> Theme:
    """Return what was merged into a theme, as it was called, or by its id."""
    merged = book.merged_into(theme)
    by_id = [one for one in merged if one.id == normalize_id(typed)]
    called = by_id or themes_called(merged, typed)
    if not called:
        raise ThemeNotFound(id=typed)
    if len(called) > 1:
        raise IdAmbiguous(id=typed, matches=", ".join(one.id for one in called))
    return called[0]


def _test(
    records: Records, which: Which, former: Theme | None
) -> Callable[[Coding], bool]:
    ids = {records.find(Coding, one).id for one in which.codings}
    clips = {records.find(Clip, one).id for one in which.clips}

    def is_meant(coding: Coding) -> bool:
        return (
            (not ids or coding.id in ids)
            and (not clips or coding.clip in clips)
            and (not which.coder or is_same_name(coding.coded_by, which.coder))
            and (former is None or former.id in (coding.theme, *coding.earlier))
        )

    return is_meant


def _other(
    change: Change, book: Codebook, theme: Theme, typed: str, labels: dict[str, str]
) -> Theme:
    path = theme_path(typed)
    if path == theme.path:
        raise ThemeInItself(theme=theme.path, target=path)
    if any(one.path == path for one in book.themes):
        return find_theme_in_use(change, path)
    for one in book.merged_into(theme):
        if one.path == path:
            # it was merged by mistake: it is itself again
            names = {*one.labels.items()}
            names |= {
                (tag, word) for tag, some in one.synonyms.items() for word in some
            }
            left = without_synonyms(theme.synonyms, names)
            change.put(replace(theme, synonyms=left))
            return change.put(replace(one, merged_into=None))
    named = labels or {"und": typed.rpartition("/")[2].strip()}
    id_ = ThemeId(change.new_id(Theme))
    return change.put(Theme(id=id_, path=path, labels=named))
