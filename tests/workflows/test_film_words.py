"""Subtitles and quotes of a film say what is said in a line, and nothing beside it."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.timeline import Timeline
from mediakit.workflows.lay_out_film import lay_out_film
from tests.builders import a_clip, a_quote
from tests.consents import agree, purpose, put_person, put_voice, withdraw
from tests.films import a_sentence, put_film, put_said

CLIP = a_clip()


@pytest.fixture(autouse=True)
def _two_speakers(catalog: Catalog) -> None:
    """Put a clip there in which somebody speaks after two seconds who withdrew."""
    with catalog.change() as change:
        change.put(CLIP)
    first, second = put_person(catalog, "Mariam"), put_person(catalog, "Oumar")
    put_voice(catalog, CLIP.id, first, (0, 2000))
    put_voice(catalog, CLIP.id, second, (2000, 60_000))
    agree(catalog, first, "film")
    withdraw(catalog, second)


def _laid(library: Library, catalog: Catalog) -> Timeline:
    film = put_film(catalog, a_quote())
    asked = purpose("film")
    return lay_out_film(library, catalog.read(), film, asked).timeline


def test_words_beside_a_line_are_not_below_it(
    library: Library, catalog: Catalog
) -> None:
    """A machine hears two people in one breath; one of them is in the film."""
    breath = a_sentence("Nous avons tous confiance et moi non", 0)
    put_said(library, catalog, CLIP.id, breath)

    laid = _laid(library, catalog)

    [cue] = laid.cues["fr"]
    [marker] = laid.markers
    assert "Nous avons tous confiance" == cue.text == marker.quote
    assert (0, 50) == (cue.at, cue.end)


def test_who_is_closed_closes_words_that_nobody_can_part(
    library: Library, catalog: Catalog
) -> None:
    """Where words are not timed, all of them stay, or none."""
    breath = replace(a_sentence("Nous avons tous et moi non", 0), words=())
    put_said(library, catalog, CLIP.id, replace(breath, end=2600))

    laid = _laid(library, catalog)

    assert () == laid.cues["fr"]
    assert "" == laid.markers[0].quote
    put_said(library, catalog, CLIP.id, replace(breath, end=2000))
    assert ["Nous avons tous et moi non"] == [
        cue.text for cue in _laid(library, catalog).cues["fr"]
    ]
