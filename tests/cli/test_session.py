"""``mediakit session`` and ``mediakit screening``."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.timecode import TimeRange
from tests.builders import a_clip, a_session
from tests.conftest import Run, saved

GAO, MOPTI = "s-0000000001", "s-0000000002"
ASKED, ANSWERED = "c-0000000001", "c-0000000002"


@pytest.fixture(autouse=True)
def _two_groups(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session(GAO, title="Women of Gao", date="2026-03-01"))
        change.put(
            a_session(MOPTI, title="Youth of Mopti", date="2026-02-01", place="Mopti")
        )
        change.put(a_clip(ASKED, title="Trust", session=GAO))
        change.put(a_clip(ANSWERED, title="An answer", session=MOPTI))
        change.put(
            Excerpt(
                id=ExcerptId("x-0000000001"),
                clip=ClipId(ASKED),
                range=TimeRange(1000, 4500),
            )
        )


def test_tells_an_evening_in_order(run: Run, catalog: Catalog) -> None:
    """What was recorded, then what was shown, first to last, with what was said."""
    run("screening", "add", ANSWERED, MOPTI, "--outcome", "stopped")
    run(
        *("screening", "add", ASKED, MOPTI, "--order", "1", "--excerpt", "x-0"),
        *("--question", "And here?", "--reaction", "Long silence."),
    )

    status, out, err = run("session", "show", "s-0000000002")

    first, second = sorted(catalog.read().all(Screening), key=lambda s: s.outcome)
    assert (0, "") == (status, err)
    assert (
        f"""\
s-0000000002  2026-02-01, Youth of Mopti, Mopti
Kind: focus group
Recorded here:
  c-0000000002  An answer
Screened here:
  {second.id}  1. An answer: stopped
  {first.id}  1. Trust [0:01 - 0:04.500]: shown
     Asked: And here?
     Reaction: Long silence.
"""
        == out
    )


def test_the_next_screening_comes_last(run: Run) -> None:
    """Without an order, each is shown after those before."""
    orders = [
        json.loads(run("screening", "add", ASKED, MOPTI, "--json")[1])["order"]
        for _turn in range(2)
    ]

    assert [1, 2] == orders


def test_sessions_are_listed_by_date(run: Run) -> None:
    """Each with how much was recorded and screened there."""
    run("screening", "add", ASKED, MOPTI)

    out = run("session", "list", "--json")[1]

    assert [("Youth of Mopti", 1, 1), ("Women of Gao", 1, 0)] == [
        (item["session"]["title"], item["recorded"], item["screened"])
        for item in json.loads(out)
    ]


def test_what_was_typed_wrongly_can_be_mended(run: Run, catalog: Catalog) -> None:
    """Facts are changed one by one; what nothing happened at can go."""
    made = json.loads(run("session", "add", "Oops", "--place", "Gao", "--json")[1])

    edited = run("session", "edit", made["id"], "--people", "14", "--language", "FRA")
    session = catalog.read().get(Session, made["id"])
    removed = run("session", "remove", made["id"])

    assert (0, 0) == (edited[0], removed[0])
    assert ("Oops", "Gao", 14, ("fr",)) == (
        session.title,
        session.place,
        session.people,
        session.languages,
    )
    assert 25 == run("session", "show", made["id"])[0]


def test_a_screening_can_be_taken_back(run: Run, catalog: Catalog) -> None:
    """The clip and the session stay."""
    made = json.loads(run("screening", "add", ASKED, MOPTI, "--json")[1])

    status = run("screening", "remove", made["id"])[0]

    assert 0 == status
    assert [] == catalog.read().all(Screening)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("session", "add", "X", "--date", "2026-02-30"), 17),
        (("session", "add", "X", "--date", "1 March"), 17),
        (("session", "add", "X", "--language", "bambara"), 16),
        (("session", "add", "X", "--kind", "party"), 2),
        (("session", "add", "X", "--people", "-1"), 2),
        (("session", "show", "s-9"), 25),
        (("session", "show", "s-0"), 24),
        (("session", "edit", GAO, "--date", "x"), 17),
        (("session", "remove", GAO), 87),
        (("screening", "remove", "sc-9"), 196),
        (("screening", "add", "c-9", GAO), 23),
        (("screening", "add", ASKED, "s-9"), 25),
        (("screening", "add", ASKED, GAO, "--excerpt", "x-9"), 27),
        (("screening", "add", ANSWERED, GAO, "--excerpt", "x-0"), 75),
        (("screening", "add", ASKED, GAO, "--order", "0"), 2),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, catalog: Catalog, words: tuple[str, ...], status: int
) -> None:
    """Each mistake has its sentence and status; the catalog stays as it is."""
    before = saved(library)

    answered, out, _err = run(*words)

    assert (status, "") == (answered, out)
    assert before == saved(library)
