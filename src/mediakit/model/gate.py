"""The gate: whether what somebody asked for may leave the library.

One pure function for every way out. It is given records and answers with every
person and reason; it reads nothing and knows no clock.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from mediakit.errors.catalog import SessionNotFound
from mediakit.errors.people import ScopeUnknown
from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.group import is_own_group
from mediakit.model.ids import ClipId, PersonId, SessionId
from mediakit.model.ladder import OPEN, PERMISSIONS, rung_asked
from mediakit.model.objections import Objection, conditions, objections
from mediakit.model.person import Person
from mediakit.model.session import Session
from mediakit.model.spans import Spans, union, within, without
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice


class Answer(StrEnum):
    """What the gate says."""

    ALLOWED = "allowed"
    CONDITIONAL = "allowed with conditions"
    REFUSED = "refused"


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
    """The records that decide, as mappings that are built once.

    A person's consents are in the order in which they were recorded.
    """

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
        audience: The session it is for, if it is for one. An audience is more than
            the team: what is for one is asked for ``own-group`` at least.
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
    """Answer whether *request* may leave the library.

    Findings are clipped to what is asked, joined where they touch and say the same,
    and in the order of the clips asked and of time.

    Raises:
        ScopeUnknown: The scope is neither a rung nor a separate permission.
        SessionNotFound: The audience is no session of *facts*.
    """
    _verify(facts, rules, request)
    refused: list[Finding] = []
    hidden: list[Finding] = []
    warned: list[Finding] = []
    for clip, asked in _asked(request).items():
        unknown = _unknown(facts, rules, request, clip, asked)
        careful = rules.strict or clip not in facts.clips
        (refused if careful else warned).extend(unknown)
        present = _present(facts, clip, asked)
        verdicts = {
            person: _verdict(facts, rules, request, clip, person)
            for person in {person for person, _, _ in present}
        }
        for person, voice, parts in present:
            no, but = verdicts[person]
            refused += _at(clip, parts, person, no)
            matter = (c for c in but if _matters(c.cause, voice))
            hidden += _at(clip, parts, person, matter)
    allowed = Answer.CONDITIONAL if hidden else Answer.ALLOWED
    return Decision(
        answer=Answer.REFUSED if refused else allowed,
        refusals=_joined(request, refused),
        conditions=_joined(request, hidden),
        warnings=_joined(request, warned),
    )


def allowed_spans(
    facts: Facts, rules: Rules, request: Request
) -> tuple[tuple[ClipId, TimeRange], ...]:
    """Return the largest parts of what is asked that are not refused.

    Raises:
        ScopeUnknown: The scope is neither a rung nor a separate permission.
        SessionNotFound: The audience is no session of *facts*.
    """
    closed: dict[ClipId, list[TimeRange]] = {}
    for refusal in decide(facts, rules, request).refusals:
        closed.setdefault(refusal.clip, []).append(refusal.range)
    return tuple(
        (clip, span)
        for clip, asked in _asked(request).items()
        for span in without(asked, closed.get(clip, ()))
    )


def _verify(facts: Facts, rules: Rules, request: Request) -> None:
    if request.scope not in (*rules.scopes, *PERMISSIONS):
        known = ", ".join((*rules.scopes, *PERMISSIONS))
        raise ScopeUnknown(scope=request.scope, scopes=known)
    if request.audience is not None and request.audience not in facts.sessions:
        raise SessionNotFound(id=request.audience)


def _asked(request: Request) -> dict[ClipId, Spans]:
    """Return what is asked of each clip, in the order in which clips are named."""
    ranges: dict[ClipId, list[TimeRange]] = {}
    for clip, one in request.ranges:
        ranges.setdefault(clip, []).append(one)
    return {clip: union(ones) for clip, ones in ranges.items()}


def _unknown(
    facts: Facts, rules: Rules, request: Request, clip: ClipId, asked: Spans
) -> Iterator[Finding]:
    """Yield where nobody has said who is heard and seen, if that matters."""
    known: list[TimeRange] = []
    if clip in facts.clips:
        own = None if request.audience is None else True
        if rung_asked(rules.scopes, request.scope, own_group=own) in OPEN:
            return
        whole = (TimeRange(0, facts.clips[clip].media.duration),)
        for voice in facts.voices.get(clip, ()):
            known += within(whole, voice.range) if voice.range else whole
    for part in without(asked, known):
        yield Finding(clip=clip, range=part, cause=Cause.UNKNOWN_VOICE)


def _present(
    facts: Facts, clip: ClipId, asked: Spans
) -> list[tuple[PersonId, Voice, Spans]]:
    """Return who is heard or seen in what is asked, and where."""
    found = (
        (voice.person, voice, within(asked, voice.range) if voice.range else asked)
        for voice in facts.voices.get(clip, ())
        if voice.person is not None
    )
    return [(person, voice, parts) for person, voice, parts in found if parts]


def _verdict(
    facts: Facts, rules: Rules, request: Request, clip: ClipId, person: PersonId
) -> tuple[list[Objection], list[Objection]]:
    """Return what one person refuses, and what they want hidden, all over a clip."""
    own = None
    if request.audience is not None:
        at = facts.clips[clip].session if clip in facts.clips else None
        own = is_own_group(
            facts.sessions[request.audience],
            recorded_at=facts.sessions.get(at) if at else None,
            person=facts.people.get(person),
        )
    rung = rung_asked(rules.scopes, request.scope, own_group=own)
    said = consent_in_force(facts.consents.get(person, ()), clip, request.day)
    no = list(objections(said, rules.scopes, rung, request.day, own_group=own))
    if person not in facts.people and rung not in OPEN:
        no.append(Objection(Cause.UNKNOWN_VOICE))
    return no, list(conditions(said, rung))


def _matters(condition: Cause, voice: Voice) -> bool:
    """Tell whether a condition has anything to hide in a part of a clip."""
    if condition is Cause.NO_FACE:
        return voice.seen
    return voice.heard if condition is Cause.NO_VOICE else True


def _at(
    clip: ClipId, parts: Spans, person: PersonId, said: Iterable[Objection]
) -> Iterator[Finding]:
    for one in said:
        for part in parts:
            yield Finding(
                clip=clip,
                range=part,
                cause=one.cause,
                person=person,
                scope=one.scope,
                day=one.day,
                pseudonym=one.pseudonym,
            )


def _joined(request: Request, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* in order; those that say the same and touch become one."""
    same: dict[Finding, list[TimeRange]] = {}
    for finding in findings:
        bare = replace(finding, range=TimeRange(0, 0))
        same.setdefault(bare, []).append(finding.range)
    joined = [
        replace(finding, range=span)
        for finding, ranges in same.items()
        for span in union(ranges)
    ]
    clips = {clip: place for place, clip in enumerate(_asked(request))}
    causes = list(Cause)
    return tuple(
        sorted(
            joined,
            key=lambda f: (
                clips[f.clip],
                f.range,
                causes.index(f.cause),
                f.person or "",
                f.scope,
            ),
        )
    )
