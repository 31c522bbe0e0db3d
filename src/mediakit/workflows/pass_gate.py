"""Ask the gate before anything leaves: the one step of every way out.

A way out says what it shows of people and what of which clips is in it. It is given
what may pass, to be kept in its use, or is told every reason why not. `place_export`
and the record of a use want what is returned here: what did not ask cannot leave.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.model.cause import Cause
from mediakit.model.gate import Request, Rules, decide
from mediakit.model.ids import SessionId
from mediakit.model.leaving import Part, Passed, Shown, both, judge, noted
from mediakit.model.session import Session
from mediakit.workflows.consent_reasons import consent_reasons
from mediakit.workflows.gather_facts import gather_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What somebody wants something for.

    Attributes:
        rules: What ``mediakit.toml`` says of consent.
        scope: A rung of consent, or ``transcribe`` or ``research``.
        day: ISO 8601 day on which it is asked.
        audience: The session it is for, as typed.
        recipient: Who gets it, in words.
        override: Why it is to pass where consent does not cover it.
    """

    rules: Rules
    scope: str
    day: str
    audience: str = ""
    recipient: str = ""
    override: str = ""


def pass_gate(
    records: Records, purpose: Purpose, parts: Sequence[Part], shown: Shown
) -> Passed:
    """Return what is to be remembered of letting all of *parts* leave.

    Raises:
        ConsentRefused: Somebody did not agree, or to less than is shown.
        ConsentWithdrawn: A voice in it was withdrawn.
        ScopeUnknown: There is no such scope.
        SessionNotFound: The audience is none.
    """
    passed = ask_gate(records, purpose, parts, shown)
    if passed.left_out:
        raise refused(passed)
    return passed


def pass_parts(
    records: Records, purpose: Purpose, parts: Sequence[Part], shown: Shown
) -> Passed:
    """Return which of *parts* may leave, and why the others may not.

    Raises:
        ConsentRefused, ConsentWithdrawn: None of them may.
        ScopeUnknown: There is no such scope.
        SessionNotFound: The audience is none.
    """
    passed = ask_gate(records, purpose, parts, shown)
    if passed.left_out and not passed.parts:
        raise refused(passed)
    return passed


def ask_gate(
    records: Records, purpose: Purpose, parts: Sequence[Part], shown: Shown
) -> Passed:
    """Return which of *parts* may be used, and why the others may not.

    What is for a session that is still to come is asked for as of today and of that
    day: who agreed until some day in between does not agree to its being shown.

    Raises:
        ScopeUnknown: There is no such scope.
        SessionNotFound: The audience is none.
    """
    audience = audience_of(records, purpose)
    today = _ask(records, purpose, audience, parts, shown)
    day = day_of_audience(records, purpose)
    if day <= purpose.day:
        return today
    then = _ask(records, replace(purpose, day=day), audience, parts, shown)
    return both(today, then)


def refused(passed: Passed) -> MediakitError:
    """Return the error that says why nothing passed."""
    withdrawn = any(one.cause is Cause.WITHDRAWN for one in passed.left_out)
    kind = ConsentWithdrawn if withdrawn else ConsentRefused
    return kind(scope=passed.scope, reason=passed.reasons, findings=passed.left_out)


def _ask(
    records: Records,
    purpose: Purpose,
    audience: SessionId | None,
    parts: Sequence[Part],
    shown: Shown,
) -> Passed:
    facts = gather_facts(records, {clip for clip, _range in parts})
    request = Request(
        ranges=tuple(parts), scope=purpose.scope, day=purpose.day, audience=audience
    )
    decision = decide(facts, purpose.rules, request)
    verdict = judge(parts, decision, shown, override=bool(purpose.override))
    return Passed(
        parts=verdict.parts,
        left_out=verdict.refusals,
        reasons=consent_reasons(verdict.refusals, facts.people),
        scope=purpose.scope,
        audience=audience,
        recipient=purpose.recipient,
        warnings=noted(decision.warnings),
        overridden=noted(verdict.overridden),
        cautions=consent_reasons(
            (*decision.warnings, *verdict.overridden), facts.people
        ),
        override=purpose.override if verdict.overridden else "",
    )


def day_of_audience(records: Records, purpose: Purpose) -> str:
    """Return the ISO 8601 day of the session something is for, or nothing.

    Raises:
        SessionNotFound: The audience is none.
    """
    audience = audience_of(records, purpose)
    return records.get(Session, audience).date if audience else ""


def audience_of(records: Records, purpose: Purpose) -> SessionId | None:
    """Return the session something is for, if it is for one.

    Raises:
        SessionNotFound: The audience is none.
    """
    return records.find(Session, purpose.audience).id if purpose.audience else None
