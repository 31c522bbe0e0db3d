"""A screening: one clip or excerpt shown at one session."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import ClipId, ExcerptId, ScreeningId, SessionId
from mediakit.model.presence import Presence
from mediakit.model.stamp import Stamp


class Heat(StrEnum):
    """How the room took it."""

    CALM = "calm"
    LIVELY = "lively"
    TENSE = "tense"
    WALKED_OUT = "walked-out"


class Outcome(StrEnum):
    """What became of a clip that was to be shown."""

    SHOWN = "shown"
    SKIPPED = "skipped"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What a room was shown, in which order, and what it said.

    Attributes:
        id: As ``sc-…``.
        clip: What was shown.
        session: To whom.
        excerpt: Which part, if not the whole clip.
        order: First is 1.
        outcome: Shown, skipped, or stopped.
        question: What was asked after it.
        reaction: What the room said.
        heat: How it took it.
        asked: The questions the room asked.
        present: Who saw it, where that differs from the session's.
        began: When it began, ISO 8601 with the offset of the place, or empty.
        reached: Milliseconds of it that the room saw, where that was measured.
        log: The entry of a log that it was taken in from, or empty.
    """

    id: ScreeningId
    clip: ClipId
    session: SessionId
    excerpt: ExcerptId | None = None
    order: int = 1
    outcome: Outcome = Outcome.SHOWN
    question: str = ""
    reaction: str = ""
    heat: Heat | None = None
    asked: tuple[str, ...] = ()
    present: tuple[Presence, ...] = ()
    began: str = ""
    reached: int | None = None
    log: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None
