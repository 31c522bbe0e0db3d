"""What a machine wrote is marked where it is burnt into a film, too."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.media.rendering.film import Card, Shot
from mediakit.model.clip import Clip
from mediakit.model.film import Film
from mediakit.model.mask import MaskKind
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.lay_out_film import lay_out_film
from mediakit.workflows.plan_rough_cut import RoughCut, RoughLook, plan_rough_cut
from tests.consents import purpose
from tests.films import a_sentence, put_said
from tests.library_clips import put_clip
from tests.masks import hide
from tests.media.barcode import Recipe
from tests.rough_cuts import a_line, put_film

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there of which a machine wrote what is said."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_film(catalog, a_line("Q1", clip, 1000, 2000))
    said = a_sentence("Le puits", 1000)

    put_said(
        *(library, catalog, clip.id, said), origin=Origin.MACHINE, state=State.MACHINE
    )
    return clip


def _planned(library: Library, catalog: Catalog, clip: Clip) -> RoughCut:
    records = catalog.read()
    [film] = records.all(Film)
    laid = lay_out_film(library, records, film, purpose("internal"))
    look = RoughLook(language="fr")
    return plan_rough_cut(library, laid, look, laid.masks, {clip.id: clip})


def test_subtitles_bear_the_mark(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Whoever watches sees that nobody has checked it."""
    shot = _planned(library, catalog, clip).film.parts[0]

    assert isinstance(shot, Shot)
    assert ["Le puits [machine]"] == [line.text for line in shot.subtitles]


def test_words_to_read_bear_the_mark(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A card that stands for somebody says so as well."""
    hide(catalog, clip, MaskKind.TEXT)

    card = _planned(library, catalog, clip).film.parts[0]

    assert isinstance(card, Card)
    assert "Le puits [machine]" == card.text
