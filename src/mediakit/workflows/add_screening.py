"""Record that a clip or an excerpt was shown at a session."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors import ExcerptOfOtherClip
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ScreeningId
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session


def add_screening(
    catalog: Catalog,
    clip: str,
    session: str,
    *,
    excerpt: str = "",
    order: int | None = None,
    outcome: Outcome = Outcome.SHOWN,
    question: str = "",
    reaction: str = "",
) -> Screening:
    """Record a screening and return it; without *order* it comes last.

    Raises:
        ClipNotFound: No clip has this id.
        SessionNotFound: No session has this id.
        ExcerptNotFound: No excerpt has this id.
        ExcerptOfOtherClip: The excerpt belongs to another clip.
    """
    with catalog.change() as change:
        shown, room = change.find(Clip, clip), change.find(Session, session)
        part = change.find(Excerpt, excerpt) if excerpt else None
        if part is not None and part.clip != shown.id:
            raise ExcerptOfOtherClip(excerpt=part.id, clip=shown.id)
        before = [s.order for s in change.all(Screening) if s.session == room.id]
        return change.put(
            Screening(
                id=ScreeningId(change.new_id(Screening)),
                clip=shown.id,
                session=room.id,
                excerpt=part.id if part else None,
                order=order if order is not None else max(before, default=0) + 1,
                outcome=outcome,
                question=question,
                reaction=reaction,
            )
        )
