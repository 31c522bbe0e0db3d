"""What hangs on a film on paper, and on what a film hangs."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.check import LinkBroken
from mediakit.errors.excerpts import ExcerptLinked
from mediakit.errors.films import NotInFilm
from mediakit.errors.sessions import ClipLinked
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Cover, Film, FilmLine, FilmVersion, LineKind
from mediakit.model.ids import ExcerptId
from mediakit.workflows.check_library import check_library
from mediakit.workflows.edit_film import edit_film, remove_lines
from mediakit.workflows.forget_person import forget_person
from mediakit.workflows.keep_film import keep_film
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.remove_excerpt import remove_excerpt
from mediakit.workflows.show_clip import show_clip
from mediakit.workflows.show_excerpt import show_excerpt
from tests.builders import FIRST_SECONDS, a_clip, a_film, a_quote
from tests.consents import DAY, put_person, put_voice, withdraw

CLIP, OTHER = a_clip(), a_clip("c-0000000002")
X = Excerpt(id=ExcerptId("x-0000000001"), clip=CLIP.id, range=FIRST_SECONDS)
COVER = Cover(code="X5X", clip=CLIP.id, range=FIRST_SECONDS)
CHOSEN = FilmLine(
    code="K7P",
    kind=LineKind.QUOTE,
    clip=CLIP.id,
    range=FIRST_SECONDS,
    excerpt=X.id,
    note="Called Mariam.",
)
LINES = (CHOSEN, a_quote("D4D", clip=OTHER.id, covers=(COVER,)))


@pytest.fixture(autouse=True)
def film(catalog: Catalog) -> Film:
    """Put a film into the catalog."""
    with catalog.change() as change:
        for record in (CLIP, OTHER, X):
            change.put(record)
        return change.put(a_film("f-0000000001", *LINES))


def test_lives_name_it(library: Library, catalog: Catalog, film: Film) -> None:
    """Of the clip and of the excerpt."""
    lives = (
        show_clip(library, catalog, CLIP.id, DAY).films,
        show_excerpt(catalog, X.id, DAY).films,
    )

    assert [[film.id]] * 2 == [[one.id for one in life] for life in lives]


def test_an_excerpt_goes_and_its_part_stays(library: Library, catalog: Catalog) -> None:
    """Only if that is said."""
    with pytest.raises(ExcerptLinked, match="films: 1"):
        remove_excerpt(library, catalog, X.id, day=DAY)

    remove_excerpt(library, catalog, X.id, day=DAY, with_history=True)

    [found] = catalog.read().all(Film)
    line = found.lines[0]
    assert (None, FIRST_SECONDS, "K7P") == (line.excerpt, line.range, line.code)


def test_a_clip_goes_and_is_taken_out(library: Library, catalog: Catalog) -> None:
    """Only if that is said: lines and what is seen over them; what was is kept."""
    with pytest.raises(ClipLinked, match="films: 1"):
        remove_clip(library, catalog, CLIP.id)

    removal = remove_clip(library, catalog, CLIP.id, with_history=True)

    [found] = catalog.read().all(Film)
    assert ["D4D"] == list(found.codes)
    assert removal.folder is not None
    kept = json.loads((removal.folder / "records.json").read_text())
    [was] = [one for one in kept if one["kind"] == "Film"]
    assert 2 == len(was["lines"])


@pytest.mark.parametrize("gone", [OTHER, X], ids=lambda one: str(one.id))
def test_a_check_finds_broken_links(
    library: Library, catalog: Catalog, film: Film, gone: Clip | Excerpt
) -> None:
    """What a film names must be there."""
    with catalog.change() as change:
        change.remove(type(gone), gone.id)

    problems = [
        problem.details
        for checked in check_library(library, catalog, day=DAY, quick=True)
        for problem in checked.problems
        if isinstance(problem, LinkBroken)
    ]

    assert [{"record": film.id, "target": gone.id}] == problems


def test_a_version_may_name_what_is_gone(library: Library, catalog: Catalog) -> None:
    """It tells what was; but not of a film that is gone."""
    keep_film(catalog, "f-0")
    remove_clip(library, catalog, CLIP.id, with_history=True)
    assert [] == list(broken(library, catalog))
    with catalog.change() as change:
        change.remove(Film, "f-0000000001")

    assert ["f-0000000001"] == list(broken(library, catalog))


def broken(library: Library, catalog: Catalog) -> list[object]:
    """Return what records name that is not there."""
    return [
        problem.details["target"]
        for checked in check_library(library, catalog, day=DAY, quick=True)
        for problem in checked.problems
        if isinstance(problem, LinkBroken)
    ]


@pytest.mark.parametrize("clip", [CLIP, OTHER], ids=["seen-over-a-line", "heard"])
def test_a_withdrawal_finds_it(catalog: Catalog, film: Film, clip: Clip) -> None:
    """Until the voice is taken out."""
    person = put_person(catalog)
    put_voice(catalog, clip.id, person)
    withdraw(catalog, person)

    asked = [one for one in open_recalls(catalog.read(), DAY) if one.kind == "film"]

    assert [film.id] == [one.target for one in asked]
    with catalog.change() as change:
        change.put(a_film(film.id))
    assert "film" not in {one.kind for one in open_recalls(catalog.read(), DAY)}


def test_a_withdrawal_finds_what_was_kept_of_it(catalog: Catalog, film: Film) -> None:
    """A version holds the voice when the film does no longer, until it goes there."""
    keep_film(catalog, film.id)
    edit_film(catalog, film.id, {"title": "Other"}, ())
    second = keep_film(catalog, film.id)
    remove_lines(catalog, film.id, ["K7P", "D4D"])
    remove_lines(catalog, film.id, ["K7P", "X5X"], "v1")
    person = put_person(catalog)
    put_voice(catalog, CLIP.id, person)
    withdraw(catalog, person)

    [asked] = [
        one for one in open_recalls(catalog.read(), DAY) if one.kind.startswith("film")
    ]

    assert (second.id, "film version", ("v2, K7P", "v2, X5X")) == (
        asked.target,
        asked.kind,
        asked.places,
    )
    assert isinstance(asked.record, FilmVersion)
    assert [""] * 2 == [line.note for line in asked.record.was.lines]


def test_a_version_is_changed_where_it_is_named(catalog: Catalog, film: Film) -> None:
    """And only if it has the line."""
    keep_film(catalog, film.id)
    remove_lines(catalog, film.id, ["D4D"])

    was = remove_lines(catalog, film.id, ["K7P"], "v1")

    assert ["D4D", "X5X"] == list(was.codes)
    assert ["K7P"] == list(catalog.read().get(Film, film.id).codes)
    with pytest.raises(NotInFilm, match="no line K7P"):
        remove_lines(catalog, film.id, ["K7P"], "v1")
    with pytest.raises(NotInFilm, match="no version v2"):
        remove_lines(catalog, film.id, ["K7P"], "v2")


def test_who_is_forgotten_is_found_in_films_and_versions(
    library: Library, catalog: Catalog, film: Film
) -> None:
    """What people wrote is theirs to change: it is listed."""
    person = put_person(catalog)
    version = keep_film(catalog, film.id, "Seen by Mariam")

    done = forget_person(
        library, catalog, Catalog(library.real_names, author=""), person.id
    )

    assert {
        (f"films/{film.id}", "lines.note"),
        (f"film_versions/{version.id}", "note"),
        (f"film_versions/{version.id}", "was.lines.note"),
    } == {(one.where, one.field) for one in done.mentions}
