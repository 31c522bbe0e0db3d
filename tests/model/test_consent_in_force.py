"""Which of the things a person said counts."""

from dataclasses import replace

import pytest

from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import as_dated, consent_in_force
from mediakit.model.ids import ClipId
from mediakit.model.stamp import Stamp
from tests.model.consent_facts import CLIP, TODAY, given, withdrawn

OTHER = ClipId("c-0000000002")


def counts(*events: ConsentEvent, clip: ClipId = CLIP, day: str = TODAY) -> str:
    """Return what counts, in a word."""
    event = consent_in_force(events, clip, day)
    return "pending" if event is None else event.up_to or event.kind.value


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((), "pending"),
        ((given("film"), given("web", day="2026-03-02")), "web"),
        ((given("film", day="2026-03-02"), given("web")), "film"),
        ((given("film", day="2026-06-02"),), "pending"),
        ((given("film"), given("web")), "web"),
        ((given("film"), withdrawn("2026-06-02")), "film"),
        ((given("film"), withdrawn(TODAY)), "withdrawn"),
    ],
)
def test_the_last_word_that_holds_counts(
    events: tuple[ConsentEvent, ...], said: str
) -> None:
    """By its day, and among those of one day by when it was recorded."""
    assert said == counts(*events)


def test_only_who_agrees_after_a_withdrawal_opens_again() -> None:
    """Said later and recorded later, on the same day too."""
    no = withdrawn("2026-04-01")
    before = given("web", day="2026-04-02", created=Stamp("2026-03-31T09:00:00Z", "A"))
    after = given("web", day="2026-04-01")

    assert "withdrawn" == counts(before, no)
    assert "web" == counts(no, after)
    assert "withdrawn" == counts(no, replace(after, day="2026-03-31"))


def test_a_clock_that_is_wrong_opens_nothing() -> None:
    """The order of the records and the stamps must both say that it came after."""
    old = Stamp("1970-01-01T00:00:00Z", "Awa")

    assert "withdrawn" == counts(given("web"), withdrawn("1970-01-01", created=old))
    assert "withdrawn" == counts(withdrawn(), given("web", TODAY, created=old))
    assert "withdrawn" == counts(withdrawn(), given("web", TODAY, created=None))


def test_a_refusal_opens_nothing_that_was_withdrawn() -> None:
    """Who says no twice has not agreed again, whenever it is said and recorded."""
    refused = given("", day="2026-05-01")

    assert "withdrawn" == counts(given("web"), withdrawn(), refused)
    assert "given" == counts(given("web"), refused)


def test_a_no_that_nobody_dated_holds_from_its_recording_on() -> None:
    """Where it is still yesterday, and where a clock runs wrong; a yes waits."""
    day = "2026-06-02"
    no = withdrawn(day, at_once=True)
    refused = given("", day, at_once=True)
    agreed = given("web", day, at_once=True)

    assert "withdrawn" == counts(given("film"), no)
    assert "withdrawn" == counts(given("film"), no, given("web", TODAY))
    assert "given" == counts(given("film"), refused)
    assert "film" == counts(given("film"), agreed)


def test_of_the_past_every_day_is_asked_as_it_stands() -> None:
    """What somebody agreed to then is still told when they withdrew since."""
    events = as_dated((given("film"), withdrawn("2026-06-02", at_once=True)))

    assert "film" == counts(*events)


def test_what_is_said_of_a_clip_holds_for_that_clip() -> None:
    """Whether it closes it or opens it."""
    closed = (given("film"), withdrawn(clips=(CLIP,)))
    opened = (given("film"), withdrawn(), given("web", "2026-05-01", clips=(CLIP,)))

    assert ("withdrawn", "film") == (counts(*closed), counts(*closed, clip=OTHER))
    assert ("web", "withdrawn") == (counts(*opened), counts(*opened, clip=OTHER))
