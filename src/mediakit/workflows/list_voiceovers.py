"""List voice-overs: all, those of an excerpt, or the one that a kit takes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId
from mediakit.model.language import normalize_tag, primary
from mediakit.model.timecode import TimeRange
from mediakit.model.voiceover import Voiceover


@dataclass(frozen=True, slots=True)
class Listed:
    """A voice-over and what it is said over, if that is still there."""

    voiceover: Voiceover
    excerpt: Excerpt | None


def list_voiceovers(
    catalog: Catalog, *, typed_excerpt: str = "", language: str = ""
) -> list[Listed]:
    """Return voice-overs, those of an excerpt together, oldest first.

    Args:
        catalog: The records.
        typed_excerpt: The only excerpt; empty for all.
        language: The only language, as ``bm``; empty for all.

    Raises:
        ExcerptNotFound, IdAmbiguous: The excerpt is not found.
        LanguageNotUnderstood: The language is no tag.
    """
    records = catalog.read()
    wanted = records.find(Excerpt, typed_excerpt).id if typed_excerpt else None
    tongue = primary(normalize_tag(language)) if language else ""
    excerpts = {one.id: one for one in records.all(Excerpt)}
    order = {one: number for number, one in enumerate(excerpts)}
    found = [
        one
        for one in records.all(Voiceover)
        if wanted in {None, one.excerpt} and tongue in {"", primary(one.language)}
    ]
    found.sort(key=lambda one: order.get(one.excerpt, len(order)))
    # an excerpt's words may be withdrawn; its title is not the speaker's
    return [Listed(one, _wordless(excerpts.get(one.excerpt))) for one in found]


def voiceovers_of(
    records: Records, clip: ClipId, range_: TimeRange
) -> Mapping[str, Voiceover]:
    """Return the newest voice-over in each language that fits a part of a clip."""
    newest = {
        primary(one.language): one
        for one in records.all(Voiceover)
        if one.fits(clip, range_)
    }
    return {one.language: one for one in newest.values()}


def _wordless(excerpt: Excerpt | None) -> Excerpt | None:
    return replace(excerpt, quote="") if excerpt else None
