"""Say that a clip is about a theme, or that it is not."""

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.themes import CodingNotFound
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.ids import CodingId
from mediakit.model.theme import Theme
from mediakit.workflows.find_theme import find_theme, find_theme_in_use


def code_clip(catalog: Catalog, clip: str, theme: str) -> Coding:
    """Apply a theme to a whole clip; return the coding, the old one if it had it.

    Raises:
        ClipNotFound: No clip has this id.
        ThemeNotFound: No theme is called this.
        ThemeArchived: The theme is no longer used.
    """
    with catalog.change() as change:
        found, about = change.find(Clip, clip), find_theme_in_use(change, theme)
        return _coding(change, found, about) or change.put(
            Coding(id=CodingId(change.new_id(Coding)), clip=found.id, theme=about.id)
        )


def uncode_clip(catalog: Catalog, clip: str, theme: str) -> Coding:
    """Take a theme off a whole clip; return the coding that was.

    Raises:
        ClipNotFound: No clip has this id.
        ThemeNotFound: No theme is called this.
        CodingNotFound: The clip does not have the theme.
    """
    with catalog.change() as change:
        found, about = change.find(Clip, clip), find_theme(change, theme)
        coding = _coding(change, found, about)
        if coding is None:
            raise CodingNotFound(clip=found.id, theme=about.path)
        change.remove(Coding, coding.id)
        return coding


def _coding(records: Records, clip: Clip, theme: Theme) -> Coding | None:
    standing = codebook(records.all(Theme)).standing
    for coding in records.all(Coding):
        about = standing.get(coding.theme)
        if about and (coding.clip, about.id, coding.range) == (clip.id, theme.id, None):
            return coding
    return None
