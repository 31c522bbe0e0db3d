"""Keep a film as it is now, to compare it with later, and find what was kept."""

import re
from dataclasses import replace

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.films import NotInFilm
from mediakit.model.film import Film, FilmVersion
from mediakit.model.ids import FilmId, FilmVersionId

_NUMBER = re.compile(r"v?(?P<number>\d{1,6})", re.ASCII | re.IGNORECASE)


def keep_film(catalog: Catalog, typed: str, note: str = "") -> FilmVersion:
    """Keep a film as it is now and return the version; see `keep_version`.

    Raises:
        FilmNotFound, IdAmbiguous: It is not found.
    """
    with catalog.change() as change:
        return keep_version(change, change.find(Film, typed), note)


def keep_version(change: Change, film: Film, note: str = "") -> FilmVersion:
    """Keep *film* and return the version: the last one, if nothing has changed since.

    Whatever takes a film out of the library does this too.

    Args:
        change: Where it is kept.
        film: As it is, or as it came back from an editing program.
        note: Why it is kept.
    """
    was = replace(film, created=None, changed=None)
    last = versions_of(change, film.id)[-1:]
    if last and last[0].was == was:
        return change.put(replace(last[0], note=note)) if note else last[0]
    id_ = FilmVersionId(change.new_id(FilmVersion))
    return change.put(FilmVersion(id=id_, film=film.id, note=note, was=was))


def versions_of(records: Records, film: FilmId) -> list[FilmVersion]:
    """Return the versions of a film that were kept, oldest first.

    Their place, from 1, is what people call them: ``v2``.
    """
    kept = [one for one in records.all(FilmVersion) if one.film == film]
    return sorted(kept, key=lambda one: one.created.at if one.created else "")


def version_names(records: Records) -> dict[FilmVersionId, str]:
    """Return what people call each version of each film."""
    films = {one.film for one in records.all(FilmVersion)}
    return {
        version.id: f"v{number}"
        for film in films
        for number, version in enumerate(versions_of(records, film), start=1)
    }


def find_version(records: Records, film: Film, typed: str) -> Film:
    """Return a film as it was in a version, as ``v2``; as it is now if none is typed.

    Raises:
        NotInFilm: There is no such version.
    """
    return kept_version(records, film, typed).was if typed else film


def kept_version(records: Records, film: Film, typed: str) -> FilmVersion:
    """Return the version of a film that people call so, as ``v2``.

    Raises:
        NotInFilm: There is no such version.
    """
    kept = versions_of(records, film.id)
    match = _NUMBER.fullmatch(typed.strip())
    number = int(match["number"]) if match else 0
    if not 1 <= number <= len(kept):
        reason = Reason(sentence("it has no version {version}"), version=typed)
        raise NotInFilm(film=film.id, reason=reason)
    return kept[number - 1]
