"""Put clips, and parts of them, on a playlist."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId, normalize_id
from mediakit.model.leaving import spoken
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.timecode import TimeRange
from mediakit.workflows.check_showing import find_shown
from mediakit.workflows.choose_parts import excerpt_of, free_codes, refuse_withdrawn
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.playlist_facts import (
    ItemFacts,
    usual_language,
    with_item_facts,
)
from mediakit.workflows.search_transcripts import Hit


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be put on a playlist, or into a film.

    Attributes:
        chosen: Which part of which clip.
        excerpt: The excerpt it is, if it is one already.
    """

    chosen: Chosen
    excerpt: ExcerptId | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What was put on a playlist.

    Attributes:
        playlist: As it is now.
        codes: Of the items that are new.
        present: What was on it already, and was not put there again.
    """

    playlist: Playlist
    codes: tuple[str, ...]
    present: tuple[Chosen, ...] = ()


def find_wanted(records: Records, typed: str) -> Wanted:
    """Return the excerpt, the passage of a coding, or the whole clip that was typed.

    Raises:
        ClipNotFound, ExcerptNotFound, RecordNotFound, IdAmbiguous: None has this id.
    """
    if normalize_id(typed).startswith("k-"):
        coding = records.find(Coding, typed)
        clip = records.get(Clip, coding.clip)
        whole = TimeRange(0, clip.media.duration)
        return Wanted(Chosen(clip, coding.range or whole))
    if normalize_id(typed).startswith("x-"):
        # to say that there is no such excerpt, not that there is no such clip
        records.find(Excerpt, typed)
    clip, excerpt = find_shown(records, typed)
    if excerpt is None:
        return Wanted(Chosen(clip, TimeRange(0, clip.media.duration)))
    return Wanted(Chosen(clip, excerpt.range, excerpt.quote), excerpt.id)


def find_wanted_hits(hits: Iterable[Hit]) -> list[Wanted]:
    """Return the passages that a search found, each as long as its segments."""
    found = []
    for hit in hits:
        said, end = spoken(hit.passage.said), hit.clip.media.duration
        # a transcript may go on after the recording has ended
        if said.start < end:
            part = TimeRange(said.start, min(said.end, end))
            quote = " ".join(hit.passage.said.text.split())
            found.append(Wanted(Chosen(hit.clip, part, quote)))
    return found


def add_items(
    catalog: Catalog,
    typed: str,
    wanted: Sequence[Wanted],
    facts: ItemFacts,
    purpose: Purpose,
    *,
    languages: Sequence[str],
    last: str,
    once: bool = False,
) -> Added:
    """Put things at the end of a playlist, in order.

    A part of a clip becomes an excerpt, unless it is one, so that what a room says of
    it can be noted.

    Args:
        catalog: The records.
        typed: The playlist.
        wanted: What is to be shown.
        facts: What is said of each.
        purpose: That of the team.
        languages: Those of the library.
        last: The language of texts without one if there are none.
        once: Leave out what is on it already.

    Raises:
        PlaylistNotFound, IdAmbiguous: The playlist is not found.
        ClipNotFound: A clip was removed meanwhile.
        ConsentWithdrawn: A voice in it was withdrawn.
    """
    with catalog.change() as change:
        found = change.find(Playlist, typed)
        before = {(item.clip, item.range) for item in found.items}
        usual = usual_language(change, found, languages, last)
        new = [one for one in wanted if not (once and _place(one) in before)]
        codes = free_codes([item.code for item in found.items], len(new))
        items = tuple(
            with_item_facts(_item(change, one, code), facts, usual)
            for one, code in zip(new, codes, strict=True)
        )
        refuse_withdrawn(change, purpose, [(one.clip, one.range) for one in items])
        playlist = change.put(replace(found, items=(*found.items, *items)))
        present = tuple(one.chosen for one in wanted if one not in new)
        return Added(playlist, tuple(codes), present)


def _place(wanted: Wanted) -> tuple[str, TimeRange]:
    return wanted.chosen.clip.id, wanted.chosen.range


def _item(change: Change, wanted: Wanted, code: str) -> PlaylistItem:
    chosen = wanted.chosen
    clip = change.get(Clip, chosen.clip.id)
    excerpt = wanted.excerpt or excerpt_of(change, chosen)
    return PlaylistItem(code=code, clip=clip.id, range=chosen.range, excerpt=excerpt)
