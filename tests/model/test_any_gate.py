"""The gate against a slow, obvious reference, over random libraries."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings

from mediakit.model.gate import (
    Answer,
    Facts,
    Finding,
    Request,
    Rules,
    allowed_spans,
    decide,
)
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from tests.model.gate_reference import Moment, Reason, moment
from tests.model.gate_worlds import questions

thorough = settings(max_examples=300)
Question = tuple[Facts, Rules, Request]


def milliseconds(question: Question) -> dict[tuple[ClipId, int], Moment]:
    """Ask the reference about every millisecond that is asked for."""
    facts, rules, request = question
    return {
        (clip, at): moment(facts, rules, request, clip, at)
        for clip, asked in request.ranges
        for at in range(asked.start, asked.end)
    }


def spread(findings: tuple[Finding, ...]) -> dict[tuple[ClipId, int], set[Reason]]:
    """Return what findings say of every millisecond."""
    said: dict[tuple[ClipId, int], set[Reason]] = {}
    for one in findings:
        reason = (one.cause.value, one.person, one.scope, one.day, one.pseudonym)
        for at in range(one.range.start, one.range.end):
            said.setdefault((one.clip, at), set()).add(reason)
    return said


@thorough
@given(questions())
def test_says_of_every_millisecond_what_is_true(question: Question) -> None:
    """No reason is missing and none is false, in any millisecond that is asked.

    One refusal refuses; hiding something is a condition; a warning is neither.
    """
    decision = decide(*question)

    expected = milliseconds(question)
    refused = {at: found.refusals for at, found in expected.items() if found.refusals}
    hidden = {at: found.conditions for at, found in expected.items()}
    warned = {at: found.warnings for at, found in expected.items() if found.warnings}
    assert refused == spread(decision.refusals)
    assert {at: c for at, c in hidden.items() if c} == spread(decision.conditions)
    assert warned == spread(decision.warnings)
    allowed = Answer.CONDITIONAL if any(hidden.values()) else Answer.ALLOWED
    assert (Answer.REFUSED if refused else allowed) is decision.answer


@thorough
@given(questions())
def test_what_is_allowed_is_all_that_is_not_refused(question: Question) -> None:
    """No allowed part holds anybody who did not allow it, and nothing else is lost.

    Asked for alone, these parts may leave.
    """
    facts, rules, request = question
    spans = allowed_spans(*question)
    alone = decide(facts, rules, replace(request, ranges=spans))

    expected = {
        place for place, found in milliseconds(question).items() if not found.refusals
    }
    opened = [(clip, at) for clip, s in spans for at in range(s.start, s.end)]
    assert expected == set(opened)
    assert len(expected) == len(opened)
    assert [] == [
        (one, other)
        for one, other in pairwise(spans)
        if one[0] == other[0] and one[1].end >= other[1].start
    ]
    assert () == alone.refusals


@thorough
@given(questions())
def test_says_the_same_however_it_is_asked(question: Question) -> None:
    """Findings are in order and as long as they can be, whatever order things have."""
    facts, rules, request = question
    halves = tuple(
        (clip, half) for clip, asked in request.ranges for half in _halves(asked)
    )
    turned = replace(
        facts, voices={clip: voices[::-1] for clip, voices in facts.voices.items()}
    )
    again = replace(request, ranges=halves)

    assert decide(facts, rules, request) == decide(turned, rules, again)


def _halves(asked: TimeRange) -> tuple[TimeRange, TimeRange]:
    middle = (asked.start + asked.end) // 2
    return TimeRange(asked.start, middle), TimeRange(middle, asked.end)
