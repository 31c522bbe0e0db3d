"""Tell how far themes have come on their way through the programme."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.theme_progress import Progress, theme_progress
from mediakit.model.validation import Validation
from mediakit.workflows.find_theme import find_theme


def follow_themes(catalog: Catalog, typed: str = "") -> list[Progress]:
    """Return where themes stand, in the order of the tree; archived ones if named.

    Args:
        catalog: The records.
        typed: Only this theme and those below it.

    Raises:
        ThemeNotFound: No theme is called this.
    """
    records = catalog.read()
    top = find_theme(records, typed) if typed else None
    followed = theme_progress(
        codebook(records.all(Theme)),
        records.all(Validation),
        records.all(Coding),
        {clip.id: clip for clip in records.all(Clip)},
        {session.id: session for session in records.all(Session)},
    )
    if top is None:
        return [one for one in followed if not one.theme.archived]
    return [one for one in followed if top.contains(one.theme)]
