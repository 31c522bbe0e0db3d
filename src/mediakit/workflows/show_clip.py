"""Tell a clip's life: recorded where, about what, said what, cut and shown where."""

from collections.abc import Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import PersonId
from mediakit.model.measures import Measures
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.list_films import ListedFilm, films_with, listed_film
from mediakit.workflows.list_playlists import (
    ListedPlaylist,
    listed,
    playlists_with,
)
from mediakit.workflows.list_recalls import open_recalls, stale
from mediakit.workflows.list_replies import ListedReply, replies_of
from mediakit.workflows.prepared_files import read_measures
from mediakit.workflows.show_consent import ClipConsent, consents_of
from mediakit.workflows.withhold_words import without_notes, without_quotes


@dataclass(frozen=True, slots=True)
class Coded:
    """A theme of the clip, and where."""

    coding: Coding
    theme: Theme | None


@dataclass(frozen=True, slots=True)
class ShownAt:
    """A screening of the clip, and the session it was shown at."""

    screening: Screening
    session: Session | None


@dataclass(frozen=True, slots=True)
class Life:
    """Everything the library knows about a clip.

    What is `stale` holds voices that were withdrawn, by its id: whose.
    """

    clip: Clip
    recorded_at: Session | None
    themes: list[Coded]
    transcripts: list[TranscriptRecord]
    excerpts: list[Excerpt]
    screened: list[ShownAt]
    answers: list[ListedReply]
    answered_by: list[ListedReply]
    playlists: list[ListedPlaylist]
    films: list[ListedFilm]
    uses: list[Use]
    stale: Mapping[str, tuple[PersonId, ...]]
    consent: ClipConsent
    measures: Measures


def show_clip(library: Library, catalog: Catalog, typed: str, day: str) -> Life:
    """Return a clip with everything linked to it; screenings by date.

    Args:
        library: Where what was measured lies.
        catalog: The records.
        typed: The clip.
        day: ISO 8601 day of today, for consent that is withdrawn.

    Raises:
        ClipNotFound: No clip has this id.
    """
    records = catalog.read()
    clip = records.find(Clip, typed)
    sessions = {session.id: session for session in records.all(Session)}
    themes = codebook(records.all(Theme)).standing
    screened = [
        ShownAt(s, sessions.get(s.session))
        for s in records.all(Screening)
        if s.clip == clip.id
    ]
    replies, facts = replies_of(records), gather_facts(records)
    codings = [one for one in records.all(Coding) if one.clip == clip.id]
    excerpts = [x for x in records.all(Excerpt) if x.clip == clip.id]
    return Life(
        clip,
        sessions.get(clip.session) if clip.session else None,
        [
            Coded(coding, themes.get(coding.theme))
            for coding in without_notes(records, codings, day, facts)
        ],
        [t for t in records.all(TranscriptRecord) if t.clip == clip.id],
        sorted(
            without_quotes(records, excerpts, day, facts),
            key=lambda excerpt: excerpt.range,
        ),
        sorted(screened, key=_evening),
        [r for r in replies if r.reply.clip == clip.id],
        [r for r in replies if r.screening and r.screening.clip == clip.id],
        listed(records, playlists_with(records, clip.id)),
        [listed_film(records, one) for one in films_with(records, clip.id)],
        [u for u in records.all(Use) if any(r.clip == clip.id for r in u.ranges)],
        stale(open_recalls(records, day, facts)),
        consents_of(facts, clip, day),
        read_measures(library, clip.id),
    )


def _evening(shown: ShownAt) -> tuple[str, int]:
    return (shown.session.date if shown.session else ""), shown.screening.order
