"""What to know before a group is met, and before it is shown something."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.ids import (
    ClipId,
    ConsentId,
    ScreeningId,
    SessionId,
)
from mediakit.model.screening import Screening
from tests.conftest import Run
from tests.dialogues import ANSWER, ASKED, AWA, BACK, GAO, MOPTI, SHOWN, put_two_groups


@pytest.fixture(autouse=True)
def _two_groups(catalog: Catalog) -> None:
    with catalog.change() as change:
        put_two_groups(change)


def an_event(catalog: Catalog, kind: ConsentKind, **facts: str) -> None:
    """Record what Awa said."""
    event = ConsentEvent(
        id=ConsentId(f"co-{kind}"),
        person=AWA,
        kind=kind,
        day="2026-01-01",
        up_to=facts.get("up_to", ""),
        until=facts.get("until", ""),
        face=kind is ConsentKind.WITHDRAWN,
    )
    with catalog.change() as change:
        change.put(event)


def test_warns_before_showing_and_when_it_was_shown(run: Run, catalog: Catalog) -> None:
    """Every reason in a line; the screening is recorded all the same."""
    an_event(catalog, ConsentKind.WITHDRAWN)
    run("clip", "edit", ASKED, "--sensitive", "A child is named.")
    run("screening", "add", ASKED, GAO)

    status, out, err = run("screening", "check", ASKED, BACK)
    added = run("screening", "add", ASKED, BACK, "--json")

    assert (0, "") == (status, err)
    assert [
        "This group saw it already: 2026-03-01, Women of Gao, Gao",
        "It was recorded in this very place.",
        "Awa, of the community Songhay, withdrew consent.",
        "To be shown with care: A child is named.",
    ] == out.splitlines()
    assert 0 == added[0]
    cares = [caution["care"] for caution in json.loads(added[1])["cautions"]]
    assert ["already-shown", "recorded-here", "not-for-own-group", "sensitive"] == cares
    assert out.splitlines() == added[2].splitlines()
    assert "To be shown with care: A child is named." in run("show", ASKED)[1]


def test_what_nothing_speaks_against_is_said(run: Run) -> None:
    """An answer from elsewhere that the group has not seen, with nobody in it."""
    run("voice", "add", ANSWER, "--nobody")

    assert "Nothing speaks against it.\n" == run("screening", "check", ANSWER, GAO)[1]


def test_strangers_are_not_shown_in_passing_what_nobody_agreed_to(
    run: Run, catalog: Catalog
) -> None:
    """Not asked, withdrawn, refused, or not even known: whoever the room is."""

    def told(clip: str = ASKED) -> str:
        return run("screening", "check", clip, MOPTI)[1].splitlines()[-1]

    assert "Nobody has said who is heard or seen in all of it." == told(ANSWER)
    assert "Awa has not been asked yet." == told()
    an_event(catalog, ConsentKind.GIVEN, up_to="own-group")
    assert "Awa did not agree to be shown there." == told()
    an_event(catalog, ConsentKind.WITHDRAWN)
    assert "Awa withdrew consent." == told()


def test_a_brief_fits_a_page(run: Run, catalog: Catalog) -> None:
    """Seen, asked, owed, agreed: lines of 80, the newest of long lists."""
    an_event(catalog, ConsentKind.GIVEN, up_to="regional", until="2199-01-01")
    run("reply", "add", ANSWER, "--to", SHOWN)
    run("clip", "edit", ANSWER, "--sensitive", "Much is shouted, and long, " * 5)
    with catalog.change() as change:
        for number in range(30):
            change.put(
                Screening(
                    id=ScreeningId(f"sc-{number}"),
                    clip=ClipId(ASKED),
                    session=SessionId(GAO),
                    order=number,
                    asked=(f"Question {number}, which is as long as they are? " * 3,),
                )
            )

    status, out, err = run("session", "brief", BACK)
    full = run("session", "brief", BACK, "--full")[1]

    assert (0, "") == (status, err)
    lines = out.splitlines()
    assert max(map(len, lines)) < 80
    assert len(lines) < 60
    assert "  … and 22 older ones; --full tells them." in lines
    assert "Question 29" in out
    assert "Question 2," in full
    assert "  c-0000000002 We do, which answers Who keeps us?" in lines
    assert any(line.startswith("    ! To be shown with care: Much") for line in lines)
    assert "Consent on 2099-05-01:" in lines
    assert "  Awa, 1 clip: up to regional, no face, until 2199-01-01" in lines


def test_a_brief_of_strangers_says_that_nothing_is_known(run: Run) -> None:
    """It is told, not left out."""
    made = json.loads(run("session", "add", "New", "--place", "Ber", "--json")[1])

    out = run("session", "brief", made["id"])[1]

    for line in ("Seen already: nothing", "It asked: nothing", "It is owed: nothing"):
        assert line in out
    assert ": nobody" in out
