"""``mediakit theme`` and ``mediakit clip theme``."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from tests.builders import a_clip
from tests.conftest import Run, saved


def test_a_theme_is_listed_with_its_clips(run: Run, catalog: Catalog) -> None:
    """The tree is in order, and each theme says how many clips it has."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000001"))
    run("theme", "add", "Insécurité/Confiance", "--label", "fr=Confiance")
    run("theme", "add", "Insécurité")
    run("clip", "theme", "c-0", "confiance")

    _status, out, _err = run("theme", "list", "--json")

    assert [("insecurite", 0), ("insecurite/confiance", 1)] == [
        (item["theme"]["path"], item["clips"]) for item in json.loads(out)
    ]


def test_the_tree_is_in_the_persons_language(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the levels that are no themes; what is archived only if asked for."""
    trust = ("--label", "fr=Confiance", "--label", "en=Trust", "--icon", "*")
    run("theme", "add", "peace/trust", *trust)
    run("theme", "add", "peace/trust/army", "--label", "en=Army " + "and police " * 9)
    run("theme", "add", "water", "--label", "en=Water " + "and wells " * 9)
    run("theme", "archive", "water")

    monkeypatch.setenv("MEDIAKIT_LANG", "fr")
    _status, out, _err = run("theme", "list")
    archived = run("theme", "list", "--archived")[1]

    _head, bare, own, below = (line.split() for line in out.splitlines())
    assert ["peace", "peace"] == bare
    assert ["0", "0", "peace/trust", "*", "Confiance"] == own[1:]
    assert ["0", "0", "peace/trust/army", "Army"] == below[1:5]
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "(archived) Water and wells" in archived


def test_a_theme_shows_what_it_means_and_what_is_coded(
    run: Run, catalog: Catalog
) -> None:
    """Own codings, and those with the themes below."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000001"))
    run("theme", "add", "peace", "--definition", "Of all.", "--synonym", "fr=entente")
    run("theme", "add", "peace/trust", "--colour", "#CC3311")
    run("code", "add", "c-0", "trust", "--to", "4", "--strong")

    _status, out, _err = run("theme", "show", "entente")
    told = json.loads(run("theme", "show", "trust", "--json")[1])

    assert [
        "  und: peace",
        "  fr, also: entente",
        "Definition: Of all.",
        "Coded: 0 codings, 0 clips, 0:00 coded",
        "With those below: 1 coding, 1 clip, 0:04 coded, 1 strong quote, by Awa",
        "  peace/trust  trust: 1 coding, 1 clip, 0:04 coded, 1 strong quote, by Awa",
        "  To do: -",
    ] == out.splitlines()[1:]
    assert ("#cc3311", 4000) == (told["theme"]["colour"], told["counts"]["time"])


def test_what_moved_is_told(run: Run, catalog: Catalog) -> None:
    """Each theme, and how much goes with it."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000001"))
    run("theme", "add", "peace")
    run("theme", "add", "trust/army")
    run("theme", "add", "trust")
    run("clip", "theme", "c-0", "army")

    _status, out, err = run("theme", "move", "trust", "peace")

    assert [
        "  trust -> peace/trust",
        "  trust/army -> peace/trust/army",
    ] == out.splitlines()[1:]
    assert "codings: 1, in clips: 1; decisions of sessions: 0." in err


def test_a_clip_has_a_theme_once_and_loses_it(run: Run, catalog: Catalog) -> None:
    """Saying it twice changes nothing; taking it off twice is refused."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000001"))
    run("theme", "add", "trust")

    first = run("clip", "theme", "c-0", "trust")
    again = run("clip", "theme", "c-0", "trust")
    off = run("clip", "theme", "c-0", "trust", "--remove")
    gone = run("clip", "theme", "c-0", "trust", "--remove")

    assert (0, 0, 0, 74) == (first[0], again[0], off[0], gone[0])
    assert first[1] == again[1]
    assert "does not have the theme trust" in gone[2]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("theme", "add", "trust"), 71),
        (("theme", "add", "a//b"), 70),
        (("theme", "add", "other", "--label", "Confiance"), 72),
        (("theme", "add", "other", "--label", "french=Confiance"), 16),
        (("theme", "add", "other", "--colour", "red"), 73),
        (("clip", "theme", "c-zzz", "trust"), 23),
        (("clip", "theme", "c-0", "peace"), 26),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, catalog: Catalog, words: tuple[str, ...], status: int
) -> None:
    """Each mistake has its sentence and status; the catalog stays as it is."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000001"))
    run("theme", "add", "trust")
    before = saved(library)

    answered, out, err = run(*words)

    assert (status, "") == (answered, out)
    assert err.startswith("Error: ")
    assert err.count("\n") == 1
    assert before == saved(library)


def test_a_name_that_means_two_themes_is_not_guessed(run: Run) -> None:
    """The last level of two paths is refused with both."""
    run("theme", "add", "forces/trust")
    run("theme", "add", "neighbours/trust")

    status, _out, err = run("list", "--theme", "trust")

    assert 24 == status
    assert "forces/trust, neighbours/trust" in err


def test_a_theme_in_use_is_not_removed(run: Run, catalog: Catalog) -> None:
    """Not while a clip has it or a theme lies below it; then it goes."""
    with catalog.change() as change:
        change.put(a_clip("c-0000000001"))
    run("theme", "add", "peace")
    run("theme", "add", "peace/trust")
    run("clip", "theme", "c-0", "trust")

    above = run("theme", "remove", "peace")
    used = run("theme", "remove", "trust")
    run("clip", "theme", "c-0", "trust", "--remove")

    assert (88, 88) == (above[0], used[0])
    assert 0 == run("theme", "remove", "trust")[0]
    assert 0 == run("theme", "remove", "peace")[0]
