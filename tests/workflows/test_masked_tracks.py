"""Masked clips with several sound tracks: none is lost, and in none a voice is left."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import av
import numpy as np
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.mask import MaskKind
from tests.consents import put_voice_of
from tests.kit_libraries import an_evening
from tests.library_clips import put_clip, put_words
from tests.masks import PART, WHOLE, hide, luma, sharpness
from tests.media.barcode import Recipe, Samples, Track, heard, noise, offset
from tests.rough_cuts import a_line, put_film
from tests.workflows.test_collect_film import beside, collect
from tests.workflows.test_masked_cuts import cut

pytestmark = pytest.mark.ffmpeg

RATE = 48_000
ENDED = Track(gaps=((900, 4000),))
TWO = Recipe(size=(160, 90), tracks=(Track(language="fra"), Track(language="bam")))

Leave: TypeAlias = Callable[[Library, Catalog, Clip], Path]


def trim(library: Library, catalog: Catalog, clip: Clip) -> Path:
    """Cut a second of the clip."""
    return cut(library, catalog, clip).path


def kit(library: Library, catalog: Catalog, clip: Clip) -> Path:
    """Make a kit of that second."""
    evening = an_evening(library, catalog)
    put_voice_of(catalog, clip.id)
    evening.change_item(0, clip=clip.id, range=PART)
    return evening.kit().path / "01-K7P.mp4"


def hand_on(library: Library, catalog: Catalog, clip: Clip) -> Path:
    """Collect a film of that second."""
    put_film(catalog, a_line("Q1", clip, PART.start, PART.end))
    [file] = beside(collect(library, catalog, handles=0))
    return file


WAYS = pytest.mark.parametrize("leave", [trim, kit, hand_on])


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there with an interpreter in a sound track of their own."""
    return put_clip(library, catalog, TWO)


def languages(path: Path) -> list[str]:
    """Return the languages of the sound tracks of a file."""
    with av.open(str(path)) as container:
        return [one.metadata.get("language", "und") for one in container.streams.audio]


def likeness(path: Path, track: int, truth: Samples) -> float:
    """Return how much a track of a file is like what was recorded: 1 for the same."""
    # without the beep, which all have
    piece = heard(path, track)[0][RATE // 10 : RATE * 9 // 10, 0]
    truth = truth[RATE // 20 : RATE * 19 // 20]
    found = float(np.abs(np.correlate(truth, piece, "valid")).max())
    return found / float(np.linalg.norm(piece) * np.linalg.norm(truth))


def own(track: int) -> Samples:
    """Return what was recorded in a track, in the part that is cut."""
    return noise(track, RATE, 4)[PART.start * 48 : PART.end * 48, 0]


@WAYS
def test_who_is_not_seen_is_heard_in_every_track(
    leave: Leave, library: Library, catalog: Catalog, clip: Clip
) -> None:
    """As without a mask: each is what it was, where it was."""
    plain = languages(leave(library, catalog, clip))
    hide(catalog, clip, MaskKind.BLUR)

    made = leave(library, catalog, clip)

    assert sharpness(luma(made, 5)) < 60
    assert plain == languages(made)
    assert 2 == len(plain)
    for track in (0, 1):
        piece = heard(made, track)[0][RATE // 10 : RATE // 2, 0]
        begins = offset(piece, own(track)) - RATE // 10
        assert abs(begins) <= RATE // 1000
        assert likeness(made, track, own(track)) > 0.8


@WAYS
def test_a_voice_is_shifted_in_every_track(
    leave: Leave, library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Nothing is left as it was, in whatever track a player plays."""
    hide(catalog, clip, MaskKind.VOICE, pitch=7)

    made = leave(library, catalog, clip)

    assert 2 == len(languages(made))
    for track in (0, 1):
        assert np.abs(heard(made, track)[0]).max() > 0.01
        assert [] == [n for n in (0, 1) if likeness(made, track, own(n)) > 0.3]


@WAYS
def test_somebody_else_is_heard_in_every_track(
    leave: Leave, library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Nobody knows in which of them the voice is; nor what language it is now."""
    recording = Recipe(suffix=".mkv", codec="", seconds=1)
    said = put_clip(library, catalog, recording)
    put_voice_of(catalog, said.id)
    hide(catalog, clip, MaskKind.VOICE, PART, recording=said.id)

    made = leave(library, catalog, clip)

    assert ["und", "und"] == languages(made)
    for track in (0, 1):
        # that of the recording begins with its beginning, the own one a second later
        piece = heard(made, track)[0][RATE // 10 : RATE // 2, 0]
        begins = offset(piece, noise(0, RATE, 4)[:, 0]) - RATE // 10
        assert abs(begins) <= RATE // 1000


def test_a_card_is_silent(library: Library, catalog: Catalog, clip: Clip) -> None:
    """In the one track that it has."""
    put_words(library, catalog, clip, (1000, 2000, "Le puits"))
    hide(catalog, clip, MaskKind.TEXT, WHOLE)

    made = trim(library, catalog, clip)

    assert ["und"] == languages(made)
    assert np.abs(heard(made)[0]).max() < 0.001


@pytest.mark.parametrize("tracks", [(), (ENDED, ENDED)])
def test_no_sound_is_made_up(
    tracks: tuple[Track, ...], library: Library, catalog: Catalog
) -> None:
    """A silent film stays one; tracks that have ended are silent."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90), tracks=tracks))
    hide(catalog, clip, MaskKind.BLUR, WHOLE)

    made = trim(library, catalog, clip)

    assert len(tracks) == len(languages(made))
    for track in range(len(tracks)):
        assert np.abs(heard(made, track)[0]).max() < 0.001
