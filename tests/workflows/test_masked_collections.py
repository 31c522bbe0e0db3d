"""Films handed on with what masks leave of their recordings, frame for frame."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused
from mediakit.errors.masks import MaskNotPossible, MaskUnconfirmed
from mediakit.library import Library
from mediakit.model.film import Cover
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.settings import Settings
from mediakit.timeline.registry import FORMATS, format_named
from mediakit.workflows.collect_film import Collecting, collect_film
from mediakit.workflows.export_film import ExportedFilm
from mediakit.workflows.read_back_film import read_back_film
from mediakit.workflows.verify_film import verify_film
from tests.consents import WORKING
from tests.library_clips import put_clip, put_words
from tests.library_media import put_media
from tests.masks import FACE, FILM, PART, hide, put_unseen, sharpness
from tests.media.barcode import Recipe, heard, noise, offset, sound_bite
from tests.media.programs import bundled
from tests.rough_cuts import a_line, put_film
from tests.workflows.test_collect_film import beside, clocked, collect

pytestmark = pytest.mark.ffmpeg


@pytest.fixture(scope="module")
def steady() -> Path:
    """Return 29.97 frames a second, with a clock and tags that tell of people."""
    return clocked()


@pytest.mark.parametrize("kind", [fmt.NAME for fmt in FORMATS])
def test_only_what_the_mask_leaves_is_handed_on(
    library: Library, catalog: Catalog, kind: str
) -> None:
    """Within consent only so; handles end with the mask; the timeline verifies."""
    clip = put_unseen(library, catalog)
    with pytest.raises(ConsentRefused):
        collect(library, catalog, kind, purpose=FILM)
    mask = hide(catalog, clip, MaskKind.BLUR, TimeRange(900, 2400))

    exported = collect(library, catalog, kind, purpose=FILM, handles=1000)

    [file] = beside(exported)
    pictures = luma_of(file)
    # frames 23 to 60, from 0.92 s on: none from outside of the mask
    assert 60 - 23 == len(pictures)
    assert max(map(sharpness, pictures)) < 60
    assert (kind, exported.use.film) == verified(library, catalog, exported)
    back = read_back_film(library, catalog, Settings(), exported.path, WORKING)
    assert [clip.id] == [shot.shot.clip for shot in back.shots]
    assert all((mask.id,) == one.masks for one in exported.use.ranges)
    assert f"masked by {mask.id}" in exported.use.how


def test_each_frame_is_where_it_was(
    library: Library, catalog: Catalog, steady: Path
) -> None:
    """At 29.97 with a recorder's clock, which goes on counting in the file."""
    [clip] = put_media(library, catalog, steady)
    put_film(catalog, a_line("A1", clip, 1300, 1700))
    bare = collect(library, catalog, handles=100)
    hide(catalog, clip, MaskKind.SOUND, TimeRange(2000, 2500))
    mask = hide(catalog, clip, MaskKind.BLUR, TimeRange(1200, 1800))

    exported = collect(library, catalog, handles=100)

    [before], [after] = beside(bare), beside(exported)
    plain, masked = lightness(before), lightness(after)
    # handles of 0.1 s begin and end with the mask: a frame fewer at most
    assert len(plain) - 2 <= len(masked) <= len(plain)
    # each frame is as light as its number is high, blurred or not
    far = [
        np.abs(plain[first : first + len(masked)] - masked).mean()
        for first in range(len(plain) - len(masked) + 1)
    ]
    assert min(far) < 1
    assert clock(before, far.index(min(far))) == clock(after)
    assert ("otio", exported.use.film) == verified(library, catalog, exported)
    assert mask.id in exported.use.how


def test_masked_and_unmasked_parts_of_a_clip_are_files_of_their_own(
    library: Library, catalog: Catalog
) -> None:
    """One begins where the other ends: neither handle shows what the other hides."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    over = Cover(code="B1", clip=clip.id, range=TimeRange(3000, 3400))
    lines = a_line("A1", clip, 1000, 2000), a_line("A2", clip, 2000, 2400)
    put_film(catalog, replace(lines[0], covers=(over,)), lines[1])
    hide(catalog, clip, MaskKind.BLUR, PART)

    exported = collect(library, catalog, handles=500)

    sharp = [
        [sharpness(one) > 100 for one in luma_of(file)] for file in beside(exported)
    ]
    assert [[False] * 25, [True] * len(sharp[1])] == sharp
    # from 2.0 s to 3.9 s in one piece: the cover is not masked either
    assert 48 <= len(sharp[1])
    assert ("otio", exported.use.film) == verified(library, catalog, exported)


@pytest.mark.parametrize("suffix", [".mp4", ".wav"])
def test_another_voice_goes_along(
    library: Library, catalog: Catalog, suffix: str
) -> None:
    """Of a video and of a sound bite: nothing of the own voice is in the folder."""
    recipe = Recipe(size=(160, 90))
    if suffix == ".wav":
        recipe = sound_bite(".flac", "flac", seconds=4)
    clip = put_clip(library, catalog, recipe)
    said = put_clip(library, catalog, sound_bite(".wav", "pcm_s16le", seconds=2))
    put_film(catalog, a_line("A1", clip, 1000, 2000))
    hide(catalog, clip, MaskKind.VOICE, TimeRange(1000, 3000), recording=said.id)

    exported = collect(library, catalog)

    [file] = beside(exported)
    assert suffix == file.suffix
    played, rate = heard(file)
    piece = played[rate // 10 : rate // 2, 0]
    assert abs(offset(piece, noise(0, rate, 4)[:, 0]) - rate // 10) <= rate // 50
    assert said.id in {one.clip for one in exported.use.ranges}
    assert ("otio", exported.use.film) == verified(library, catalog, exported)


def test_what_is_said_goes_along_as_a_card(library: Library, catalog: Catalog) -> None:
    """Silent, and the words stand in it."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_words(library, catalog, clip, (1000, 2000, "Le puits"))
    put_film(catalog, a_line("A1", clip, 1000, 2000))
    hide(catalog, clip, MaskKind.TEXT, PART)

    [file] = beside(collect(library, catalog))

    assert np.abs(heard(file)[0]).max() < 0.001
    first, *_others, last = luma_of(file)
    assert np.abs(first - last).max() < 10


def test_nothing_half_hidden_or_unconfirmed_is_handed_on(
    library: Library, catalog: Catalog
) -> None:
    """Also to the team."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_film(catalog, a_line("A1", clip, 1000, 2000))
    hide(catalog, clip, MaskKind.FACES, places=FACE)
    with pytest.raises(MaskUnconfirmed):
        collect(library, catalog)

    hide(catalog, clip, MaskKind.BLUR, TimeRange(1500, 2500))

    with pytest.raises(MaskUnconfirmed):
        collect(library, catalog)
    assert [] == [one for one in library.exports.rglob("*") if one.is_file()]


def test_a_mask_that_is_made_meanwhile_keeps_the_folder_back(
    library: Library, catalog: Catalog
) -> None:
    """What was written without it does not leave."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_film(catalog, a_line("A1", clip, 1000, 2000))
    steps = collect_film(
        *(library, catalog, "f-0", format_named("otio")),
        *(Collecting(ffmpeg=bundled(), handles=0), WORKING),
        say=str,
    )
    next(steps)
    hide(catalog, clip, MaskKind.BLUR)

    with pytest.raises(MaskNotPossible, match="changed while"):
        list(steps)

    assert [] == [one for one in library.exports.rglob("*") if one.is_file()]


def verified(
    library: Library, catalog: Catalog, exported: ExportedFilm
) -> tuple[str, str]:
    """Return the format and the film of what was handed on, if it is as on paper."""
    same = verify_film(library, catalog, exported.path, WORKING)
    return same.format, same.film


def lightness(path: Path) -> NDArray[np.float64]:
    """Return how light each picture is."""
    return np.array([picture.mean() for picture in luma_of(path)])


def luma_of(path: Path) -> list[NDArray[np.int64]]:
    """Return how bright each picture is."""
    import av

    with av.open(str(path)) as container:
        return [
            frame.to_ndarray(format="gray").astype(np.int64)
            for frame in container.decode(video=0)
        ]


def clock(path: Path, more: int = 0) -> str:
    """Return the timecode of a frame of a file."""
    import av

    with av.open(str(path)) as container:
        told = container.streams.video[0].metadata["timecode"]
    hours, minutes, seconds, frames = told.replace(";", ":").split(":")
    return f"{hours}:{minutes}:{seconds}:{int(frames) + more:02}"
