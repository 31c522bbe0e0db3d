"""A reply: a clip recorded in answer to a screened clip."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, ReplyId, ScreeningId
from mediakit.model.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Which clip answers which screening.

    Attributes:
        id: As ``r-…``.
        clip: The answer.
        screening: What it answers: a clip that was shown to a room.
        notes: Free text.
    """

    id: ReplyId
    clip: ClipId
    screening: ScreeningId
    notes: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None
