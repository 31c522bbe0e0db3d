"""List the codebook."""

from collections import defaultdict
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.coding_counts import CodingCounts, count_codings
from mediakit.model.ids import ThemeId
from mediakit.model.theme import Theme


@dataclass(frozen=True, slots=True)
class ListedTheme:
    """A theme with what is coded with it, not counting themes below it."""

    theme: Theme
    counts: CodingCounts


def list_themes(catalog: Catalog, *, archived: bool = False) -> list[ListedTheme]:
    """Return the themes in the order of the tree.

    Args:
        catalog: Where they are.
        archived: Also those that are no longer used.
    """
    records = catalog.read()
    book = codebook(records.all(Theme))
    clips = {clip.id: clip for clip in records.all(Clip)}
    coded: defaultdict[ThemeId, list[Coding]] = defaultdict(list)
    for coding in records.all(Coding):
        if coding.theme in book.standing:
            coded[book.standing[coding.theme].id].append(coding)
    return [
        ListedTheme(theme, count_codings(coded[theme.id], clips))
        for theme in book.themes
        if archived or not theme.archived
    ]
