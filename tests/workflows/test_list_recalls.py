"""What a person withdrew, agreed to again, and withdrew again."""

from dataclasses import replace

import pytest

from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.gate import Facts
from mediakit.model.ids import ClipId, ConsentId, PersonId, RecallId
from mediakit.model.recall import Recall
from mediakit.model.stamp import Stamp
from mediakit.workflows.list_recalls import not_listed, to_take_back
from mediakit.workflows.trace_voice import Traced
from tests.builders import a_clip

GAO, MARIAM = ClipId("c-0000000001"), PersonId("p-0000000001")
JANUARY, MARCH = (Stamp(f"2026-0{month}-01T08:00:00Z", "Awa") for month in (1, 3))
AGAIN = ConsentEvent(
    id=ConsentId("co-2"),
    person=MARIAM,
    kind=ConsentKind.GIVEN,
    day="2026-02-01",
    up_to="web",
    created=Stamp("2026-02-01T08:00:00Z", "Awa"),
)
FACTS = Facts(clips={}, sessions={}, people={}, voices={}, consents={MARIAM: (AGAIN,)})
TRACED = (Traced(a_clip(GAO), "", MARIAM, ConsentId("co-3")),)


def a_line(asked: Stamp, done: Stamp | None) -> Recall:
    """Return a line of the list about the clip."""
    return Recall(
        id=RecallId("a-1"),
        withdrawal=ConsentId("co-1"),
        person=MARIAM,
        target=GAO,
        created=asked,
        done=done,
    )


@pytest.mark.parametrize(
    ("line", "is_new"),
    [
        (a_line(JANUARY, done=JANUARY), True),
        (a_line(JANUARY, done=None), False),
        (a_line(MARCH, done=MARCH), False),
    ],
    ids=["taken-back-before", "still-to-be-taken-back", "taken-back-since"],
)
def test_a_thing_has_one_open_line(line: Recall, is_new: bool) -> None:
    """What was taken back before she agreed in February is to be taken back anew."""
    new = list(not_listed(FACTS, [line], TRACED))

    assert [GAO] * is_new == [one.target for one in new]


def test_an_open_line_is_told_as_it_is() -> None:
    """With what first asked for it."""
    line = a_line(JANUARY, done=None)

    assert [line] == [one.recall for one in to_take_back(FACTS, [line], TRACED)]


def test_a_refusal_asks_for_nothing_anew() -> None:
    """Who says no after withdrawing did not agree in between."""
    refused = replace(AGAIN, up_to="")
    facts = replace(FACTS, consents={MARIAM: (refused,)})

    assert [] == list(not_listed(facts, [a_line(JANUARY, done=JANUARY)], TRACED))
