"""Begin a playlist, or copy one for another room."""

from collections.abc import Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.model.ids import PlaylistId
from mediakit.model.ladder import usual_scope
from mediakit.model.playlist import Playlist
from mediakit.workflows.playlist_facts import PlaylistFacts, with_facts


def add_playlist(
    catalog: Catalog, facts: PlaylistFacts, scopes: Sequence[str]
) -> Playlist:
    """Add a playlist without items and return it.

    Raises:
        SessionNotFound, IdAmbiguous: The session is not found.
        ScopeUnknown: The scope is no rung of the ladder.
    """
    with catalog.change() as change:
        id_ = PlaylistId(change.new_id(Playlist))
        bare = Playlist(id=id_, title="", scope=usual_scope(scopes))
        return change.put(with_facts(change, bare, facts, scopes))


def copy_playlist(
    catalog: Catalog, typed: str, facts: PlaylistFacts, scopes: Sequence[str]
) -> Playlist:
    """Add a playlist with the items of another, under the same codes; return it.

    Raises:
        PlaylistNotFound, SessionNotFound, IdAmbiguous: A record is not found.
        ScopeUnknown: The scope is no rung of the ladder.
    """
    with catalog.change() as change:
        copied = change.find(Playlist, typed)
        id_ = PlaylistId(change.new_id(Playlist))
        bare = replace(copied, id=id_, created=None, changed=None)
        return change.put(with_facts(change, bare, facts, scopes))
