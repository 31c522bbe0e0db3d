"""The film on paper of the sample library: what an editor tries first."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.machine import samples
from mediakit.model.film import Film, LineKind
from mediakit.settings import read_settings
from mediakit.workflows.check_film import CheckedFilm, check_film
from mediakit.workflows.compare_films import compare_versions_of
from tests.consents import RULES

DAY = "2025-07-15"


@pytest.fixture
def catalog() -> Catalog:
    """Open the sample library."""
    return Catalog(Library(samples()).catalog, author="")


def check(catalog: Catalog, scope: str = "") -> CheckedFilm:
    """Check the film."""
    library = Library(samples())
    [film] = catalog.read().all(Film)
    settings = read_settings(library)
    return check_film(library, catalog, settings, film.id, day=DAY, scope=scope)


def test_lasts_two_minutes_and_has_one_of_each(catalog: Catalog) -> None:
    """All kinds of lines, pictures over some, everything in two languages."""
    [film] = catalog.read().all(Film)

    assert set(LineKind) == {line.kind for line in film.lines}
    assert any(line.covers for line in film.lines)
    assert 110_000 < check(catalog).timeline.duration <= film.budget == 120_000
    assert {("fr", "en")} == {
        tuple(line.texts)
        for line in film.lines
        if line.texts and line.kind is not LineKind.NOTE
    }


def test_can_be_finished_for_the_nation_and_not_for_the_cinema(
    catalog: Catalog,
) -> None:
    """Some of those who are in it did not agree to a film."""
    assert () == check(catalog).blocking

    blocking = check(catalog, "film").blocking
    told = " ".join(one.reason for one in blocking)
    assert [True] * 3 == [name in told for name in ("Oumar", "Kadidia", "Ibrahim")]


def test_nothing_in_it_is_taken_out_of_context(catalog: Catalog) -> None:
    """Sentences are whole; how much was said around each is known."""
    checked = check(catalog)

    assert not any(one.matter == "context" for one in checked.advice)
    quotes = [one for one in checked.film.lines if one.kind is LineKind.QUOTE]
    assert len(quotes) == len(checked.contexts)


def test_has_a_version_to_compare(catalog: Catalog) -> None:
    """The end came later."""
    [film] = catalog.read().all(Film)

    found = compare_versions_of(
        Library(samples()), catalog, film.id, ("v1", ""), rules=RULES, day=DAY
    ).difference

    assert ((), (), ()) == (found.removed, found.moved, found.changed)
    assert len(found.added) >= 3
