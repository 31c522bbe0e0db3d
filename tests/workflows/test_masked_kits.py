"""Kits of what is masked: in every file of them what is to be hidden is."""

from pathlib import Path

import numpy as np
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.masks import MaskNotPossible, MaskUnconfirmed
from mediakit.library import Library
from mediakit.model.mask import MaskKind
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.workflows.keep_mask import remove_mask
from tests.consents import DAY, agree, put_voice_of
from tests.kit_libraries import (
    SPOKEN,
    Evening,
    an_evening,
    items_of,
    put_voiceover,
)
from tests.library_clips import put_clip, put_words
from tests.masks import FACE, hide, luma, sharpness
from tests.media.barcode import Samples, heard, noise, offset, sound_bite

pytestmark = pytest.mark.ffmpeg

PICTURES = {".mp4", ".jpg"}


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    return an_evening(library, catalog)


def seen(folder: Path) -> list[Path]:
    """Return all files of a kit in which something is seen."""
    return sorted(one for one in folder.rglob("*") if one.suffix in PICTURES)


@pytest.mark.parametrize(
    "kind", ["folder", "page", "m3u8", "xspf", "video", "run-sheet", "wall-cards"]
)
def test_what_is_masked_is_hidden_in_every_file(evening: Evening, kind: str) -> None:
    """In films and in the pictures they begin and end with."""
    bare = evening.kit(kind)
    mask = hide(evening.catalog, evening.clips[0], MaskKind.BLUR)

    made = evening.kit(kind)

    assert not made.reused
    # a film begins with its title, and fades in
    number = 75 + 10 if kind == "video" else 0
    assert sharpness(luma(seen(bare.path)[0], number)) > 100
    assert seen(made.path)
    for path in seen(made.path):
        assert sharpness(luma(path, number)) < 60
    assert [(mask.id,), ()] == [one.masks for one in made.use.ranges]
    assert mask.id in made.use.how


def test_no_still_shows_a_face(evening: Evening) -> None:
    """Nobody confirmed it: no card is made either; sound alone is not touched."""
    hide(evening.catalog, evening.clips[0], MaskKind.FACES, places=FACE)

    for kind in ("folder", "wall-cards", "video"):
        with pytest.raises(MaskUnconfirmed):
            evening.kit(kind)

    assert not evening.library.kits.exists()
    assert () == evening.kit("sound").use.ranges[0].masks


@pytest.mark.parametrize("kind", ["folder", "video", "sound"])
def test_another_voice_is_heard(evening: Evening, kind: str) -> None:
    """Nothing is left of that which is not to be known."""
    said = put_clip(
        evening.library,
        evening.catalog,
        sound_bite(".wav", "pcm_s16le", seconds=2),
    )
    put_voice_of(evening.catalog, said.id, called="Oumar")
    film = evening.clips[0]
    hide(
        evening.catalog, film, MaskKind.VOICE, TimeRange(1000, 4000), recording=said.id
    )

    made = evening.kit(kind, is_even=False)

    path = next(one for one in made.path.iterdir() if one.suffix in {".mp4", ".mp3"})
    played, rate = heard(path)
    first = 3 * rate if kind == "video" else 0
    piece = played[first + rate // 3 : first + rate // 2, 0]
    # the same noise, from its beginning and not from the item's; MP3 begins late
    assert abs(offset(piece, noise(0, rate, 4)[:, 0]) - rate // 3) <= rate // 30
    assert [film.id, said.id, evening.clips[1].id] == [
        one.clip for one in made.use.ranges
    ]


def test_beneath_an_interpreter_nobody_is_heard_either(evening: Evening) -> None:
    """A voice-over is mixed with what masks leave."""
    put_voiceover(evening, items_of(evening)[0])
    bare = evening.kit("folder", voiceovers=("bm",))
    hide(evening.catalog, evening.clips[0], MaskKind.VOICE, pitch=7)

    made = evening.kit("folder", voiceovers=("bm",))

    # what is heard once the interpreter has spoken
    before, after = (
        heard(kit.path / "01-K7P.mp4")[0][28_000:36_000, 0] for kit in (bare, made)
    )
    assert similar(after, before) < 0.5 * similar(before, before)
    assert made.use.ranges[0].voiceovers
    assert "can shift it back" in str(made.cautions)


def test_what_is_said_is_read(evening: Evening) -> None:
    """On a card as long as the item; a sound bite would be silent: no kit."""
    film, bite = evening.clips
    put_words(evening.library, evening.catalog, film, (1000, 1800, "Le puits"))
    mask = hide(evening.catalog, film, MaskKind.TEXT)

    for kind in ("folder", "video"):
        made = evening.kit(kind)
        assert mask.id in made.use.how

    with pytest.raises(MaskNotPossible, match=mask.id):
        evening.kit("sound")
    remove_mask(evening.catalog, mask.id)
    put_words(evening.library, evening.catalog, bite, (2000, 2600, "Le puits"))
    hide(evening.catalog, bite, MaskKind.TEXT)
    with pytest.raises(MaskNotPossible, match="nothing of it is heard"):
        evening.kit("folder")


@pytest.mark.parametrize("kind", ["folder", "video"])
def test_what_is_read_is_said_by_the_interpreter(evening: Evening, kind: str) -> None:
    """Whose voice it is did not want to be heard, and is not: the interpreter is."""
    film, _bite = evening.clips
    person, *_others = evening.catalog.read().all(Person)
    agree(evening.catalog, person, face=False, voice=False, day=DAY)
    put_words(evening.library, evening.catalog, film, (1000, 1800, "Le puits"))
    mask = hide(evening.catalog, film, MaskKind.TEXT)
    said = put_voiceover(evening, items_of(evening)[0])

    made = evening.kit(kind, voiceovers=("bm",), is_even=False, lines=90)

    path = next(one for one in sorted(made.path.iterdir()) if one.suffix == ".mp4")
    played, rate = heard(path)
    # a film begins with its title; half a second is said, and the rest is silent
    first = 3 * rate if kind == "video" else 0
    spoken, silent = (
        played[first + begin * rate // 1000 : first + end * rate // 1000]
        for begin, end in ((150, 450), (600, 780))
    )
    assert np.abs(spoken).max() > 0.1
    assert np.abs(silent).max() < 0.001
    assert pitch(spoken[:, 0], rate) == pytest.approx(440, abs=5)
    assert [((said.id,), (mask.id,)), ((), ())] == [
        (one.voiceovers, one.masks) for one in made.use.ranges
    ]


def test_an_interpreter_is_not_shifted_with_the_voice(evening: Evening) -> None:
    """Nobody asked for that: the voice beneath was shifted before."""
    put_voiceover(evening, items_of(evening)[0])
    hide(evening.catalog, evening.clips[0], MaskKind.VOICE, pitch=7)

    made = evening.kit("video", voiceovers=("bm",), is_even=False, lines=90)

    played, rate = heard(next(made.path.glob("*.mp4")))
    spoken = played[3 * rate + rate // 4 : 3 * rate + rate * 9 // 20, 0]
    assert pitch(spoken, rate) == pytest.approx(440, abs=5)


def test_a_mask_of_some_of_an_item_keeps_the_kit_back(evening: Evening) -> None:
    """Of a sound bite, too."""
    part = TimeRange(SPOKEN.start, SPOKEN.end - 1)
    mask = hide(evening.catalog, evening.clips[1], MaskKind.VOICE, part, pitch=2)

    with pytest.raises(MaskNotPossible, match=f"{mask.id} hides 0:02 - 0:02.599"):
        evening.kit("folder")


def pitch(piece: Samples, rate: int) -> float:
    """Return the frequency at which a piece of sound is loudest."""
    spectrum = np.abs(np.fft.rfft(piece * np.hanning(len(piece))))
    return float(np.argmax(spectrum)) * rate / len(piece)


def similar(piece: Samples, whole: Samples) -> float:
    """Return how much a piece of sound is like another."""
    return float(np.abs(np.correlate(whole, piece, "same")).max())
