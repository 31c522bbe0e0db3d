"""What is told of a film that is handed on: names that a team wrote into it."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import FilmLine, LineKind
from mediakit.workflows.film_notes import marker_notes, names_told
from mediakit.workflows.lay_out_film import lay_out_film
from tests.builders import a_clip, a_quote
from tests.consents import DAY, purpose, put_voice_of
from tests.films import put_film

CLIP = a_clip()
CARD = FilmLine(code="E5E", kind=LineKind.CARD, texts={"fr": "Oumar, de Gao"})


def test_names_on_cards_are_told(library: Library, catalog: Catalog) -> None:
    """Of everybody in the film, wherever the card stands."""
    with catalog.change() as change:
        change.put(CLIP)
    put_voice_of(catalog, CLIP.id, name=False, called="Oumar")
    film = put_film(catalog, CARD, a_quote())
    laid = lay_out_film(library, catalog.read(), film, purpose("film"))

    [told] = names_told(library, laid, DAY).each

    assert "E5E: the words say 'Oumar'" in str(told)
    plain = replace(CARD, texts={"fr": "Un homme, de Gao"})
    film = put_film(catalog, plain, a_quote())
    laid = lay_out_film(library, catalog.read(), film, purpose("film"))
    assert not names_told(library, laid, DAY)


def test_what_only_the_team_reads_stays_with_the_team(
    library: Library, catalog: Catalog
) -> None:
    """Neither a line that is a note nor what is noted of another leaves."""
    with catalog.change() as change:
        change.put(CLIP)
    note = FilmLine(code="H7F", kind=LineKind.NOTE, texts={"fr": "Demander à Mariam"})
    film = put_film(catalog, a_quote(note="A strong quote, says Fanta"), note, CARD)
    laid = lay_out_film(library, catalog.read(), film, purpose("film"))

    told = marker_notes(laid.timeline, "film", str)
    for_the_team = marker_notes(laid.timeline, "internal", str)

    assert "" == told["H7F"]
    assert not any("Fanta" in text for text in told.values())
    assert "Oumar" in told["E5E"]
    assert "Mariam" in for_the_team["H7F"]
    assert "Fanta" in for_the_team["K7P"]
