"""Words that are read instead of somebody leave as all words do."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.media.rendering.film import Card
from mediakit.model.clip import Clip
from mediakit.model.mask import Masked, MaskKind
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.masked_copy import masked_part
from mediakit.workflows.real_names import keep_real_name
from tests.consents import WORKING, put_voice_of, withdraw
from tests.library_clips import put_clip, put_words
from tests.masks import PART, hide
from tests.media.barcode import Recipe

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there."""
    return put_clip(library, catalog, Recipe(size=(160, 90)))


def read(library: Library, catalog: Catalog, clip: Clip) -> str:
    """Return what the card says that stands for a part."""
    mask = hide(catalog, clip, MaskKind.TEXT, PART)
    records = catalog.read()
    card = masked_part(library, records, WORKING, clip, PART, Masked((mask,)), 25)
    assert isinstance(card, Card)
    return card.text


def test_nobody_is_called_by_their_real_name(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """But by the name they agreed to."""
    mariam = put_voice_of(catalog, clip.id)
    real_names = Catalog(library.real_names, author="Awa")
    keep_real_name(real_names, mariam.id, "Fatoumata Traoré")
    put_words(library, catalog, clip, (1000, 2000, "Fatoumata Traoré le dit"))

    assert "Mariam le dit" == read(library, catalog, clip)


def test_words_beside_it_of_a_withdrawn_voice_are_not_read(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A segment whose words are not timed is read whole, or not at all."""
    put_voice_of(catalog, clip.id, (0, 2000))
    gone = put_voice_of(catalog, clip.id, (2000, 4000), called="Oumar")
    said = (
        Segment(start=1000, end=1400, text="Le puits."),
        Segment(start=1400, end=2400, text="Oumar parle."),
    )
    kept = Transcript(
        segments=said,
        language="fr",
        clip=clip.id,
        source=Source(origin=Origin.IMPORTED),
    )
    keep_transcript(library, catalog, kept, state=State.UNCHECKED)
    assert "Le puits. Oumar parle." == read(library, catalog, clip)

    withdraw(catalog, gone)

    with pytest.raises(MaskNotPossible, match="nobody has written"):
        read(library, catalog, clip)
