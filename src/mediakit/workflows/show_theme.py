"""Show a theme: what it means, what is coded with it, and how far it came."""

from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.coding_counts import CodingCounts, count_codings
from mediakit.model.ids import ThemeId
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.theme_progress import Progress, theme_progress
from mediakit.model.validation import Validation
from mediakit.workflows.find_theme import find_theme


@dataclass(frozen=True, slots=True)
class ShownTheme:
    """All that is known of a theme.

    Attributes:
        theme: The theme.
        counts: What is coded with it.
        with_below: The same with the themes below it.
        below: Those just below it, each with all that is coded there.
        merged: What was merged into it.
        progress: How far it came.
    """

    theme: Theme
    counts: CodingCounts
    with_below: CodingCounts
    below: tuple[tuple[Theme, CodingCounts], ...]
    merged: tuple[Theme, ...]
    progress: Progress


def show_theme(catalog: Catalog, typed: str) -> ShownTheme:
    """Return all that is known of a theme.

    Raises:
        ThemeNotFound, IdAmbiguous: It is not found.
    """
    records = catalog.read()
    theme = find_theme(records, typed)
    book = codebook(records.all(Theme))
    depth = theme.path.count("/") + 1
    own = {id_ for id_, one in book.standing.items() if one.id == theme.id}
    progress = theme_progress(
        book,
        records.all(Validation),
        records.all(Coding),
        {clip.id: clip for clip in records.all(Clip)},
        {session.id: session for session in records.all(Session)},
    )
    return ShownTheme(
        theme,
        _counts(records, own),
        _counts(records, book.below(theme)),
        tuple(
            (one, _counts(records, book.below(one)))
            for one in book.themes
            if theme.contains(one) and one.path.count("/") == depth
        ),
        book.merged_into(theme),
        next(one for one in progress if one.theme.id == theme.id),
    )


def _counts(records: Records, themes: Iterable[ThemeId]) -> CodingCounts:
    wanted = frozenset(themes)
    clips = {clip.id: clip for clip in records.all(Clip)}
    return count_codings((c for c in records.all(Coding) if c.theme in wanted), clips)
