"""What a submission lacks: its length, and what its contributor agreed to."""

import pytest

from mediakit.model.cause import Cause
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.ids import ClipId, ConsentId, PersonId
from mediakit.model.stamp import Stamp
from mediakit.model.submission import Submission
from mediakit.model.submission_gaps import (
    Openness,
    consent_to_record,
    is_too_long,
    openness,
)
from mediakit.settings import SCOPES
from tests.builders import a_submission

AWA = PersonId("p-0000000001")
RECEIVED, LATER = "2026-03-01", "2026-04-01"
SENT = a_submission(contributor=AWA, up_to="national", received=RECEIVED)


def _said(
    kind: ConsentKind = ConsentKind.GIVEN,
    *,
    day: str,
    up_to: str = "",
    face: bool = True,
    clips: tuple[ClipId, ...] = (),
    embargo: str = "",
    at: str = "09:00:00",
) -> ConsentEvent:
    return ConsentEvent(
        id=ConsentId("co-0000000001"),
        person=AWA,
        kind=kind,
        day=day,
        up_to=up_to,
        face=face,
        clips=clips,
        embargo=embargo,
        created=Stamp(f"{day}T{at}Z", "Awa"),
    )


def _causes(found: Openness) -> list[Cause]:
    return [objection.cause for objection in found.objections]


@pytest.mark.parametrize(
    ("limit", "too_long"),
    [(None, False), (20_000, False), (19_001, False), (19_000, True)],
)
def test_a_length_is_compared_as_it_is_shown(limit: int | None, too_long: bool) -> None:
    """A video of 2:00.9 is no longer than 2:00 for anybody who reads the list."""
    assert too_long == is_too_long(a_submission(limit=limit))


def test_the_consent_that_came_with_it_opens_it() -> None:
    """Up to the rung that was agreed to, until the day that was said."""
    limited = a_submission(contributor=AWA, up_to="national", until=LATER)

    assert "national" == openness(SENT, (), SCOPES, LATER).up_to
    assert "national" == openness(limited, (), SCOPES, "2026-03-31").up_to
    assert [Cause.ENDED] == _causes(openness(limited, (), SCOPES, LATER))


@pytest.mark.parametrize(
    ("event", "cause"),
    [
        (None, Cause.PENDING),
        (_said(day=RECEIVED, up_to="internal"), Cause.BEYOND_SCOPE),
        (_said(day=RECEIVED), Cause.BEYOND_SCOPE),
        (_said(ConsentKind.WITHDRAWN, day=RECEIVED), Cause.WITHDRAWN),
        (_said(day=RECEIVED, up_to="web", clips=(ClipId("c-1"),)), Cause.PENDING),
        (_said(day=RECEIVED, up_to="web", embargo="2027-01-01"), Cause.EMBARGO),
    ],
)
def test_what_was_not_agreed_to_is_closed(
    event: ConsentEvent | None, cause: Cause
) -> None:
    """A consent for another clip is none for this one."""
    without = a_submission(contributor=AWA, received=RECEIVED)
    events = (event,) if event else ()

    found = openness(without, events, SCOPES, LATER)

    assert ("", [cause]) == (found.up_to, _causes(found))


@pytest.mark.parametrize(
    "since",
    [
        _said(ConsentKind.WITHDRAWN, day=RECEIVED),
        _said(ConsentKind.WITHDRAWN, day="2026-03-15"),
        _said(ConsentKind.WITHDRAWN, day=RECEIVED, at="08:00:00"),
        _said(day="2026-03-15", up_to="own-group"),
    ],
)
def test_what_was_said_since_counts(since: ConsentEvent) -> None:
    """A withdrawal or another wish overrules what came with the submission."""
    found = openness(SENT, (since,), SCOPES, LATER)

    assert ("own-group" if since.up_to else "") == found.up_to
    assert consent_to_record(SENT, (since,), LATER) is None


def test_what_came_with_it_keeps_the_other_wishes() -> None:
    """Who does not want to be seen anywhere does not want it here."""
    before = _said(day="2026-01-01", up_to="web", face=False)

    recorded = consent_to_record(SENT, (before,), LATER)

    assert recorded
    assert ("national", False) == (recorded.up_to, recorded.face)
    assert RECEIVED == recorded.day


@pytest.mark.parametrize(
    "submission",
    [a_submission(contributor=AWA), a_submission(up_to="national")],
)
def test_nothing_is_recorded_of_what_nobody_said(submission: Submission) -> None:
    """It takes a person and a rung."""
    assert consent_to_record(submission, (), LATER) is None
