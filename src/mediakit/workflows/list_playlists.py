"""List the playlists."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.ids import ClipId, SessionId
from mediakit.model.playlist import Playlist
from mediakit.model.session import Session


@dataclass(frozen=True, slots=True)
class ListedPlaylist:
    """A playlist in a list.

    Attributes:
        id: As ``pl-…``.
        title: What the team calls it.
        session: The session it is for.
        scope: The rung of consent it is shown under.
        budget: Milliseconds there are for it; 0 is not said.
        duration: Milliseconds that showing and talking take.
        items: How many.
    """

    id: str
    title: str
    session: Session | None
    scope: str
    budget: int
    duration: int
    items: int


def list_playlists(catalog: Catalog, typed_session: str = "") -> list[ListedPlaylist]:
    """Return all playlists, or those for a session, oldest first.

    Raises:
        SessionNotFound, IdAmbiguous: The session is not found.
    """
    records = catalog.read()
    wanted = records.find(Session, typed_session).id if typed_session else None
    found = playlists_for(records, wanted) if wanted else records.all(Playlist)
    return listed(records, found)


def playlists_for(records: Records, session: SessionId) -> list[Playlist]:
    """Return the playlists that are prepared for a session."""
    return [one for one in records.all(Playlist) if one.session == session]


def playlists_with(records: Records, clip: ClipId) -> list[Playlist]:
    """Return the playlists on which something of a clip is."""
    return [
        one
        for one in records.all(Playlist)
        if any(item.clip == clip for item in one.items)
    ]


def listed(records: Records, playlists: list[Playlist]) -> list[ListedPlaylist]:
    """Return what a list says of *playlists*."""
    sessions = {one.id: one for one in records.all(Session)}
    return [
        ListedPlaylist(
            id=one.id,
            title=one.title,
            session=sessions.get(one.session) if one.session else None,
            scope=one.scope,
            budget=one.budget,
            duration=one.duration,
            items=len(one.items),
        )
        for one in playlists
    ]
