"""Begin a film on paper."""

from mediakit.catalog.catalog import Catalog, Change
from mediakit.model.film import Film
from mediakit.model.ids import FilmId
from mediakit.model.ladder import film_scope
from mediakit.settings import Settings
from mediakit.workflows.film_facts import FilmFacts, with_film_facts


def add_film(catalog: Catalog, facts: FilmFacts, settings: Settings) -> Film:
    """Add a film without lines and return it.

    Raises:
        ScopeUnknown: The scope is no rung of the ladder.
        LanguageNotUnderstood: A language is no tag.
    """
    with catalog.change() as change:
        return change.put(new_film(change, facts, settings))


def new_film(change: Change, facts: FilmFacts, settings: Settings) -> Film:
    """Return a film without lines, in the library's first language if none is said.

    Raises:
        ScopeUnknown: The scope is no rung of the ladder.
        LanguageNotUnderstood: A language is no tag.
    """
    bare = Film(
        id=FilmId(change.new_id(Film)),
        title="",
        scope=film_scope(settings.scopes),
        languages=settings.languages[:1],
    )
    return with_film_facts(bare, facts, settings.scopes)
