"""Change a playlist: what it is for, its order, and what is on it."""

from collections.abc import Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.playlist import Playlist
from mediakit.model.playlist_order import (
    find_item,
    moved,
    ordered,
    place_beside,
    without_items,
)
from mediakit.workflows.playlist_facts import (
    ItemFacts,
    PlaylistFacts,
    usual_language,
    with_facts,
    with_item_facts,
)


def edit_playlist(
    catalog: Catalog, typed: str, facts: PlaylistFacts, scopes: Sequence[str]
) -> Playlist:
    """Change what is said of a playlist; return it changed.

    Raises:
        PlaylistNotFound, SessionNotFound, IdAmbiguous: A record is not found.
        ScopeUnknown: The scope is no rung of the ladder.
    """
    with catalog.change() as change:
        found = change.find(Playlist, typed)
        return change.put(with_facts(change, found, facts, scopes))


def edit_item(
    catalog: Catalog,
    typed: str,
    code: str,
    facts: ItemFacts,
    *,
    languages: Sequence[str],
    last: str,
) -> Playlist:
    """Change what is said of an item; return its playlist changed.

    Args:
        catalog: The records.
        typed: The playlist.
        code: The item.
        facts: What is said of it.
        languages: Those of the library.
        last: The language of texts without one if there are none.

    Raises:
        PlaylistNotFound, IdAmbiguous: The playlist is not found.
        PlaylistItemNotFound: It has no such item.
    """
    with catalog.change() as change:
        found = change.find(Playlist, typed)
        item = find_item(found, code)
        usual = usual_language(change, found, languages, last)
        said = with_item_facts(item, facts, usual)
        items = tuple(said if one is item else one for one in found.items)
        return change.put(replace(found, items=items))


def move_item(
    catalog: Catalog,
    typed: str,
    code: str,
    *,
    to: int | None = None,
    before: str = "",
    after: str = "",
) -> Playlist:
    """Show an item at another time; return its playlist changed.

    Args:
        catalog: The records.
        typed: The playlist.
        code: The item.
        to: Its place, from 1; beyond the end is the end.
        before: The code of the item it is to stand before, instead of a place.
        after: That of the item it is to stand after.

    Raises:
        PlaylistNotFound, IdAmbiguous: The playlist is not found.
        PlaylistItemNotFound: It has no such item.
        ItemNamedTwice: The item is its own neighbour.
    """
    with catalog.change() as change:
        found = change.find(Playlist, typed)
        place = to or place_beside(found, code, before or after, after=bool(after))
        return change.put(moved(found, code, place))


def order_items(catalog: Catalog, typed: str, codes: Sequence[str]) -> Playlist:
    """Put the items in the order of *codes*, the others behind; return the playlist.

    Raises:
        PlaylistNotFound, IdAmbiguous: The playlist is not found.
        PlaylistItemNotFound: It has no such item.
        ItemNamedTwice: An item is named more than once.
    """
    with catalog.change() as change:
        return change.put(ordered(change.find(Playlist, typed), codes))


def remove_items(catalog: Catalog, typed: str, codes: Sequence[str]) -> Playlist:
    """Take items off a playlist; return it without them.

    Raises:
        PlaylistNotFound, IdAmbiguous: The playlist is not found.
        PlaylistItemNotFound: It has no such item.
    """
    with catalog.change() as change:
        found = change.find(Playlist, typed)
        gone = [find_item(found, code).code for code in codes]
        return change.put(without_items(found, gone))
