"""What a check of a playlist or a film finds: what it is, and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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
    CONTEXT = "context"
    UNCHECKED = "unchecked"
    TRANSLATION = "translation"
    NARRATION = "narration"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Something to do before a playlist is shown, or a film is finished.

    Attributes:
        matter: What it is about.
        items: The codes of the items or lines it is about; none for all of it.
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


def joined_advice(advice: Iterable[Advice]) -> Iterator[Advice]:
    """Yield each thing to do once, with all the items or lines it is about."""
    items: dict[Advice, dict[str, None]] = {}
    for one in advice:
        found = items.setdefault(replace(one, items=()), {})
        found.update(dict.fromkeys(one.items))
    yield from (replace(one, items=tuple(codes)) for one, codes in items.items())
