"""Change a film on paper: what it is, its order, and what is on its lines."""

from collections.abc import Sequence
from dataclasses import replace

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.base import Reason, sentence
from mediakit.errors.films import NotInFilm
from mediakit.model.film import Cover, Film, FilmLine, FilmVersion, LineKind
from mediakit.model.film_order import (
    covered,
    find_cover,
    find_line,
    moved,
    with_line,
    without_codes,
)
from mediakit.model.item_code import normalize_code
from mediakit.workflows.add_item import Wanted
from mediakit.workflows.add_line import verify_parts
from mediakit.workflows.choose_parts import excerpt_of
from mediakit.workflows.film_facts import (
    FilmFacts,
    LineFacts,
    usual_film_language,
    with_film_facts,
    with_line_facts,
)
from mediakit.workflows.keep_film import kept_version, versions_of
from mediakit.workflows.list_films import ListedFilm, listed_film
from mediakit.workflows.pass_gate import Purpose


def edit_film(
    catalog: Catalog, typed: str, facts: FilmFacts, scopes: Sequence[str]
) -> Film:
    """Change what is said of a film; return it changed.

    Raises:
        FilmNotFound, IdAmbiguous: It is not found.
        ScopeUnknown: The scope is no rung of the ladder.
        LanguageNotUnderstood: A language is no tag.
    """
    with catalog.change() as change:
        return change.put(with_film_facts(change.find(Film, typed), facts, scopes))


def edit_line(
    catalog: Catalog,
    typed: str,
    code: str,
    facts: LineFacts,
    *,
    languages: Sequence[str],
    last: str,
    wanted: Wanted | None = None,
    at: int | None = None,
    purpose: Purpose,
) -> Film:
    """Change a line; return its film changed.

    Args:
        catalog: The records.
        typed: The film.
        code: The line.
        facts: What is said of it.
        languages: Those of the library.
        last: The language of texts without one if there are none.
        wanted: Another part, or the recording of narration.
        at: When it is seen, of what is seen over a line: milliseconds after that.
        purpose: That of the team.

    Raises:
        FilmNotFound, IdAmbiguous: The film is not found.
        NotInFilm: It has no such line, or that has no words, or no clip.
        ConsentWithdrawn: A voice in the other part was withdrawn.
    """
    with catalog.change() as change:
        film = change.find(Film, typed)
        line, cover = find_line(film, code), find_cover(film, code)
        if wanted is not None:
            part = wanted.chosen.clip.id, wanted.chosen.range
            verify_parts(change, film, purpose, [part])
        if cover is not None:
            other = _other_cover(film, cover, facts, wanted, at)
            return change.put(covered(film, line.code, other))
        _verify(film, line, facts, wanted, at)
        usual = usual_film_language(film, languages, last)
        changed = with_line_facts(line, facts, usual)
        if wanted is not None:
            changed = _with_part(change, changed, wanted)
        return change.put(with_line(film, changed))


def move_line(
    catalog: Catalog,
    typed: str,
    code: str,
    *,
    to: int | None = None,
    before: str = "",
    after: str = "",
) -> Film:
    """Put a line at another place; return its film changed.

    Args:
        catalog: The records.
        typed: The film.
        code: The line.
        to: Its place, from 1; beyond the end is the end.
        before: The code of the line it is to stand before, instead of a place.
        after: That of the line it is to stand after.

    Raises:
        FilmNotFound, IdAmbiguous: The film is not found.
        NotInFilm: It has no such line, or the line is its own neighbour.
    """
    with catalog.change() as change:
        film = change.find(Film, typed)
        return change.put(moved(film, code, to=to, before=before, after=after))


def remove_lines(
    catalog: Catalog, typed: str, codes: Sequence[str], version: str = ""
) -> Film:
    """Take lines, and what is seen over lines, out of a film; return it without them.

    Args:
        catalog: The records.
        typed: The film.
        codes: Of what is taken out.
        version: The kept version to take them out of, as ``v2``, where somebody
            withdrew or is to be forgotten; nothing for the film as it is now.

    Raises:
        FilmNotFound, IdAmbiguous: The film is not found.
        NotInFilm: It has no such version, or no such line.
    """
    with catalog.change() as change:
        film = change.find(Film, typed)
        kept = kept_version(change, film, version) if version else None
        before = kept.was if kept else film
        for code in codes:
            find_line(before, code)
        now = without_codes(before, map(normalize_code, codes))
        return change.put(replace(kept, was=now)).was if kept else change.put(now)


def remove_film(catalog: Catalog, typed: str) -> ListedFilm:
    """Remove a film and the versions that were kept of it; return what it was.

    Excerpts stay, and so do records and files of what was made from it.

    Raises:
        FilmNotFound, IdAmbiguous: It is not found.
    """
    with catalog.change() as change:
        film = change.find(Film, typed)
        listed = listed_film(change, film)
        for version in versions_of(change, film.id):
            change.remove(FilmVersion, version.id)
        change.remove(Film, film.id)
        return listed


def _with_part(change: Change, line: FilmLine, wanted: Wanted) -> FilmLine:
    """Return a line with another part of a clip; that of a quote is an excerpt."""
    excerpt = wanted.excerpt
    if line.kind is LineKind.QUOTE and excerpt is None:
        excerpt = excerpt_of(change, wanted.chosen)
    return replace(
        line, clip=wanted.chosen.clip.id, range=wanted.chosen.range, excerpt=excerpt
    )


def _other_cover(
    film: Film,
    cover: Cover,
    facts: LineFacts,
    wanted: Wanted | None,
    at: int | None,
) -> Cover:
    """Return what is seen over a line as it is to be."""
    if facts:
        reason = sentence("{code} is seen over a line: it has no words of its own")
        raise NotInFilm(film=film.id, reason=Reason(reason, code=cover.code))
    chosen = wanted.chosen if wanted else None
    return replace(
        cover,
        clip=chosen.clip.id if chosen else cover.clip,
        range=chosen.range if chosen else cover.range,
        at=cover.at if at is None else at,
    )


def _verify(
    film: Film, line: FilmLine, facts: LineFacts, wanted: Wanted | None, at: int | None
) -> None:
    """Refuse what is said of a line that has no such thing."""
    reason = None
    if line.kind is LineKind.QUOTE and {"texts", "duration"} & set(facts):
        reason = sentence("line {code} says what is said in its clip, as long as that")
    elif line.part and "duration" in facts:
        reason = sentence("line {code} is recorded, and takes as long as that")
    elif wanted is not None and not line.is_heard:
        reason = sentence("nobody is heard on line {code}: it has no clip")
    elif at is not None:
        reason = sentence("line {code} is not seen over another")
    if reason:
        raise NotInFilm(film=film.id, reason=Reason(reason, code=line.code))
