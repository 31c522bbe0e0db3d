"""What to know before a room is shown something."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts, Request, Rules, decide
from mediakit.model.group import is_same_group, is_same_name
from mediakit.model.ids import ClipId, ExcerptId, PersonId, ScreeningId
from mediakit.model.ladder import OWN_GROUP
from mediakit.model.leaving import Shown, judge
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.timecode import TimeRange

Excerpts = Mapping[ExcerptId, Excerpt]


class Care(StrEnum):
    """Why to think again; the same words in ``--json``."""

    ALREADY_SHOWN = "already-shown"
    RECORDED_HERE = "recorded-here"
    NOT_FOR_OWN_GROUP = "not-for-own-group"
    NOT_AGREED = "not-agreed"
    UNKNOWN_VOICE = "unknown-voice"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """Something that a room may be shown.

    Attributes:
        clip: The clip.
        session: The room.
        day: ISO 8601 day of it.
        range: Which part; ``None`` for the whole clip.
    """

    clip: Clip
    session: Session
    day: str
    range: TimeRange | None = None

    @property
    def part(self) -> TimeRange:
        """The part of the clip that is shown."""
        return self.range or TimeRange(0, self.clip.media.duration)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One thing to know before.

    Attributes:
        clip: What it is about.
        care: What it is.
        screening: When the group saw it already.
        person: Who did not agree to be shown there.
        cause: What the gate says of that person.
        why: Why the clip must be shown with care.
    """

    clip: ClipId
    care: Care
    screening: ScreeningId | None = None
    person: PersonId | None = None
    cause: Cause | None = None
    why: str = ""


def seen_by(
    session: Session, sessions: Iterable[Session], screenings: Iterable[Screening]
) -> list[Screening]:
    """Return what the group of *session* was shown, there and elsewhere, by date.

    What was stopped was seen in part, and counts.
    """
    theirs = {s.id: s.date for s in sessions if is_same_group(s, session)}
    seen = [
        screening
        for screening in screenings
        if screening.session in theirs and screening.outcome is not Outcome.SKIPPED
    ]
    return sorted(seen, key=lambda s: (theirs[s.session], s.session, s.order))


def cautions(
    facts: Facts,
    rules: Rules,
    showing: Showing,
    *,
    seen: Sequence[Screening],
    excerpts: Excerpts,
) -> tuple[Caution, ...]:
    """Return everything to know before *showing*.

    Args:
        facts: The records that the gate decides by.
        rules: Those of consent.
        showing: What, and to whom.
        seen: What the group saw already; see `seen_by`.
        excerpts: By id, for which part it saw.
    """
    return (
        *_already_shown(showing, seen, excerpts),
        *_recorded_here(facts, showing),
        *_not_agreed(facts, rules, showing),
        *_sensitive(showing.clip),
    )


def _already_shown(
    showing: Showing, seen: Sequence[Screening], excerpts: Excerpts
) -> Iterator[Caution]:
    for screening in seen:
        excerpt = excerpts.get(screening.excerpt) if screening.excerpt else None
        if screening.clip == showing.clip.id and (
            excerpt is None or excerpt.range.overlaps(showing.part)
        ):
            yield Caution(
                clip=showing.clip.id,
                care=Care.ALREADY_SHOWN,
                screening=screening.id,
            )


def _recorded_here(facts: Facts, showing: Showing) -> Iterator[Caution]:
    recorded = showing.clip.session
    origin = facts.sessions.get(recorded) if recorded else None
    if origin is None or not is_same_name(origin.place, showing.session.place):
        return
    regions = (origin.region, showing.session.region)
    if not all(regions) or is_same_name(*regions):
        yield Caution(clip=showing.clip.id, care=Care.RECORDED_HERE)


def _not_agreed(facts: Facts, rules: Rules, showing: Showing) -> Iterator[Caution]:
    """Yield whom the gate would not let out to this audience, each reason once."""
    asked = Request(
        ranges=((showing.clip.id, showing.part),),
        scope=OWN_GROUP if OWN_GROUP in rules.scopes else rules.scopes[0],
        day=showing.day,
        audience=showing.session.id,
    )
    decision = decide(facts, rules, asked)
    pictures = Shown.PICTURES if showing.clip.media.video else Shown(0)
    closed = judge(asked.ranges, decision, Shown.SOUND | pictures).refusals
    reasons = (*closed, *decision.warnings)
    for who, cause in dict.fromkeys((one.person, one.cause) for one in reasons):
        yield Caution(
            clip=showing.clip.id,
            care=_care(facts, showing, who),
            person=who,
            cause=cause,
        )


def _care(facts: Facts, showing: Showing, who: PersonId | None) -> Care:
    if who is None:
        return Care.UNKNOWN_VOICE
    person = facts.people.get(who)
    community = person.community if person else ""
    own = is_same_name(community, showing.session.community)
    return Care.NOT_FOR_OWN_GROUP if own else Care.NOT_AGREED


def _sensitive(clip: Clip) -> Iterator[Caution]:
    if clip.sensitive:
        yield Caution(clip=clip.id, care=Care.SENSITIVE, why=clip.sensitive)
