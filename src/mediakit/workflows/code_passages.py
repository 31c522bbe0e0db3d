"""Code what a search found, each passage with the times of its segment."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.workflows.add_coding import Remarks, known_coding, put_coding
from mediakit.workflows.find_theme import find_theme_in_use
from mediakit.workflows.search_transcripts import Hit


@dataclass(frozen=True, slots=True)
class Coded:
    """What became of the passages.

    Attributes:
        added: Codings that are new.
        known: Codings that the same coder had made already; they stay as they are.
    """

    added: tuple[Coding, ...]
    known: tuple[Coding, ...]


def passages_to_code(hits: Sequence[Hit]) -> list[tuple[ClipId, TimeRange]]:
    """Return the parts of clips that passages lie in, each once.

    A translation says again what the speech said, in the same time.
    """
    parts = []
    for hit in hits:
        end = min(hit.passage.said.end, hit.clip.media.duration)
        part = TimeRange(hit.passage.said.start, end)
        if part.duration > 0:
            parts.append((hit.clip.id, part))
    return list(dict.fromkeys(parts))


def theme_to_code(catalog: Catalog, typed: str) -> Theme:
    """Return the theme that passages are to be coded with, before they are sought.

    Raises:
        ThemeNotFound, IdAmbiguous: It is not found.
        ThemeArchived: It is no longer used.
    """
    return find_theme_in_use(catalog.read(), typed)


def code_passages(
    catalog: Catalog, hits: Sequence[Hit], typed: str, search: str, *, coder: str = ""
) -> Coded:
    """Code every passage with a theme, all or none.

    Args:
        catalog: Where it is recorded.
        hits: What was found, and shown.
        typed: The theme.
        search: What was searched for, which is kept with each coding.
        coder: Who codes, if that is not who types.

    Raises:
        ClipNotFound: A clip is gone.
        ThemeNotFound, IdAmbiguous: The theme is not found.
        ThemeArchived: It is no longer used.
    """
    with catalog.change() as change:
        theme = find_theme_in_use(change, typed)
        added, known = list[Coding](), list[Coding]()
        for clip, range_ in passages_to_code(hits):
            change.get(Clip, clip)
            before = known_coding(change, theme, clip, range_, coder)
            if before is not None:
                known.append(before)
            else:
                remarks = Remarks(coder=coder, search=search)
                added.append(put_coding(change, None, theme, clip, range_, remarks))
        return Coded(tuple(added), tuple(known))
