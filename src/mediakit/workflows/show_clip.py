"""Tell a clip's life: recorded where, about what, said what, cut and shown where."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use


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
    """Everything the catalog knows about a clip."""

    clip: Clip
    recorded_at: Session | None
    themes: list[Coded]
    transcripts: list[TranscriptRecord]
    excerpts: list[Excerpt]
    screened: list[ShownAt]
    uses: list[Use]


def show_clip(catalog: Catalog, typed: str) -> Life:
    """Return a clip with everything linked to it; screenings by date.

    Raises:
        ClipNotFound: No clip has this id.
    """
    records = catalog.read()
    clip = records.find(Clip, typed)
    sessions = {session.id: session for session in records.all(Session)}
    themes = {theme.id: theme for theme in records.all(Theme)}
    screened = [
        ShownAt(s, sessions.get(s.session))
        for s in records.all(Screening)
        if s.clip == clip.id
    ]
    return Life(
        clip,
        sessions.get(clip.session) if clip.session else None,
        [
            Coded(coding, themes.get(coding.theme))
            for coding in records.all(Coding)
            if coding.clip == clip.id
        ],
        [t for t in records.all(TranscriptRecord) if t.clip == clip.id],
        sorted(
            (x for x in records.all(Excerpt) if x.clip == clip.id),
            key=lambda excerpt: excerpt.range,
        ),
        sorted(screened, key=_evening),
        [u for u in records.all(Use) if any(r.clip == clip.id for r in u.ranges)],
    )


def _evening(shown: ShownAt) -> tuple[str, int]:
    return (shown.session.date if shown.session else ""), shown.screening.order
