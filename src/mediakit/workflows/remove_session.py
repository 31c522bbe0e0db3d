"""Remove a session that nothing happened at."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors.sessions import SessionLinked
from mediakit.model.clip import Clip
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.submission import Submission, in_queue
from mediakit.model.use import Use
from mediakit.model.validation import Validation
from mediakit.workflows.list_playlists import playlists_for


def remove_session(catalog: Catalog, typed: str) -> Session:
    """Remove a session and return what it was.

    Raises:
        SessionNotFound: No session has this id.
        SessionLinked: Clips were recorded or screened at it, it decided on themes,
            something was made for it, or a playlist is.
    """
    with catalog.change() as change:
        session = change.find(Session, typed)
        recorded = sum(clip.session == session.id for clip in change.all(Clip))
        queue = filter(in_queue, change.all(Submission))
        recorded += sum(one.session == session.id for one in queue)
        screened = sum(s.session == session.id for s in change.all(Screening))
        marked = sum(v.session == session.id for v in change.all(Validation))
        uses = sum(use.audience == session.id for use in change.all(Use))
        playlists = len(playlists_for(change, session.id))
        if recorded or screened or marked or uses or playlists:
            raise SessionLinked(
                session=session.id,
                recorded=recorded,
                screened=screened,
                marked=marked,
                uses=uses,
                playlists=playlists,
            )
        change.remove(Session, session.id)
        return session
