"""Checking a film for names that a team wrote into it."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import FilmLine, LineKind
from mediakit.workflows.playlist_advice import Matter
from tests.builders import a_clip, a_quote
from tests.consents import put_voice_of
from tests.films import about, check, put_film

CLIP = a_clip()
CARD = FilmLine(code="E5E", kind=LineKind.CARD, texts={"fr": "Oumar, de Gao"})


def test_a_card_may_not_name_who_does_not_want_it(
    library: Library, catalog: Catalog
) -> None:
    """Nor may narration, or the title: what is written leaves as what is said does."""
    with catalog.change() as change:
        change.put(CLIP)
    put_voice_of(catalog, CLIP.id, name=False, pseudonym="A man", called="Oumar")
    film = put_film(catalog, a_quote(), CARD)
    with catalog.change() as change:
        change.put(replace(film, title="Le fils d'Oumar"))

    told = about(check(library, catalog), Matter.NAME)

    named = {one.items: one.reason for one in told if "does not want" in one.reason}
    assert {("E5E",), ()} <= set(named)
    assert "f-0000000001 E5E: the words say 'Oumar'" in named["E5E",]
