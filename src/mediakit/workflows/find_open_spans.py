"""Find what of a clip may be used for something, and what closes the rest."""

from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reasons
from mediakit.model.clip import Clip
from mediakit.model.gate import Finding, Request, Rules, allowed_spans, decide
from mediakit.model.ids import SessionId
from mediakit.model.session import Session
from mediakit.model.spans import within, without
from mediakit.model.timecode import TimeRange
from mediakit.workflows.consent_reasons import consent_reasons
from mediakit.workflows.gather_facts import gather_facts


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a clip, with all that the gate found in it.

    Attributes:
        range: Which part.
        is_open: Whether it may be used.
        findings: What closes it; or what must be hidden or known where it is open.
        reasons: The same in sentences.
    """

    range: TimeRange
    is_open: bool
    findings: tuple[Finding, ...]
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class OpenSpans:
    """All of a clip, in order: what is open and what is closed.

    Attributes:
        clip: Which.
        scope: What for.
        day: ISO 8601 day on which it was asked.
        audience: The session it is for, if it is for one.
        duration: Milliseconds that are open.
        spans: The parts; together, the whole clip.
    """

    clip: Clip
    scope: str
    day: str
    audience: SessionId | None
    duration: int
    spans: tuple[Span, ...]


def find_open_spans(
    catalog: Catalog,
    rules: Rules,
    typed: str,
    *,
    scope: str,
    day: str,
    past: bool = False,
    audience: str,
) -> OpenSpans:
    """Return what of a clip may be used, and what closes the rest.

    Args:
        catalog: The records.
        rules: What ``mediakit.toml`` says of consent.
        typed: The clip.
        scope: A rung, or ``transcribe`` or ``research``.
        day: ISO 8601 day on which it is asked.
        past: Whether that day is over.
        audience: The session it is for, or empty.

    Raises:
        ClipNotFound, SessionNotFound, IdAmbiguous: A record is not found.
        ScopeUnknown: There is no such scope.
    """
    records = catalog.read()
    clip = records.find(Clip, typed)
    room = records.find(Session, audience).id if audience else None
    facts = gather_facts(records, past=past)
    whole = TimeRange(0, clip.media.duration)
    request = Request(ranges=((clip.id, whole),), scope=scope, day=day, audience=room)
    decision = decide(facts, rules, request)
    opened = tuple(span for _, span in allowed_spans(facts, rules, request))
    noted = (*decision.conditions, *decision.warnings)
    parts = [
        *((span, True, _in(span, noted)) for span in opened),
        *(
            (span, False, _in(span, decision.refusals))
            for span in without((whole,), opened)
        ),
    ]
    spans = tuple(
        Span(span, is_open, found, consent_reasons(found, facts.people))
        for span, is_open, found in sorted(parts, key=lambda part: part[0])
    )
    duration = sum(span.duration for span in opened)
    return OpenSpans(clip, scope, day, room, duration, spans)


def _in(span: TimeRange, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings with only what of them lies in a part of the clip."""
    return tuple(
        replace(finding, range=part)
        for finding in findings
        for part in within((finding.range,), span)
    )
