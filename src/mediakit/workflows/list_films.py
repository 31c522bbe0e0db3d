"""List the films on paper."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.clip import Clip
from mediakit.model.film import Film
from mediakit.model.film_layout import lay_out
from mediakit.model.ids import ClipId
from mediakit.workflows.keep_film import versions_of


@dataclass(frozen=True, slots=True)
class ListedFilm:
    """A film in a list.

    Attributes:
        id: As ``f-…``.
        title: What it is called.
        scope: The rung of consent it is for.
        rate: Its frames a second, as people call it.
        duration: Milliseconds it lasts.
        budget: Milliseconds it may take; 0 is not said.
        lines: How many.
        versions: How many were kept.
    """

    id: str
    title: str
    scope: str
    rate: str
    duration: int
    budget: int
    lines: int
    versions: int


def list_films(catalog: Catalog) -> list[ListedFilm]:
    """Return all films, oldest first."""
    records = catalog.read()
    return [listed_film(records, film) for film in records.all(Film)]


def films_with(records: Records, clip: ClipId) -> list[Film]:
    """Return the films in which something of a clip is."""
    return [
        film
        for film in records.all(Film)
        if any(one == clip for _code, one, _range in film.parts)
    ]


def listed_film(records: Records, film: Film) -> ListedFilm:
    """Return what a list says of *film*."""
    wanted = {clip for _code, clip, _range in film.parts}
    clips = {clip.id: clip for clip in records.all(Clip) if clip.id in wanted}
    return ListedFilm(
        id=film.id,
        title=film.title,
        scope=film.scope,
        rate=film.frame_rate.name,
        duration=lay_out(film, clips).duration,
        budget=film.budget,
        lines=len(film.lines),
        versions=len(versions_of(records, film.id)),
    )
