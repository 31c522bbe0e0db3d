"""The dialogue: replies, threads, what is owed, evenings, decided themes."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.screening import Screening
from mediakit.model.theme import Theme
from tests.conftest import Run, saved
from tests.dialogues import ANSWER, ASKED, BACK, GAO, MOPTI, SHOWN, put_two_groups


@pytest.fixture(autouse=True)
def _two_groups(catalog: Catalog) -> None:
    with catalog.change() as change:
        put_two_groups(change)


def test_a_thread_is_told_from_either_end(run: Run) -> None:
    """With places and dates, and whether the answer was carried back."""
    run("reply", "add", ANSWER, "--to", SHOWN)

    status, out, err = run("thread", ANSWER)
    document = json.loads(run("thread", ASKED, "--json")[1])

    assert (0, "") == (status, err)
    assert (
        """\
- c-0000000001  Who keeps us?
    Recorded at: 2026-03-01, Women of Gao, Gao
    * c-0000000002  We do
        Recorded at: 2026-04-01, Youth, Mopti
        Answers what was shown at: 2026-04-01, Youth, Mopti
        Not carried back yet.
"""
        == out
    )
    assert [(ASKED, 0), (ANSWER, 1)] == [(c["clip_id"], c["depth"]) for c in document]


def test_an_answer_is_owed_until_it_is_carried_back(run: Run) -> None:
    """To the group, at whichever session it meets again."""
    run("reply", "add", ANSWER, "--to", SHOWN)

    owed = run("owed")[1]
    here = [
        run("owed", *words)[1] for words in (("--session", BACK), ("--group", "WOMEN"))
    ]
    elsewhere = run("owed", "--session", MOPTI)[1]
    run("screening", "add", ANSWER, BACK)
    paid = run("owed")[1]

    assert ANSWER in owed
    assert "Women" in owed
    assert [owed, owed] == here
    assert ["Nothing is owed.\n"] * 2 == [elsewhere, paid]
    assert "Carried back at: 2099-05-01" in run("thread", ASKED)[1]


def test_a_reply_is_recorded_once_and_can_be_taken_back(run: Run) -> None:
    """The same words give the same reply, and notes may be added."""
    first = json.loads(run("reply", "add", ANSWER, "--to", SHOWN, "--json")[1])
    again = json.loads(
        run("reply", "add", ANSWER, "--to", SHOWN, "--notes", "Live", "--json")[1]
    )
    listed = run("reply", "list")[1]
    removed = run("reply", "remove", first["id"])

    assert (first["id"], "Live") == (again["id"], again["notes"])
    assert 2 == len(listed.splitlines())
    assert 0 == removed[0]
    assert "There are no replies yet.\n" == run("reply", "list")[1]


def test_show_tells_what_a_clip_answers_and_what_answers_it(run: Run) -> None:
    """Both clips know of each other."""
    run("reply", "add", ANSWER, "--to", SHOWN)

    assert "Answers: Who keeps us?, shown at 2026-04-01" in run("show", ANSWER)[1]
    assert f"Answered by: {ANSWER} We do" in run("show", ASKED)[1]
    assert f"Answered by: {ANSWER}" in run("session", "show", MOPTI)[1]


def test_an_evening_is_told_with_everything_that_was_noted(run: Run) -> None:
    """Heat, questions of the room, who saw it."""
    run(
        *("screening", "edit", SHOWN, "--heat", "walked-out", "--outcome", "stopped"),
        *("--asked", "Who pays?", "--asked", "Why us?", "--present", "female/18-35=6"),
    )

    told = run("session", "show", MOPTI)[1].splitlines()

    assert [
        f"  {SHOWN}  1. Who keeps us?: stopped, people walked out",
        "     The room asked: Who pays?",
        "     The room asked: Why us?",
        "     Seen by: 6 women 18-35",
    ] == told[-4:]


def test_notes_of_a_screening_can_be_cleared(run: Run, catalog: Catalog) -> None:
    """What is not named stays."""
    run("screening", "edit", SHOWN, "--asked", "Why?", "--present", "3", "--order", "4")
    run("screening", "edit", SHOWN, "--asked", "", "--present", "")

    screening = catalog.read().get(Screening, SHOWN)

    assert ((), (), 4) == (screening.asked, screening.present, screening.order)


def test_themes_are_followed_through_the_programme(run: Run) -> None:
    """Raised by a coding, validated, prioritised with a rank, and what is to do."""
    before = run("theme", "status")[1].split()
    marked = run("theme", "mark", "trust", BACK, "validated")[1]
    run("theme", "mark", "trust", BACK, "prioritised", "--rank", "3")
    run("theme", "mark", "trust", BACK, "prioritised", "--rank", "2", "--notes", "Vote")

    after = run("theme", "status", "security/trust")[1]

    assert ["-", "-", "validate:", "Gao"] == before[-4:]
    assert marked.endswith(
        "  security/trust: validated, 2099-05-01, Women again, Gao\n"
    )
    assert (
        """\
security/trust
  raised: 2026-03-01, Women of Gao, Gao, clips: 1
  validated: 2099-05-01, Women again, Gao
  prioritised: 2099-05-01, Women again, Gao, rank 2
    Vote
  To do: -
"""
        == after
    )
    assert "  security/trust: prioritised, 2" in run("session", "show", BACK)[1]


def test_a_mark_can_be_taken_back(run: Run) -> None:
    """Then there is nothing to take back any more."""
    run("theme", "mark", "trust", BACK, "rejected")

    statuses = [
        run("theme", "mark", "trust", BACK, "rejected", "--remove")[0]
        for _turn in range(2)
    ]

    assert [0, 194] == statuses


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("reply", "add", "c-9", "--to", SHOWN), 23),
        (("reply", "add", ANSWER, "--to", "sc-9"), 196),
        (("reply", "add", ASKED, "--to", SHOWN), 193),
        (("reply", "add", ANSWER), 2),
        (("reply", "remove", "r-9"), 104),
        (("thread", "c-9"), 23),
        (("owed", "--session", "s-9"), 25),
        (("screening", "check", "c-9", GAO), 23),
        (("screening", "check", "x-9", GAO), 23),
        (("screening", "check", ASKED, "s-9"), 25),
        (("screening", "edit", SHOWN, "--excerpt", "x-9"), 27),
        (("screening", "edit", SHOWN, "--heat", "hot"), 2),
        (("screening", "edit", SHOWN, "--present", "six"), 185),
        (("screening", "remove", SHOWN), 192),
        (("session", "brief", "s-9"), 25),
        (("session", "list", "--from", "2026-13-01"), 17),
        (("session", "list", "--from", "2026-02-01", "--to", "2026-01-01"), 15),
        (("session", "edit", GAO, "--people", "3", "--present", "female=4"), 186),
        (("theme", "mark", "trust", "s-9", "raised"), 25),
        (("theme", "mark", "fire", GAO, "raised"), 26),
        (("theme", "mark", "trust", GAO, "forgotten"), 2),
        (("theme", "mark", "trust", GAO, "validated", "--rank", "1"), 195),
        (("theme", "status", "fire"), 26),
        (("theme", "remove", "trust"), 88),
        (("clip", "remove", ANSWER), 76),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, words: tuple[str, ...], status: int
) -> None:
    """Each mistake has its sentence and status; the catalog stays as it is."""
    run("reply", "add", ANSWER, "--to", SHOWN)
    before = saved(library)

    answered, out, _err = run(*words)

    assert (status, "") == (answered, out)
    assert before == saved(library)


def test_what_decided_on_a_theme_stays(run: Run) -> None:
    """A session is not removed while a theme's way leads over it."""
    run("theme", "mark", "trust", BACK, "raised")

    assert 87 == run("session", "remove", BACK)[0]


def test_a_clip_takes_its_replies_with_it(run: Run) -> None:
    """If that was asked for, and nothing is left that leads nowhere."""
    run("reply", "add", ANSWER, "--to", SHOWN)

    assert 0 == run("clip", "remove", ASKED, "--with-history")[0]
    assert "There are no replies yet.\n" == run("reply", "list")[1]


def test_check_finds_replies_and_marks_that_lead_nowhere(
    run: Run, catalog: Catalog
) -> None:
    """By their ids."""
    run("reply", "add", ANSWER, "--to", SHOWN)
    run("theme", "mark", "trust", BACK, "raised")
    with catalog.change() as change:
        change.remove(Screening, SHOWN)
        change.remove(Theme, "th-1")

    out = "".join(run("check")[1:])

    assert "is linked to sc-0000000001" in out
    assert 2 <= out.count("is linked to th-1")
