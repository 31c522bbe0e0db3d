"""The order in which the items of a playlist are shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mediakit.errors.playlists import ItemNamedTwice, PlaylistItemNotFound
from mediakit.model.item_code import normalize_code
from mediakit.model.playlist import Playlist, PlaylistItem


def find_item(playlist: Playlist, typed: str) -> PlaylistItem:
    """Return the item with a typed code.

    Raises:
        PlaylistItemNotFound: There is none.
    """
    code = normalize_code(typed)
    for item in playlist.items:
        if item.code == code:
            return item
    raise PlaylistItemNotFound(playlist=playlist.id, code=typed)


def moved(playlist: Playlist, typed: str, place: int) -> Playlist:
    """Return *playlist* with one item at another place.

    Args:
        playlist: The playlist.
        typed: The item's code.
        place: From 1; what lies beyond the end is the end.

    Raises:
        PlaylistItemNotFound: There is no such item.
    """
    item = find_item(playlist, typed)
    others = [one for one in playlist.items if one is not item]
    others.insert(max(place - 1, 0), item)
    return replace(playlist, items=tuple(others))


def place_beside(
    playlist: Playlist, typed: str, neighbour: str, *, after: bool = False
) -> int:
    """Return the place, from 1, that an item takes just before or after another.

    Raises:
        PlaylistItemNotFound: There is no such item.
        ItemNamedTwice: It is its own neighbour.
    """
    item, other = find_item(playlist, typed), find_item(playlist, neighbour)
    if item is other:
        raise ItemNamedTwice(code=item.code)
    others = [one for one in playlist.items if one is not item]
    return others.index(other) + 1 + after


def ordered(playlist: Playlist, typed: Sequence[str]) -> Playlist:
    """Return *playlist* with the named items first, in the order of their names.

    Those that are not named stay behind them, in the order they had.

    Raises:
        PlaylistItemNotFound: There is no such item.
        ItemNamedTwice: An item is named more than once.
    """
    named = [find_item(playlist, code) for code in typed]
    for code, count in Counter(item.code for item in named).items():
        if count > 1:
            raise ItemNamedTwice(code=code)
    rest = (item for item in playlist.items if item not in named)
    return replace(playlist, items=(*named, *rest))


def without_items(playlist: Playlist, codes: Iterable[str]) -> Playlist:
    """Return *playlist* without the items of these codes."""
    gone = set(codes)
    kept = tuple(item for item in playlist.items if item.code not in gone)
    return replace(playlist, items=kept)
