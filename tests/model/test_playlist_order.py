"""The order of a playlist."""

import pytest

from mediakit.errors.playlists import ItemNamedTwice, PlaylistItemNotFound
from mediakit.model.playlist import Playlist
from mediakit.model.playlist_order import (
    find_item,
    moved,
    ordered,
    place_beside,
    without_items,
)
from tests.builders import a_playlist, an_item

FOUR = a_playlist(items=tuple(map(an_item, ("A2A", "C3C", "D4D", "E5E"))))


def codes(playlist: Playlist) -> str:
    """Return the first letters of the items, in order."""
    return "".join(item.code[0] for item in playlist.items)


@pytest.mark.parametrize(
    ("place", "expected"), [(1, "DACE"), (2, "ADCE"), (4, "ACED"), (99, "ACED")]
)
def test_an_item_moves_to_a_place(place: int, expected: str) -> None:
    """Counted from 1, as people do; beyond the end is the end."""
    assert expected == codes(moved(FOUR, "d4d", place))


@pytest.mark.parametrize(
    ("code", "neighbour", "after", "expected"),
    [
        ("A2A", "D4D", False, "CADE"),
        ("A2A", "D4D", True, "CDAE"),
        ("E5E", "A2A", False, "EACD"),
        ("E5E", "A2A", True, "AECD"),
    ],
)
def test_an_item_moves_beside_another(
    code: str, neighbour: str, *, after: bool, expected: str
) -> None:
    """Just before it, or just after it, from both sides."""
    place = place_beside(FOUR, code, neighbour, after=after)

    assert expected == codes(moved(FOUR, code, place))


def test_a_group_orders_some() -> None:
    """Those it named come first; the others keep their order behind."""
    assert "EAC" + "D" == codes(ordered(FOUR, ["E5E", "a2a", "C3C"]))
    assert "CADE" == codes(ordered(FOUR, ["C3C"]))


def test_some_are_taken_off() -> None:
    """The others stay as they were."""
    assert "AE" == codes(without_items(FOUR, ["D4D", "C3C"]))


def test_refuses_what_is_not_there_and_what_is_named_twice() -> None:
    """Whoever reads a card wrong is told."""
    with pytest.raises(PlaylistItemNotFound, match="has no item X9X"):
        find_item(FOUR, "X9X")
    with pytest.raises(ItemNamedTwice, match="A2A"):
        ordered(FOUR, ["A2A", "C3C", "a2a"])
    with pytest.raises(ItemNamedTwice, match="A2A"):
        place_beside(FOUR, "A2A", "A2A")
