"""Tell an evening: what was recorded at a session, and what it was shown."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.excerpt import Excerpt
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.validation import Validation
from mediakit.workflows.list_playlists import (
    ListedPlaylist,
    listed,
    playlists_for,
)
from mediakit.workflows.withhold_words import without_quotes


@dataclass(frozen=True, slots=True)
class Shown:
    """One screening, with what was shown and what answers it."""

    screening: Screening
    clip: Clip | None
    excerpt: Excerpt | None
    replies: list[Reply]


@dataclass(frozen=True, slots=True)
class Evening:
    """A session: what was recorded, screened in order, decided and is prepared."""

    session: Session
    recorded: list[Clip]
    screened: list[Shown]
    decided: list[tuple[Validation, Theme | None]]
    playlists: list[ListedPlaylist]


def show_session(catalog: Catalog, typed: str, day: str) -> Evening:
    """Return a session with its recordings, screenings and decisions on themes.

    Args:
        catalog: The records.
        typed: The session.
        day: ISO 8601 day of today, for consent that is withdrawn.

    Raises:
        SessionNotFound: No session has this id.
    """
    records = catalog.read()
    session = records.find(Session, typed)
    clips = {clip.id: clip for clip in records.all(Clip)}
    shown = without_quotes(records, records.all(Excerpt), day)
    excerpts = {excerpt.id: excerpt for excerpt in shown}
    themes = codebook(records.all(Theme)).standing
    screenings = [s for s in records.all(Screening) if s.session == session.id]
    return Evening(
        session,
        [clip for clip in clips.values() if clip.session == session.id],
        [
            Shown(
                s,
                clips.get(s.clip),
                excerpts.get(s.excerpt) if s.excerpt else None,
                [reply for reply in records.all(Reply) if reply.screening == s.id],
            )
            for s in sorted(screenings, key=lambda screening: screening.order)
        ],
        [
            (v, themes.get(v.theme))
            for v in records.all(Validation)
            if v.session == session.id
        ],
        listed(records, playlists_for(records, session.id)),
    )
