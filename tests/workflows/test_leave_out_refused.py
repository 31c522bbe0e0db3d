"""What consent refuses is left out of a film with its recordings, frame for frame."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.timeline.registry import format_named
from mediakit.workflows.collect_film import Collecting, collect_film
from mediakit.workflows.export_film import ExportedFilm
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.verify_film import verify_film
from tests.consents import purpose, put_voice_of, withdraw
from tests.library_clips import put_clip
from tests.library_media import put_media
from tests.masks import hide
from tests.media.barcode import Recipe
from tests.media.programs import bundled
from tests.rough_cuts import a_line, put_film
from tests.workflows.test_collect_film import beside, clocked, numbers

FILM = purpose("film")
pytestmark = pytest.mark.ffmpeg


def collect(
    library: Library, catalog: Catalog, handles: int | None = 500, to: Purpose = FILM
) -> ExportedFilm:
    """Hand on what may leave, with its recordings."""
    collecting = Collecting(ffmpeg=bundled(), handles=handles, without_refused=True)
    *_steps, exported = collect_film(
        *(library, catalog, "f-0", format_named("otio"), collecting, to), say=str
    )
    assert isinstance(exported, ExportedFilm)
    return exported


@pytest.fixture(scope="module")
def steady() -> Path:
    """Return 29.97 frames a second, with a clock."""
    return clocked()


def test_no_frame_of_it_lies_beside_the_film(
    library: Library, catalog: Catalog, steady: Path
) -> None:
    """Not in handles either, of lines from before and after it in one recording."""
    [clip] = put_media(library, catalog, steady)
    put_voice_of(catalog, clip.id, up_to="film")
    put_voice_of(catalog, clip.id, (1000, 2000), called="Oumar", up_to="internal")
    put_film(
        catalog,
        a_line("A1A", clip, 200, 800),
        a_line("B2B", clip, 1200, 1800),
        a_line("C3C", clip, 2200, 2800),
    )

    exported = collect(library, catalog)

    assert ("B2B",) == exported.use.refused
    shown = {number for path in beside(exported) for number in numbers(path)}
    # frames 29 to 59 are seen between 1 s and 2 s
    assert {0, 28, 60, 89} <= shown
    assert shown.isdisjoint(range(29, 60))
    same = verify_film(library, catalog, exported.path, FILM)
    assert ("B2B",) == same.refused
    # each lasts 14 whole frames, of which those of the second stay empty
    begins = {"01:00:00:00", "01:00:01:03"}
    assert begins == {used.at for used in exported.use.ranges if used.at}


def test_what_a_mask_lets_pass_is_not_left_out(
    library: Library, catalog: Catalog
) -> None:
    """Who does not want to be seen is hidden; who refused is not there."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_voice_of(catalog, clip.id, (0, 1000), up_to="film", face=False)
    put_voice_of(catalog, clip.id, (1000, 2000), called="Oumar", up_to="internal")
    put_film(catalog, a_line("A1A", clip, 0, 800), a_line("B2B", clip, 1200, 1800))
    mask = hide(catalog, clip, MaskKind.BLUR, TimeRange(0, 1000))

    exported = collect(library, catalog, handles=0)

    assert ("B2B",) == exported.use.refused
    assert {(mask.id,)} == {used.masks for used in exported.use.ranges}


def test_a_film_of_nothing_else_is_refused(library: Library, catalog: Catalog) -> None:
    """With the reason, and nothing is written; a withdrawn voice stays one."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    oumar = put_voice_of(catalog, clip.id, up_to="internal")
    put_film(catalog, a_line("A1A", clip, 0, 800))

    with pytest.raises(ConsentRefused):
        collect(library, catalog)
    withdraw(catalog, oumar)
    with pytest.raises(ConsentWithdrawn):
        collect(library, catalog)

    assert not (library.exports / "films").exists()


def test_whole_recordings_that_hold_it_stay_here(
    library: Library, catalog: Catalog, steady: Path
) -> None:
    """The line is left out, its frames would not be."""
    [clip] = put_media(library, catalog, steady)
    put_voice_of(catalog, clip.id, (1000, 2000), called="Oumar", up_to="internal")
    put_voice_of(catalog, clip.id, up_to="film")
    put_film(catalog, a_line("A1A", clip, 200, 800), a_line("B2B", clip, 1200, 1800))

    with pytest.raises(ConsentRefused):
        collect(library, catalog, handles=None)


def test_what_is_said_instead_keeps_its_line_back_too(
    library: Library, catalog: Catalog
) -> None:
    """Who says it again did not agree to that; all else leaves."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    again = put_clip(library, catalog, Recipe(size=(160, 90), seconds=2))
    put_voice_of(catalog, clip.id, up_to="film")
    put_voice_of(catalog, again.id, called="Oumar", up_to="internal")
    put_film(catalog, a_line("A1A", clip, 0, 800), a_line("B2B", clip, 1200, 1800))
    hide(catalog, clip, MaskKind.VOICE, TimeRange(1000, 2000), recording=again.id)

    exported = collect(library, catalog, handles=0)

    assert ("B2B",) == exported.use.refused
    assert {clip.id} == {used.clip for used in exported.use.ranges}
