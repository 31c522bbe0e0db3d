"""Answers that were not carried back, and to whom they are owed."""

import pytest

from mediakit.model.ids import ClipId, ScreeningId, SessionId
from mediakit.model.owed import Debt, debts
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from tests.builders import a_clip, a_reply, a_screening, a_session

GAO, MOPTI, GAO_AGAIN = "s-gao", "s-mopti", "s-gao-again"
ASKED, ANSWER = "c-asked", "c-answer"

SESSIONS = (
    a_session(GAO, group="Women of Gao"),
    a_session(MOPTI, place="Mopti"),
    a_session(GAO_AGAIN, group="WOMEN of  Gao", place="Ansongo"),
)


def owed(
    *screenings: Screening,
    sessions: tuple[Session, ...] = SESSIONS,
    asked_at: str | None = GAO,
    answered_at: str | None = MOPTI,
) -> list[Debt]:
    """Return the debts of a clip that was shown in Mopti and answered."""
    shown = a_screening("sc-first", clip=ASKED, session=MOPTI)
    clips = (
        a_clip(ASKED, session=asked_at),
        a_clip(ANSWER, session=answered_at),
    )
    return debts(
        [a_reply(clip=ANSWER, to="sc-first")],
        {ScreeningId(s.id): s for s in (shown, *screenings)},
        {ClipId(clip.id): clip for clip in clips},
        {SessionId(session.id): session for session in sessions},
    )


def test_an_answer_is_owed_to_the_group_that_recorded_what_it_answers() -> None:
    """Not to the one that saw it."""
    (debt,) = owed()

    assert debt.is_owed
    assert debt.creditor == SESSIONS[0]
    assert ASKED == debt.stimulus


@pytest.mark.parametrize("excerpt", [None, "x-1"])
def test_showing_it_to_that_group_pays_the_debt(excerpt: str | None) -> None:
    """At whichever session, wherever the group meets; an excerpt is enough."""
    back = a_screening("sc-back", clip=ANSWER, session=GAO_AGAIN, excerpt=excerpt)

    (debt,) = owed(back)

    assert not debt.is_owed
    assert back == debt.carried_back


@pytest.mark.parametrize(
    "back",
    [
        a_screening("sc-back", clip=ANSWER, session=MOPTI),
        a_screening("sc-back", clip=ASKED, session=GAO),
        a_screening("sc-back", clip=ANSWER, session=GAO, outcome=Outcome.SKIPPED),
        a_screening("sc-back", clip=ANSWER, session=GAO, outcome=Outcome.STOPPED),
        a_screening("sc-back", clip=ANSWER, session="s-missing"),
    ],
    ids=["another group", "another clip", "skipped", "stopped", "nowhere"],
)
def test_nothing_else_pays_it(back: Screening) -> None:
    """Another group, another clip, or a screening that did not happen."""
    assert [True] == [debt.is_owed for debt in owed(back)]


def test_a_group_owes_itself_nothing() -> None:
    """What it says to its own words it has heard."""
    assert [] == owed(answered_at=GAO_AGAIN)


def test_an_answer_to_a_clip_from_nowhere_is_not_forgotten() -> None:
    """It is told as owed, to nobody knows whom."""
    (debt,) = owed(asked_at=None)

    assert (True, None) == (debt.is_owed, debt.creditor)
