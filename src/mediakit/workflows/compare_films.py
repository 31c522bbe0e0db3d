"""Tell what is different between two versions of a film."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reason, sentence
from mediakit.errors.films import NotInFilm
from mediakit.library import Library
from mediakit.model.film import Film
from mediakit.model.film_difference import FilmDifference, compare_films
from mediakit.model.gate import Rules
from mediakit.model.timeline import Timeline
from mediakit.workflows.keep_film import find_version, versions_of
from mediakit.workflows.show_film import lay_out_for_team


@dataclass(frozen=True, slots=True)
class ComparedFilms:
    """Two versions of a film, and what is different.

    Attributes:
        film: Its id.
        title: What it is called now.
        versions: What the two are called; the second is nothing for as it is now.
        before: The first one in time.
        after: The second one in time.
        difference: What is different, without words of withdrawn voices.
    """

    film: str
    title: str
    versions: tuple[str, str]
    before: Timeline
    after: Timeline
    difference: FilmDifference


def compare_versions_of(
    library: Library,
    catalog: Catalog,
    typed: str,
    versions: tuple[str, str],
    *,
    rules: Rules,
    day: str,
) -> ComparedFilms:
    """Return what is different between two versions of a film.

    Args:
        library: Where transcripts are.
        catalog: The records.
        typed: The film.
        versions: As typed; of the first, nothing is the last one that was kept, of
            the second, the film as it is now.
        rules: Those of consent.
        day: ISO 8601 day of today, for consent that is withdrawn.

    Raises:
        FilmNotFound, IdAmbiguous: It is not found.
        NotInFilm: It has no such version, or none at all.
    """
    records = catalog.read()
    film = records.find(Film, typed)
    kept = versions_of(records, film.id)
    if not kept:
        text = sentence(
            "no version of it was kept yet, as 'mediakit film keep {film}' does"
        )
        raise NotInFilm(film=film.id, reason=Reason(text, film=film.id))
    first, second = versions[0] or f"v{len(kept)}", versions[1]
    before, after = (
        lay_out_for_team(
            library, records, find_version(records, film, version), rules, day
        )
        for version in (first, second)
    )
    return ComparedFilms(
        film.id,
        film.title,
        (first, second),
        before.timeline,
        after.timeline,
        compare_films(before.film, after.film),
    )
