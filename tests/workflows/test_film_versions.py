"""Versions of a film are kept, found again and compared."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import NotInFilm
from mediakit.library import Library
from mediakit.model.film import Film, FilmVersion
from mediakit.model.ids import FilmId
from mediakit.workflows.compare_films import ComparedFilms, compare_versions_of
from mediakit.workflows.edit_film import edit_film, remove_lines
from mediakit.workflows.keep_film import find_version, keep_film, versions_of
from mediakit.workflows.show_film import show_film
from tests.builders import a_clip, a_film, a_quote
from tests.consents import DAY, RULES

CLIP = a_clip()
F = FilmId("f-0000000001")


@pytest.fixture(autouse=True)
def _two_lines(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)
        change.put(a_film(F, a_quote("A2A"), a_quote("C3C")))


def compare(
    library: Library, catalog: Catalog, before: str = "", after: str = ""
) -> ComparedFilms:
    """Compare two versions of the film."""
    both = (before, after)
    return compare_versions_of(library, catalog, F, both, rules=RULES, day=DAY)


def test_a_version_is_the_film_as_it_was(library: Library, catalog: Catalog) -> None:
    """Whatever is changed afterwards; it is shown as the film is."""
    keep_film(catalog, F, "as shown in Gao")
    remove_lines(catalog, F, ["A2A"])

    records = catalog.read()
    film = records.get(Film, F)
    was = find_version(records, film, "v1")
    assert ["A2A", "C3C"] == [line.code for line in was.lines]
    assert film == find_version(records, film, "")
    shown = show_film(library, catalog, F, rules=RULES, day=DAY, version="V1")
    assert (100, ["as shown in Gao"]) == (
        shown.timeline.length,
        [one.note for one in shown.versions],
    )


def test_nothing_is_kept_twice(catalog: Catalog) -> None:
    """A film that has not changed has the version it had; why may be said later."""
    first = keep_film(catalog, F)

    again = keep_film(catalog, F, "as shown in Gao")
    keep_film(catalog, F)

    assert (first.id, "as shown in Gao") == (again.id, again.note)
    [kept] = catalog.read().all(FilmVersion)
    assert "as shown in Gao" == kept.note


def test_what_was_once_is_kept_again(catalog: Catalog) -> None:
    """A version tells when the film was what it was."""
    for budget in (0, 60_000, 0):
        edit_film(catalog, F, {"budget": budget}, ())
        keep_film(catalog, F)

    kept = versions_of(catalog.read(), F)
    assert [0, 60_000, 0] == [one.was.budget for one in kept]


@pytest.mark.parametrize("typed", ["v2", "v0", "0", "last", "v1.5", "²"])
def test_a_version_that_was_not_kept_is_not_found(catalog: Catalog, typed: str) -> None:
    """However it is typed."""
    keep_film(catalog, F)
    records = catalog.read()

    with pytest.raises(NotInFilm, match="it has no version"):
        find_version(records, records.get(Film, F), typed)


def test_versions_are_compared(library: Library, catalog: Catalog) -> None:
    """The last one with the film as it is now, if nobody says which."""
    with pytest.raises(NotInFilm, match="no version of it was kept"):
        compare(library, catalog)
    keep_film(catalog, F)
    remove_lines(catalog, F, ["A2A"])
    keep_film(catalog, F)
    remove_lines(catalog, F, ["C3C"])

    one, both = compare(library, catalog), compare(library, catalog, "v1")

    assert [["C3C"], ["A2A", "C3C"]] == [
        [line.code for line in found.difference.removed] for found in (one, both)
    ]
    assert ("v2", "") == one.versions
    assert (4000, 0) == (both.before.duration, both.after.duration)
    assert not compare(library, catalog, "v2", "2").difference
