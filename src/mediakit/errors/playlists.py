"""Playlists: their items, and what stands in the way of showing them."""

from mediakit.errors.base import MediakitError, sentence


class PlaylistItemNotFound(MediakitError):
    """No item of a playlist has this code."""

    message = sentence(
        "Playlist {playlist} has no item {code}. Run 'mediakit playlist show "
        "{playlist}' to see the codes of its items."
    )
    exit_status = 238


class PlaylistBlocked(MediakitError):
    """A playlist must not or cannot be shown as it is."""

    message = sentence(
        "Playlist {playlist} cannot be shown as it is. Things that stand in the way: "
        "{count}. They are listed above."
    )
    exit_status = 239


class ItemNamedTwice(MediakitError):
    """An item of a playlist was to stand at two places."""

    message = sentence("Item {code} is named twice. Name each item once.")
    exit_status = 240
