"""Remove a session that nothing happened at."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors import SessionLinked
from mediakit.model.clip import Clip
from mediakit.model.screening import Screening
from mediakit.model.session import Session


def remove_session(catalog: Catalog, typed: str) -> Session:
    """Remove a session and return what it was.

    Raises:
        SessionNotFound: No session has this id.
        SessionLinked: Clips were recorded or screened at it.
    """
    with catalog.change() as change:
        session = change.find(Session, typed)
        recorded = sum(clip.session == session.id for clip in change.all(Clip))
        screened = sum(s.session == session.id for s in change.all(Screening))
        if recorded or screened:
            raise SessionLinked(
                session=session.id, recorded=recorded, screened=screened
            )
        change.remove(Session, session.id)
        return session
