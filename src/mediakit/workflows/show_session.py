"""Tell an evening: what was recorded at a session, and what it was shown."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.screening import Screening
from mediakit.model.session import Session


@dataclass(frozen=True, slots=True)
class Shown:
    """One screening, with what was shown."""

    screening: Screening
    clip: Clip | None
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Evening:
    """A session with what was recorded there and, in order, what was screened."""

    session: Session
    recorded: list[Clip]
    screened: list[Shown]


def show_session(catalog: Catalog, typed: str) -> Evening:
    """Return a session with its recordings and screenings.

    Raises:
        SessionNotFound: No session has this id.
    """
    records = catalog.read()
    session = records.find(Session, typed)
    clips = {clip.id: clip for clip in records.all(Clip)}
    excerpts = {excerpt.id: excerpt for excerpt in records.all(Excerpt)}
    screenings = [s for s in records.all(Screening) if s.session == session.id]
    return Evening(
        session,
        [clip for clip in clips.values() if clip.session == session.id],
        [
            Shown(s, clips.get(s.clip), excerpts.get(s.excerpt) if s.excerpt else None)
            for s in sorted(screenings, key=lambda screening: screening.order)
        ],
    )
