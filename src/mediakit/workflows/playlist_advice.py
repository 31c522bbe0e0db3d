"""What a check of a playlist finds: what it is, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.errors.base import MediakitError, Reason


class Matter(StrEnum):
    """What something to do is about; the same words in ``--json``."""

    EMPTY = "empty"
    CONSENT = "consent"
    FILE = "file"
    SEEN = "already-shown"
    RECORDED_HERE = "recorded-here"
    SENSITIVE = "sensitive"
    NAME = "no-name"
    TWICE = "twice"
    TIME = "time"
    ROOM = "room"
    WORDS = "words"
    QUESTION = "question"
    LOUDNESS = "loudness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Something to do before a playlist is shown.

    Attributes:
        matter: What it is about.
        items: The codes of the items it is about; none for all of it.
        reason: What was found.
        remedy: What to do about it; ``None`` if the reason says so.
        blocks: Whether it must not, or cannot, be shown before that is done.
    """

    matter: Matter
    items: tuple[str, ...] = ()
    reason: Reason
    remedy: Reason | None = None
    blocks: bool = False


def reason_of(error: MediakitError) -> Reason:
    """Return what an error says, as a reason."""
    return Reason(error.message, **error.details)
