"""A screening: one clip or excerpt shown at one session."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import ClipId, ExcerptId, ScreeningId, SessionId
from mediakit.model.stamp import Stamp


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
    """

    id: ScreeningId
    clip: ClipId
    session: SessionId
    excerpt: ExcerptId | None = None
    order: int = 1
    outcome: Outcome = Outcome.SHOWN
    question: str = ""
    reaction: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None
