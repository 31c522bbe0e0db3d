"""Tell what became of an excerpt: what was made from it, where it was shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film
from mediakit.model.ids import PersonId
from mediakit.model.playlist import Playlist
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.use import Use
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.list_films import ListedFilm, listed_film
from mediakit.workflows.list_playlists import ListedPlaylist, listed
from mediakit.workflows.list_recalls import open_recalls, stale
from mediakit.workflows.withhold_words import without_quotes


@dataclass(frozen=True, slots=True)
class ExcerptLife:
    """Everything the catalog knows about an excerpt.

    Attributes:
        excerpt: The excerpt.
        clip: Its clip, if that is still there.
        screened: Where it was shown, by date.
        playlists: Those it is on.
        films: Those it is in.
        uses: What was made from it.
        voiceovers: What interpreters say over it, oldest first.
        stale: Whose withdrawn voices are in what of this, by its id.
    """

    excerpt: Excerpt
    clip: Clip | None
    screened: list[tuple[Screening, Session | None]]
    playlists: list[ListedPlaylist]
    films: list[ListedFilm]
    uses: list[Use]
    voiceovers: list[Voiceover]
    stale: Mapping[str, tuple[PersonId, ...]]


def show_excerpt(catalog: Catalog, typed: str, day: str) -> ExcerptLife:
    """Return an excerpt with everything linked to it.

    Args:
        catalog: The records.
        typed: The excerpt.
        day: ISO 8601 day of today, for consent that is withdrawn.

    Raises:
        ExcerptNotFound, IdAmbiguous: It is not found.
    """
    records = catalog.read()
    excerpt = records.find(Excerpt, typed)
    clips = {clip.id: clip for clip in records.all(Clip)}
    sessions = {session.id: session for session in records.all(Session)}
    screened = [
        (screening, sessions.get(screening.session))
        for screening in records.all(Screening)
        if screening.excerpt == excerpt.id
    ]
    screened.sort(key=lambda shown: shown[1].date if shown[1] else "")
    uses = [
        use
        for use in records.all(Use)
        if any(one.excerpt == excerpt.id for one in use.ranges)
    ]
    said = [one for one in records.all(Voiceover) if one.excerpt == excerpt.id]
    facts = gather_facts(records)
    held = stale(open_recalls(records, day, facts))
    [excerpt] = without_quotes(records, [excerpt], day, facts)
    clip = clips.get(excerpt.clip)
    on = [
        playlist
        for playlist in records.all(Playlist)
        if any(item.excerpt == excerpt.id for item in playlist.items)
    ]
    shown_on = listed(records, on)
    films = [
        listed_film(records, film)
        for film in records.all(Film)
        if any(line.excerpt == excerpt.id for line in film.lines)
    ]
    return ExcerptLife(excerpt, clip, screened, shown_on, films, uses, said, held)
