"""Video cuts, by the numbers on their pictures and the noise of their sound."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from mediakit.media.probe import probe
from mediakit.media.sound import decode
from mediakit.model.timecode import TimeRange
from tests.media.barcode import (
    Recipe,
    Track,
    clip,
    flashes,
    heard,
    noise,
    offset,
    picture_numbers,
)
from tests.media.cutting.exactness import assert_exact
from tests.media.programs import BOTH, Program, bundled, cut_to_file

pytestmark = pytest.mark.ffmpeg

BFRAMES = (("preset", "veryfast"),)
OPEN_GOP = (*BFRAMES, ("x264-params", "open-gop=1:bframes=3:b-pyramid=normal"))
SHAKY = tuple(Fraction(40 * n + 5 * (7 * n % 5), 1000) for n in range(100))

PLAIN = Recipe()
SOURCES = {
    "25 frames a second": PLAIN,
    "23.976, B-frames, MOV, PCM": Recipe(
        suffix=".mov",
        rate=Fraction(24000, 1001),
        options=BFRAMES,
        tracks=(Track(codec="pcm_s16le"),),
    ),
    "29.97, open GOP": Recipe(rate=Fraction(30000, 1001), options=OPEN_GOP),
    "variable frame rate": Recipe(times=SHAKY, options=BFRAMES),
    "variable frame rate, MKV": Recipe(suffix=".mkv", times=SHAKY),
    "MKV, two tracks of two rates": Recipe(
        suffix=".mkv", tracks=(Track(codec="flac", rate=44_100), Track())
    ),
    "MKV that begins at 5 s": Recipe(
        suffix=".mkv", remux=((), ("-output_ts_offset", "5"))
    ),
    "WebM, VP9, Opus": Recipe(
        suffix=".webm", codec="libvpx-vp9", tracks=(Track(codec="libopus"),)
    ),
    "HEVC, MOV": Recipe(suffix=".mov", codec="libx265"),
    "lying on its side": Recipe(
        suffix=".mov",
        turned=True,
        remux=(("-display_rotation", "-90"), ()),
    ),
    "no sound": Recipe(tracks=()),
    "5.1": Recipe(tracks=(Track(layout="5.1"),)),
    "an odd size": Recipe(
        codec="libvpx-vp9",
        suffix=".webm",
        size=(191, 95),
        tracks=(Track(codec="libopus"),),
    ),
}
SPANS = [TimeRange(1310, 2477), TimeRange(0, 1007), TimeRange(2593, 4000)]


@pytest.mark.parametrize("name", SOURCES)
def test_holds_exactly_what_was_asked_for(name: str, tmp_path: Path) -> None:
    """Each picture in the range once, at its time; each track whole and in step."""
    recipe, span = SOURCES[name], SPANS[0]

    made = cut_to_file(bundled(), clip(recipe), span, tmp_path)

    assert_exact(recipe, span, made)


@pytest.mark.parametrize("span", SPANS[1:])
@BOTH
def test_is_exact_at_both_ends_of_a_clip(
    program: Program, span: TimeRange, tmp_path: Path
) -> None:
    """The first and last picture and sample of the clip are there."""
    made = cut_to_file(program(), clip(PLAIN), span, tmp_path)

    assert_exact(PLAIN, span, made)


@pytest.mark.long
@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("span", SPANS)
@BOTH
def test_holds_exactly_what_was_asked_for_with_every_program(
    program: Program, name: str, span: TimeRange, tmp_path: Path
) -> None:
    """Versions of ffmpeg years apart make the same cuts."""
    made = cut_to_file(program(), clip(SOURCES[name]), span, tmp_path)

    assert_exact(SOURCES[name], span, made)


def test_takes_pictures_from_the_start_up_to_the_end(tmp_path: Path) -> None:
    """A picture at the start is in; one at the end is not."""
    made = cut_to_file(bundled(), clip(PLAIN), TimeRange(1000, 2000), tmp_path)

    assert list(range(25, 50)) == [number for number, _ in picture_numbers(made)]


def test_flashes_when_it_beeps(tmp_path: Path) -> None:
    """Picture and sound are in step, as somebody watching would see it."""
    made = cut_to_file(bundled(), clip(PLAIN), TimeRange(1520, 3480), tmp_path)

    sound = decode(made, TimeRange(0, 1960), rate=48_000)
    beeps = np.flatnonzero(np.abs(sound) > 0.25)
    assert [Fraction(480, 1000), Fraction(1480, 1000)] == flashes(made)
    assert abs(beeps[0] / 48 - 480) < 1


def test_is_exact_behind_an_edit_list(tmp_path: Path) -> None:
    """Times count from where players begin, not from what a file hides."""
    source = clip(Recipe(remux=(("-ss", "1.5"), ())))
    first = picture_numbers(source)[0][0]

    made = cut_to_file(bundled(), source, TimeRange(400, 1400), tmp_path)

    samples, rate = heard(made)
    expected = list(range(first + 10, first + 35))
    assert expected == [number for number, _ in picture_numbers(made)]
    place = offset(samples[:, 0], noise(0, rate, 4)[:, 0])
    assert abs(place - (1.5 + 0.4) * rate) <= rate / 1000


def test_shows_a_rotated_video_upright(tmp_path: Path) -> None:
    """The picture is turned; no player needs to know that it was."""
    source = clip(SOURCES["lying on its side"])
    before = probe(source).video

    after = probe(cut_to_file(bundled(), source, SPANS[0], tmp_path)).video

    assert before is not None
    assert after is not None
    assert (90, 192, 96) == (before.rotation % 180, before.width, before.height)
    assert (0, 192, 96) == (after.rotation, after.width, after.height)


def test_fills_holes_in_the_sound_with_silence(tmp_path: Path) -> None:
    """A track that begins late or lacks packets stays in step, in any player."""
    gaps = Track(late=1500, gaps=((2000, 2200),))
    source = clip(Recipe(suffix=".mkv", tracks=(gaps,)))

    made = cut_to_file(bundled(), source, TimeRange(1000, 3000), tmp_path)

    sound = heard(made)[0][:, 0]
    assert 2 * 48_000 <= len(sound) <= 2 * 48_000 + 1023
    assert np.abs(sound[: round(0.45 * 48_000)]).max() < 0.01
    assert np.abs(sound[round(1.05 * 48_000) : round(1.15 * 48_000)]).max() < 0.01
    after = sound[round(1.3 * 48_000) : round(1.9 * 48_000)]
    truth = noise(0, 48_000, 4)[:, 0]
    assert abs(offset(after, truth) - 2.3 * 48_000) <= 48


def test_sound_that_ends_before_the_pictures_goes_on_in_silence(
    tmp_path: Path,
) -> None:
    """A track is as long as the cut."""
    source = clip(Recipe(tracks=(Track(gaps=((3200, 4000),)),)))

    made = cut_to_file(bundled(), source, TimeRange(2900, 3900), tmp_path)

    sound = heard(made)[0]
    assert 48_000 <= len(sound) <= 49_023
    assert np.abs(sound[: round(0.25 * 48_000)]).max() > 0.01
    assert not sound[round(0.4 * 48_000) :].any()


@BOTH
def test_tracks_that_were_over_long_before_are_silence(
    program: Program, tmp_path: Path
) -> None:
    """Nothing waits for sound that does not come; two that are alike stay two."""
    over = Track(gaps=((500, 30_000),))
    long = Recipe(suffix=".mkv", rate=Fraction(10), seconds=30, tracks=(over, over))

    made = cut_to_file(program(), clip(long), TimeRange(6000, 7000), tmp_path)

    assert list(range(60, 70)) == [number for number, _ in picture_numbers(made)]
    for track in (0, 1):
        sound = heard(made, track)[0]
        assert 48_000 <= len(sound) <= 49_023
        assert not sound.any()


def test_keeps_every_channel(tmp_path: Path) -> None:
    """Sound all around stays so, each channel in its place."""
    made = cut_to_file(bundled(), clip(SOURCES["5.1"]), SPANS[0], tmp_path)

    samples, _rate = heard(made)
    loudness = np.sqrt((samples**2).mean(axis=0))
    # the fourth of six is the one for bass alone
    full = loudness[[0, 1, 2, 4, 5]]
    assert list(full) == sorted(full, reverse=True)
    assert (samples.shape[1], 6) == (6, len(loudness))


def test_begins_with_the_picture_that_stands(tmp_path: Path) -> None:
    """Slides stay on the screen: one shown before the cut is in it."""
    source = clip(Recipe(times=(Fraction(0), Fraction(3)), tracks=()))

    made = cut_to_file(bundled(), source, TimeRange(1000, 2500), tmp_path)

    assert [(0, Fraction(0))] == picture_numbers(made)
    assert 1500 == probe_duration(made)


def probe_duration(path: Path) -> float:
    """Return how long a file plays, in milliseconds."""
    with av.open(str(path)) as container:
        return (container.duration or 0) / 1000
