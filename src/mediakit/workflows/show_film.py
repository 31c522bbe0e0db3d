"""Tell what is in a film, as a script with running times."""

from collections.abc import Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.film import Film, FilmVersion
from mediakit.model.gate import Rules
from mediakit.model.ids import ClipId
from mediakit.model.timeline import Timeline
from mediakit.workflows.keep_film import find_version, versions_of
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.name_voices import credits_duration
from mediakit.workflows.pass_gate import Purpose


@dataclass(frozen=True, slots=True)
class ShownFilm:
    """A film as a script.

    Attributes:
        film: As it may be shown: nothing is written on a line with a withdrawn voice.
        timeline: Its lines in time, with what is said.
        credits: Milliseconds that its credits take when it is rendered, after that.
        withdrawn: The codes of lines and covers in which a voice was withdrawn.
        clips: Those that are in it, by id.
        versions: Those that were kept, oldest first.
    """

    film: Film
    timeline: Timeline
    credits: int
    withdrawn: frozenset[str]
    clips: Mapping[ClipId, Clip]
    versions: tuple[FilmVersion, ...]


def show_film(
    library: Library,
    catalog: Catalog,
    typed: str,
    *,
    rules: Rules,
    day: str,
    version: str = "",
) -> ShownFilm:
    """Return a film as a script.

    Args:
        library: Where transcripts are.
        catalog: The records.
        typed: The film.
        rules: Those of consent.
        day: ISO 8601 day of today.
        version: As it was in a version, as ``v2``.

    Raises:
        FilmNotFound, IdAmbiguous: It is not found.
        NotInFilm: It has no such version.
    """
    records = catalog.read()
    film = find_version(records, records.find(Film, typed), version)
    shown = lay_out_for_team(library, records, film, rules, day)
    return ShownFilm(
        shown.film,
        shown.timeline,
        credits_duration(shown.timeline),
        shown.withdrawn,
        shown.timeline.clips,
        tuple(versions_of(records, film.id)),
    )


def lay_out_for_team(
    library: Library, records: Records, film: Film, rules: Rules, day: str
) -> LaidOut:
    """Return a film in time, with what consent says of it for its own scope."""
    purpose = Purpose(rules=rules, scope=film.scope, day=day)
    return lay_out_film(library, records, film, purpose)
