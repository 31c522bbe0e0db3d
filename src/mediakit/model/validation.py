"""Validation: how far a theme has come on its way through the programme."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import SessionId, ThemeId, ValidationId
from mediakit.model.stamp import Stamp


class Step(StrEnum):
    """What a session did with a theme, in the order of the programme."""

    RAISED = "raised"
    VALIDATED = "validated"
    PRIORITISED = "prioritised"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """What one session did with one theme.

    Attributes:
        id: As ``y-…``.
        theme: The theme.
        session: Who did it.
        step: What was done.
        rank: The place it was given, 1 the highest; for priorities.
        notes: Free text.
        earlier: The themes it was about before they were merged or split.
    """

    id: ValidationId
    theme: ThemeId
    session: SessionId
    step: Step
    rank: int | None = None
    notes: str = ""
    earlier: tuple[ThemeId, ...] = ()
    created: Stamp | None = None
    changed: Stamp | None = None
