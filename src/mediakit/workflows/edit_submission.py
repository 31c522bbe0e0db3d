"""Change what is known of a submission."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.people import ScopeUnknown
from mediakit.errors.submissions import SubmissionIsClip
from mediakit.model.language import normalize_tag
from mediakit.model.person import Person
from mediakit.model.session import Session
from mediakit.model.submission import Standing, Submission
from mediakit.model.timecode import parse_time
from mediakit.workflows.session_facts import parse_day


class SubmissionFacts(TypedDict, total=False):
    """What was said of a submission, as typed; see `Submission`."""

    title: str
    sender: str
    call: str
    limit: str
    contributor: str
    session: str
    languages: Sequence[str]
    up_to: str
    until: str


def edit_submission(
    catalog: Catalog, typed: str, facts: SubmissionFacts, *, scopes: Sequence[str]
) -> Submission:
    """Change a submission that is no clip yet, and return it.

    What was not said stays; what was said to be empty is taken away.

    Args:
        catalog: The records.
        typed: Its id, or how that begins.
        facts: What was said.
        scopes: The ladder of consent.

    Raises:
        SubmissionNotFound: No submission has this id.
        SubmissionIsClip: It was accepted.
        PersonNotFound, SessionNotFound: Nobody, no session has this id.
        ScopeUnknown: The rung is not on the ladder.
        TimeNotUnderstood, DateNotUnderstood, LanguageNotUnderstood: A time, a day, a
            language is none.
    """
    verify_rung(facts.get("up_to", ""), scopes)
    with catalog.change() as change:
        submission = change.find(Submission, typed)
        if submission.standing is Standing.ACCEPTED:
            raise SubmissionIsClip(submission=submission.id, clip=submission.clip)
        return change.put(_with_links(change, _with_texts(submission, facts), facts))


def verify_rung(up_to: str, scopes: Sequence[str]) -> None:
    """Verify that a rung, if one is said, is on the ladder.

    Raises:
        ScopeUnknown: It is not.
    """
    if up_to and up_to not in scopes:
        raise ScopeUnknown(scope=up_to, scopes=", ".join(scopes))


def _with_texts(submission: Submission, facts: SubmissionFacts) -> Submission:
    return replace(
        submission,
        title=facts.get("title", submission.title),
        sender=facts.get("sender", submission.sender),
        call=facts.get("call", submission.call),
        up_to=facts.get("up_to", submission.up_to),
        until=parse_day(facts.get("until", submission.until)),
        languages=tuple(
            normalize_tag(tag)
            for tag in facts.get("languages", submission.languages)
            if tag
        ),
    )


def _with_links(
    change: Change, submission: Submission, facts: SubmissionFacts
) -> Submission:
    if "limit" in facts:
        limit = parse_time(facts["limit"]) if facts["limit"] else None
        submission = replace(submission, limit=limit)
    if "contributor" in facts:
        typed = facts["contributor"]
        person = change.find(Person, typed).id if typed else None
        submission = replace(submission, contributor=person)
    if "session" in facts:
        typed = facts["session"]
        session = change.find(Session, typed).id if typed else None
        submission = replace(submission, session=session)
    return submission
