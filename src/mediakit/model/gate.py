"""The gate: whether what somebody asked for may leave the library.

One pure function for every way out. It is given records and answers with every
person and reason; it reads nothing and knows no clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.ids import ClipId, PersonId, SessionId
from mediakit.model.person import Person
from mediakit.model.session import Session
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice


class Answer(StrEnum):
    """What the gate says."""

    ALLOWED = "allowed"
    CONDITIONAL = "allowed with conditions"
    REFUSED = "refused"


class Cause(StrEnum):
    """Why; the same words in ``--json``."""

    # refused
    WITHDRAWN = "withdrawn"
    PENDING = "pending"
    UNKNOWN_VOICE = "unknown-voice"
    BEYOND_SCOPE = "beyond-scope"
    EXCLUDED = "excluded"
    ENDED = "ended"
    EMBARGO = "embargo"
    EMBARGO_ENDED = "embargo-ended"
    NO_TRANSCRIBE = "no-transcribe"
    NO_RESEARCH = "no-research"
    # conditions
    NO_FACE = "no-face"
    NO_VOICE = "no-voice"
    NO_NAME = "no-name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What ``mediakit.toml`` says of consent.

    Attributes:
        scopes: The rungs, most private first.
        strict: Whether an unknown voice closes what is not internal.
    """

    scopes: tuple[str, ...]
    strict: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The records that decide, as mappings that are built once."""

    clips: dict[ClipId, Clip]
    sessions: dict[SessionId, Session]
    people: dict[PersonId, Person]
    voices: dict[ClipId, tuple[Voice, ...]]
    consents: dict[PersonId, tuple[ConsentEvent, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to leave.

    Attributes:
        ranges: What of which clips.
        scope: A rung, or ``transcribe`` or ``research``.
        day: ISO 8601 day on which it is asked.
        audience: The session it is for, if it is for one.
    """

    ranges: tuple[tuple[ClipId, TimeRange], ...]
    scope: str
    day: str
    audience: SessionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One reason.

    Attributes:
        clip: Where.
        range: The part of what was asked that it is about.
        cause: Why.
        person: Who, unless nobody knows.
        scope: The rung that was missing, where one was.
        day: The day that matters: of the withdrawal, the end, the embargo.
        pseudonym: What to call them, for ``no-name``.
    """

    clip: ClipId
    range: TimeRange
    cause: Cause
    person: PersonId | None = None
    scope: str = ""
    day: str = ""
    pseudonym: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The answer, with every reason.

    Attributes:
        answer: Allowed, allowed with conditions, or refused.
        refusals: Why it is refused.
        conditions: What must be hidden or changed.
        warnings: What is let through but must be known and recorded.
    """

    answer: Answer
    refusals: tuple[Finding, ...] = ()
    conditions: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def has_withdrawn(self) -> bool:
        """Whether a withdrawn voice is among the reasons: nothing overrides it."""
        return any(f.cause is Cause.WITHDRAWN for f in self.refusals)


def decide(facts: Facts, rules: Rules, request: Request) -> Decision:
    """Answer whether *request* may leave the library."""
    raise NotImplementedError


def allowed_spans(
    facts: Facts, rules: Rules, request: Request
) -> Sequence[tuple[ClipId, TimeRange]]:
    """Return the largest parts of what is asked that are not refused."""
    raise NotImplementedError
