"""Remove an excerpt with its voice-overs; its clip stays as it is."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.errors.excerpts import ExcerptLinked
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film
from mediakit.model.playlist import Playlist
from mediakit.model.screening import Screening
from mediakit.model.use import Use
from mediakit.workflows.remove_voiceover import (
    let_go,
    said_over,
    take_recordings_out,
)
from mediakit.workflows.withhold_words import without_quotes


def remove_excerpt(
    library: Library,
    catalog: Catalog,
    typed: str,
    *,
    day: str,
    with_history: bool = False,
) -> Excerpt:
    """Remove an excerpt and return what it was, as it may be shown.

    Records of uses stay, with the clip and the times, and so do items of
    playlists and lines of films.
    What interpreters say over it goes to ``removed/``.

    Args:
        library: Where the recordings of its voice-overs are.
        catalog: The records.
        typed: The excerpt.
        day: ISO 8601 day of today, for consent that is withdrawn.
        with_history: Also if something was made from it, or it is on a playlist.

    Raises:
        ExcerptNotFound, IdAmbiguous: It is not found.
        ExcerptLinked: It was screened; or it was used, is on a playlist or in a film,
            and *with_history* is false.
        WriteFailed: The recording of a voice-over could not be moved.
    """
    with catalog.change() as change:
        excerpt = change.find(Excerpt, typed)
        screenings = sum(s.excerpt == excerpt.id for s in change.all(Screening))
        uses = sum(
            any(one.excerpt == excerpt.id for one in use.ranges)
            for use in change.all(Use)
        )
        shown_on = [
            playlist
            for playlist in change.all(Playlist)
            if any(item.excerpt == excerpt.id for item in playlist.items)
        ]
        films = [
            film
            for film in change.all(Film)
            if any(line.excerpt == excerpt.id for line in film.lines)
        ]
        if screenings or ((uses or shown_on or films) and not with_history):
            raise ExcerptLinked(
                excerpt=excerpt.id,
                screenings=screenings,
                uses=uses,
                playlists=len(shown_on),
                films=len(films),
            )
        for playlist in shown_on:
            change.put(_without(playlist, excerpt))
        for film in films:
            change.put(_without_in(film, excerpt))
        [shown] = without_quotes(change, [excerpt], day)
        voiceovers = said_over(change, excerpt)
        let_go(library, change, voiceovers)
        change.remove(Excerpt, excerpt.id)
    take_recordings_out(library, catalog, voiceovers)
    return shown


def _without(playlist: Playlist, excerpt: Excerpt) -> Playlist:
    """Return *playlist* with the same parts, none of them that excerpt."""
    items = (
        replace(item, excerpt=None) if item.excerpt == excerpt.id else item
        for item in playlist.items
    )
    return replace(playlist, items=tuple(items))


def _without_in(film: Film, excerpt: Excerpt) -> Film:
    """Return *film* with the same parts, none of them that excerpt."""
    lines = (
        replace(line, excerpt=None) if line.excerpt == excerpt.id else line
        for line in film.lines
    )
    return replace(film, lines=tuple(lines))
