"""What a submission needs before it is accepted, and the sentences that say so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.submissions import (
    SubmissionFileMissing,
    SubmissionTooLong,
    SubmissionWithdrawn,
    SubmissionWithoutConsent,
    SubmissionWithoutContributor,
)
from mediakit.library import Library
from mediakit.model.cause import Cause
from mediakit.model.consent import ConsentEvent
from mediakit.model.ids import PersonId
from mediakit.model.objections import Objection
from mediakit.model.person import Person
from mediakit.model.submission import Submission
from mediakit.model.submission_gaps import Gap, Openness, is_too_long, openness
from mediakit.model.timecode import format_time
from mediakit.workflows.consent_reasons import person_name
from mediakit.workflows.keep_submissions import has_file

_REASONS = {
    Cause.PENDING: sentence("who sent it in has not been asked yet"),
    Cause.ENDED: sentence("the consent of who sent it in ended on {day}"),
    Cause.EMBARGO: sentence("who sent it in asked to wait until {day}"),
    Cause.EMBARGO_ENDED: sentence(
        "who sent it in asked to wait until {day} and is to be asked again"
    ),
}
_NOT_AGREED = sentence("who sent it in did not agree to that")

# what somebody may decide to let be
_DECIDABLE = (
    SubmissionTooLong,
    SubmissionWithoutConsent,
    SubmissionWithoutContributor,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consents:
    """Who sent things in, and what they said.

    Attributes:
        people: Everybody in the catalog.
        events: What each said, in the order of the records.
        scopes: The ladder of consent.
        day: ISO 8601 day of today.
    """

    people: Mapping[PersonId, Person]
    events: Mapping[PersonId, Sequence[ConsentEvent]]
    scopes: tuple[str, ...]
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a submission lacks, and to whom it may be shown.

    Attributes:
        gaps: What is missing.
        up_to: The highest rung it may be shown at, or empty.
        objections: Why it may be shown at none.
    """

    gaps: tuple[Gap, ...]
    up_to: str = ""
    objections: tuple[Objection, ...] = ()


def read_consents(records: Records, scopes: Iterable[str], day: str) -> Consents:
    """Gather what is known of people and their consent."""
    events: dict[PersonId, list[ConsentEvent]] = {}
    for event in records.all(ConsentEvent):
        events.setdefault(event.person, []).append(event)
    people = {person.id: person for person in records.all(Person)}
    return Consents(people=people, events=events, scopes=tuple(scopes), day=day)


def needs(library: Library, submission: Submission, consents: Consents) -> Needs:
    """Return what a submission that may be accepted still lacks."""
    known = submission.contributor in consents.people
    gaps = (
        (Gap.FILE_MISSING, not has_file(library, submission)),
        (Gap.TOO_LONG, is_too_long(submission)),
        (Gap.NO_CONTRIBUTOR, not known),
    )
    shown = Openness()
    if known and submission.contributor:
        said = consents.events.get(submission.contributor, ())
        shown = openness(submission, said, consents.scopes, consents.day)
    return Needs(
        gaps=tuple(gap for gap, missing in gaps if missing),
        up_to=shown.up_to,
        objections=shown.objections,
    )


def unmet(
    library: Library, submission: Submission, consents: Consents, *, even_so: bool
) -> tuple[MediakitError, ...]:
    """Return every reason why a submission cannot be accepted.

    Args:
        library: Where its file is.
        submission: Not accepted yet.
        consents: What people said.
        even_so: Leave out what somebody may decide to accept all the same.
    """
    lacks = needs(library, submission, consents)
    return tuple(
        error
        for error in _errors(library, submission, consents, lacks)
        if not (even_so and isinstance(error, _DECIDABLE))
    )


def _errors(
    library: Library, submission: Submission, consents: Consents, lacks: Needs
) -> Iterator[MediakitError]:
    if Gap.FILE_MISSING in lacks.gaps:
        path = library.resolve(submission.path) if submission.path else "-"
        yield SubmissionFileMissing(submission=submission.id, path=str(path))
    if Gap.TOO_LONG in lacks.gaps:
        yield SubmissionTooLong(
            submission=submission.id,
            duration=format_time(submission.media.duration // 1000 * 1000),
            limit=format_time(submission.limit or 0),
        )
    if Gap.NO_CONTRIBUTOR in lacks.gaps:
        yield SubmissionWithoutContributor(submission=submission.id)
    for objection in lacks.objections:
        yield _no_consent(submission, consents, objection)


def _no_consent(
    submission: Submission, consents: Consents, objection: Objection
) -> MediakitError:
    if objection.cause is Cause.WITHDRAWN:
        return SubmissionWithdrawn(
            submission=submission.id,
            person=person_name(submission.contributor, consents.people),
            day=objection.day,
        )
    why = _REASONS.get(objection.cause, _NOT_AGREED)
    return SubmissionWithoutConsent(
        submission=submission.id,
        person=submission.contributor,
        reason=Reason(why, day=objection.day),
    )
