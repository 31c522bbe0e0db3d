"""What leaves the library: what of people it shows, and what the gate lets through."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Flag, auto

from mediakit.errors.base import Reasons
from mediakit.model.cause import Cause
from mediakit.model.gate import Decision, Finding
from mediakit.model.ids import ClipId, SessionId
from mediakit.model.spans import Spans, union, within
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.use import Noted


class Shown(Flag):
    """What of people can be met in something that leaves."""

    WORDS = auto()
    SOUND = auto()
    PICTURES = auto()
    NAMES = auto()


_BROKEN_BY = {
    Cause.NO_FACE: Shown.PICTURES,
    Cause.NO_VOICE: Shown.SOUND,
    Cause.NO_NAME: Shown.NAMES,
}
"""What cannot leave as it is where somebody set this condition."""

Part = tuple[ClipId, TimeRange]

WITHHELD = "withheld"
"""The flag of a segment whose words are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What of a request may leave, once it is known what that shows.

    Attributes:
        parts: Those that may leave whole.
        refusals: What keeps the rest back.
        overridden: What would have kept more back, had nobody decided otherwise.
    """

    parts: tuple[Part, ...]
    refusals: tuple[Finding, ...] = ()
    overridden: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What the gate let through, as a use remembers it.

    Attributes:
        parts: Those of what was asked for that may leave whole.
        left_out: What keeps the rest back.
        reasons: The same in words.
        scope: What it is for.
        audience: The session it is for.
        recipient: Who gets it, in words.
        warnings: What is let through but must be known.
        overridden: What somebody decided to let pass.
        cautions: Both in words.
        override: Why they did.
    """

    parts: tuple[Part, ...]
    left_out: tuple[Finding, ...] = ()
    reasons: Reasons = field(default_factory=Reasons)
    scope: str
    audience: SessionId | None = None
    recipient: str = ""
    warnings: tuple[Noted, ...] = ()
    overridden: tuple[Noted, ...] = ()
    cautions: Reasons = field(default_factory=Reasons)
    override: str = ""


def both(first: Passed, second: Passed) -> Passed:
    """Return what passes two answers to the same question, and all reasons why not."""
    return replace(
        first,
        parts=tuple(part for part in first.parts if part in second.parts),
        left_out=tuple(dict.fromkeys((*first.left_out, *second.left_out))),
        reasons=Reasons(*dict.fromkeys((*first.reasons.each, *second.reasons.each))),
        warnings=tuple(dict.fromkeys((*first.warnings, *second.warnings))),
        overridden=tuple(dict.fromkeys((*first.overridden, *second.overridden))),
        cautions=Reasons(*dict.fromkeys((*first.cautions.each, *second.cautions.each))),
        override=first.override or second.override,
    )


def together(first: Passed, second: Passed) -> Passed:
    """Return one answer for two parts of the same thing that leaves."""
    return replace(
        both(first, second),
        parts=(*first.parts, *second.parts),
    )


def joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield what is in *parts*: those of a clip in order, and none twice."""
    for clip, spans in _by_clip(parts).items():
        yield from ((clip, span) for span in spans)


def spoken(segment: Segment) -> TimeRange:
    """Return when something is said: a moment where it is said in no time."""
    return TimeRange(segment.start, max(segment.end, segment.start + 1))


def withheld(segment: Segment) -> Segment:
    """Return what may be shown of a segment whose words may not: when it is said."""
    return replace(
        segment,
        text="",
        speaker="",
        words=(),
        flags=(WITHHELD,),
        speaker_guessed=False,
    )


def is_withheld(segment: Segment) -> bool:
    """Tell whether a segment is what `withheld` left of one."""
    return WITHHELD in segment.flags


def judge(
    asked: Iterable[Part], decision: Decision, shown: Shown, *, override: bool = False
) -> Verdict:
    """Return which of *asked* may leave, showing what they show of people.

    Args:
        asked: The ranges that were asked for.
        decision: What the gate says of them.
        shown: What can be met in it.
        override: Let everything pass but withdrawn voices.
    """
    broken = [one for one in decision.conditions if shown & _broken_by(one)]
    against = [*decision.refusals, *broken]
    withdrawn = [one for one in against if one.cause is Cause.WITHDRAWN]
    refusals = withdrawn if override else against
    return Verdict(
        parts=tuple(_whole(asked, refusals)),
        refusals=tuple(refusals),
        overridden=tuple(one for one in against if one not in refusals),
    )


def noted(findings: Iterable[Finding]) -> tuple[Noted, ...]:
    """Return findings as a use keeps them."""
    return tuple(
        Noted(
            cause=one.cause.value,
            clip=one.clip,
            range=one.range,
            person=one.person,
            scope=one.scope,
            day=one.day,
        )
        for one in findings
    )


def _broken_by(condition: Finding) -> Shown:
    return _BROKEN_BY.get(condition.cause, Shown(0))


def _whole(asked: Iterable[Part], closed: Iterable[Finding]) -> Iterator[Part]:
    """Yield those parts of which nothing is closed."""
    holes = _by_clip((finding.clip, finding.range) for finding in closed)
    for clip, range_ in asked:
        if not within(holes.get(clip, ()), range_):
            yield clip, range_


def _by_clip(parts: Iterable[Part]) -> dict[ClipId, Spans]:
    ranges: dict[ClipId, list[TimeRange]] = {}
    for clip, range_ in parts:
        ranges.setdefault(clip, []).append(range_)
    return {clip: union(ones) for clip, ones in ranges.items()}
