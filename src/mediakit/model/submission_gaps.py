"""What a submission lacks before it can be accepted, and how far it may be shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import consent_in_force, last_given
from mediakit.model.ids import ClipId, ConsentId
from mediakit.model.ladder import INTERNAL
from mediakit.model.objections import Objection, objections
from mediakit.model.submission import Submission

# lengths are typed and shown in whole seconds
_SECOND = 1000

# what is no clip yet: no consent names it, and only one for all clips covers it
_NO_CLIP = ClipId("")


class Gap(StrEnum):
    """What is missing, beside what the contributor's consent says no to."""

    TOO_LONG = "too-long"
    NO_CONTRIBUTOR = "no-contributor"
    FILE_MISSING = "file-missing"


@dataclass(frozen=True, slots=True)
class Openness:
    """To whom the contributor lets a submission be shown.

    Attributes:
        up_to: The highest rung that is open, or empty.
        objections: Why none is, beyond the team.
    """

    up_to: str = ""
    objections: tuple[Objection, ...] = ()


def is_too_long(submission: Submission) -> bool:
    """Tell whether it lasts at least a second longer than it was allowed to."""
    limit = submission.limit
    return limit is not None and submission.media.duration - limit >= _SECOND


def openness(
    submission: Submission,
    events: Sequence[ConsentEvent],
    scopes: Sequence[str],
    day: str,
) -> Openness:
    """Return how far a submission may be shown, by what its contributor said.

    Args:
        submission: With a contributor.
        events: What that person said about consent, in the order of the records.
        scopes: The ladder.
        day: ISO 8601.
    """
    said = _in_force(events, _came_with(submission, events), day)
    against: tuple[Objection, ...] = ()
    for rung in reversed([rung for rung in scopes if rung != INTERNAL]):
        against = tuple(objections(said, scopes, rung, day))
        if not against:
            return Openness(up_to=rung)
    return Openness(objections=against)


def consent_to_record(
    submission: Submission, events: Sequence[ConsentEvent], day: str
) -> ConsentEvent | None:
    """Return the consent that came with a submission, if it counts on a day."""
    came = _came_with(submission, events)
    return came if came and _in_force(events, came, day) is came else None


def _in_force(
    events: Sequence[ConsentEvent], came: ConsentEvent | None, day: str
) -> ConsentEvent | None:
    """Return what counts for a submission, of what was said and what came with it."""
    if came is None:
        return consent_in_force(events, _NO_CLIP, day)
    # within a second nobody knows what was first: what was said otherwise counts
    before = [event for event in events if _recorded(event) < _recorded(came)]
    since = [event for event in events if event not in before]
    return consent_in_force((*before, came, *since), _NO_CLIP, max(day, came.day))


def _came_with(
    submission: Submission, events: Sequence[ConsentEvent]
) -> ConsentEvent | None:
    """Return the consent that came with a submission as an event of its day."""
    if not (submission.contributor and submission.up_to and submission.created):
        return None
    day = submission.created.at[:10]
    return replace(
        last_given(submission.contributor, events, day),
        id=ConsentId(""),
        day=day,
        up_to=submission.up_to,
        until=submission.until,
        embargo="",
        evidence=(),
        why="",
        at_once=False,
        created=submission.created,
    )


def _recorded(record: ConsentEvent | Submission) -> str:
    return record.created.at if record.created else ""
