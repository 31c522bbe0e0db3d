"""Remove a playlist; what it shows stays as it is."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.playlist import Playlist
from mediakit.workflows.show_playlist import ShownPlaylist, as_shown


def remove_playlist(catalog: Catalog, typed: str, day: str) -> ShownPlaylist:
    """Remove a playlist and return what it was, as it may be shown.

    Excerpts stay, and so do records and files of what was made from it.

    Args:
        catalog: The records.
        typed: The playlist.
        day: ISO 8601 day of today, for consent that is withdrawn.

    Raises:
        PlaylistNotFound, IdAmbiguous: It is not found.
    """
    with catalog.change() as change:
        found = change.find(Playlist, typed)
        shown = as_shown(change, found, day)
        change.remove(Playlist, found.id)
        return shown
