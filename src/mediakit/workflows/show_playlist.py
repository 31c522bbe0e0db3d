"""Tell what is on a playlist, as it may be shown to the team."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.session import Session
from mediakit.workflows.withhold_words import without_item_words, without_quotes


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item with what it shows.

    Attributes:
        item: Without words where a voice in it was withdrawn.
        clip: What it shows, if that is still there.
        excerpt: What it was chosen as, if it was; without a withdrawn quote.
        withdrawn: Whether a voice in it was withdrawn.
    """

    item: PlaylistItem
    clip: Clip | None
    excerpt: Excerpt | None
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class ShownPlaylist:
    """A playlist with what its items show.

    Attributes:
        id: That of the playlist.
        title: What the team calls it.
        scope: The rung of consent it is shown under.
        budget: Milliseconds there are for it; 0 is not said.
        duration: Milliseconds that showing and talking take.
        session: The session it is for.
        items: In order.
    """

    id: str
    title: str
    scope: str
    budget: int
    duration: int
    session: Session | None
    items: tuple[ListedItem, ...]


def show_playlist(catalog: Catalog, typed: str, day: str) -> ShownPlaylist:
    """Return a playlist with what its items show.

    Args:
        catalog: The records.
        typed: The playlist.
        day: ISO 8601 day of today, for consent that is withdrawn.

    Raises:
        PlaylistNotFound, IdAmbiguous: It is not found.
    """
    records = catalog.read()
    return as_shown(records, records.find(Playlist, typed), day)


def as_shown(records: Records, playlist: Playlist, day: str) -> ShownPlaylist:
    """Return a playlist of *records* as it may be shown on a day."""
    told, withdrawn = without_item_words(records, playlist, day)
    shown = [item.excerpt for item in playlist.items if item.excerpt]
    chosen = [x for x in records.all(Excerpt) if x.id in shown]
    excerpts = {x.id: x for x in without_quotes(records, chosen, day)}
    clips = _clips(records, {item.clip for item in playlist.items})
    sessions = {one.id: one for one in records.all(Session)}
    return ShownPlaylist(
        id=told.id,
        title=told.title,
        scope=told.scope,
        budget=told.budget,
        duration=told.duration,
        session=sessions.get(told.session) if told.session else None,
        items=tuple(
            ListedItem(
                item,
                clips.get(item.clip),
                excerpts.get(item.excerpt) if item.excerpt else None,
                item.code in withdrawn,
            )
            for item in told.items
        ),
    )


def _clips(records: Records, wanted: Iterable[ClipId]) -> Mapping[ClipId, Clip]:
    known = set(wanted)
    return {clip.id: clip for clip in records.all(Clip) if clip.id in known}
