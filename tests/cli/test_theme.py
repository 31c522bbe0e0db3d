"""``mediakit theme`` and ``mediakit clip theme``."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.settings import Library
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
