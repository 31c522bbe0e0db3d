"""Voice-over, by the levels of two tones: the original's and the interpreter's."""

import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from mediakit.media.cutting.sound import FORMATS
from mediakit.media.rendering.film import Canvas, Shot, Soundtrack
from mediakit.media.rendering.loudness import TARGET, measure
from mediakit.media.rendering.segment import encode_part
from mediakit.media.rendering.segment_cache import segment_path
from mediakit.media.rendering.voiceover import (
    DUCKED,
    Mix,
    Spoken,
    ducking,
    mix_voiceover,
    spoken_in,
)
from mediakit.media.sound import Samples, reading
from mediakit.model.timecode import TimeRange
from tests.media.barcode import heard
from tests.media.preparing.tones import RATE, silence, sine, write_wav
from tests.media.programs import bundled
from tests.media_files import video

ORIGINAL, INTERPRETER = 900, 1100  # Hz, of which ears make the same
SPAN = TimeRange(1000, 9000)
CANVAS = Canvas(64, 36, Fraction(25))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write ten soft seconds of the original."""
    return write_wav(tmp_path / "source.wav", sine(-40, 10, frequency=ORIGINAL))


@pytest.fixture
def voiceover(tmp_path: Path) -> Path:
    """Write an interpreter who is loud, and speaks from the third second to the 5th."""
    said = sine(-6, 2, frequency=INTERPRETER)
    sound = np.concatenate((silence(2), said, silence(1)))
    return write_wav(tmp_path / "voiceover.wav", sound)


@pytest.mark.ffmpeg
@pytest.mark.parametrize("name", ["m4a", "wav"])
def test_the_original_goes_down_and_comes_back(
    source: Path, voiceover: Path, tmp_path: Path, name: str
) -> None:
    """Both alone are equally loud; while the interpreter speaks it is much softer."""
    mixed = _mix(source, voiceover, tmp_path / f"mixed.{name}", name)

    assert 8 * RATE == len(mixed)
    before, during, after = (_levels(mixed, s) for s in (0.5, 3, 6))
    # a sine of -16 LUFS in two channels has its peaks at -16 dBFS
    assert TARGET == pytest.approx(before[ORIGINAL], abs=0.7)
    assert TARGET - DUCKED == pytest.approx(during[ORIGINAL], abs=0.7)
    assert TARGET == pytest.approx(during[INTERPRETER], abs=0.7)
    assert TARGET == pytest.approx(after[ORIGINAL], abs=0.7)
    assert max(before[INTERPRETER], after[INTERPRETER]) < -60


@pytest.mark.ffmpeg
def test_comes_and_goes_without_a_jump(
    source: Path, voiceover: Path, tmp_path: Path
) -> None:
    """It is down when the first word falls, and takes its time to come back."""
    mixed = _mix(source, voiceover, tmp_path / "mixed.wav", "wav")

    steps = [_levels(mixed, at, 0.05)[ORIGINAL] for at in np.arange(1, 5.5, 0.05)]
    assert max(abs(np.diff(steps))) < DUCKED / 4
    assert TARGET - DUCKED == pytest.approx(_levels(mixed, 2, 0.05)[ORIGINAL], abs=1)


@pytest.mark.ffmpeg
def test_what_is_louder_than_loud_is_not_clipped(source: Path, tmp_path: Path) -> None:
    """Short cries far above the rest stay below full scale."""
    cry = np.concatenate((sine(-40, 3), sine(-1, 0.05), sine(-40, 3)))
    said = write_wav(tmp_path / "cry.wav", cry)

    mixed = _mix(source, said, tmp_path / "mixed.wav", "wav")

    assert float(abs(mixed).max()) < 0.8


@pytest.mark.ffmpeg
def test_an_original_without_sound_is_silent(voiceover: Path, tmp_path: Path) -> None:
    """The interpreter is heard all the same."""
    film = video(seconds=10, sound=False)

    mixed = _mix(film, voiceover, tmp_path / "mixed.wav", "wav")

    assert (8 * RATE, 0.0) == (len(mixed), float(abs(mixed[: 2 * RATE]).max()))
    assert TARGET == pytest.approx(_levels(mixed, 3)[INTERPRETER], abs=0.7)


@pytest.mark.ffmpeg
def test_the_result_is_as_loud_as_the_rest_of_a_kit(
    source: Path, voiceover: Path, tmp_path: Path
) -> None:
    """As R 128 measures it."""
    target = tmp_path / "mixed.wav"
    _mix(source, voiceover, target, "wav")

    assert TARGET == pytest.approx(measure(target, TimeRange(0, 8000)), abs=1)


def test_hears_when_somebody_speaks(voiceover: Path, tmp_path: Path) -> None:
    """Silence at the end is not said; of silence nothing is."""
    nothing = write_wav(tmp_path / "nothing.wav", silence(2))

    [said] = spoken_in(voiceover, 5000).ranges
    assert (2000, 4000) == pytest.approx((said.start, said.end), abs=30)
    assert said.end == spoken_in(voiceover, 5000).end
    assert Spoken(()) == spoken_in(nothing, 2000)
    assert 0 == Spoken(()).end


def test_stays_down_between_sentences() -> None:
    """It does not come back for less than a second and a half."""
    times, gains = ducking(
        [TimeRange(1000, 2000), TimeRange(3000, 4000), TimeRange(9000, 9500)]
    )

    assert [700, 1000, 4000, 4700, 8700, 9000, 9500, 10_200] == times
    assert [0, -DUCKED, -DUCKED, 0] * 2 == gains
    assert ([0], [0]) == ducking([])


def _mix(source: Path, voiceover: Path, target: Path, name: str) -> Samples:
    duration = round(_seconds(voiceover) * 1000)
    mix = Mix(source, SPAN, voiceover, spoken_in(voiceover, duration))
    done = list(mix_voiceover(bundled(), mix, target, to=FORMATS[name]))
    assert (SPAN.duration, sorted(done)) == (done[-1], done)
    with reading(target, TimeRange(0, SPAN.duration), "flt") as sound:
        return np.concatenate([*sound.blocks])


def _seconds(path: Path) -> float:
    with wave.open(str(path), "rb") as file:
        return file.getnframes() / file.getframerate()


def _levels(mixed: Samples, at: float, seconds: float = 0.5) -> dict[int, float]:
    """Return the level of each tone's peaks from a second on, in dBFS."""
    part = mixed[round(at * RATE) : round((at + seconds) * RATE), 0]
    times = np.arange(len(part)) / RATE
    window = np.hanning(len(part))
    return {
        tone: 20
        * np.log10(
            2
            * abs(np.sum(part * window * np.exp(-2j * np.pi * tone * times)))
            / window.sum()
            + 1e-9
        )
        for tone in (ORIGINAL, INTERPRETER)
    }


@pytest.mark.ffmpeg
def test_is_heard_in_a_film(source: Path, voiceover: Path, tmp_path: Path) -> None:
    """Instead of the recording's own sound, from the first sample to the last."""
    sound = tmp_path / "mixed.wav"
    mixed = _mix(source, voiceover, sound, "wav")
    shot = Shot(
        source=video(seconds=10),
        sha256="",
        span=SPAN,
        soundtrack=Soundtrack(sound, "ab"),
    )

    encode_part(bundled(), shot, CANVAS, tmp_path / "shot.nut")

    burnt, rate = heard(tmp_path / "shot.nut")
    assert rate == RATE
    assert float(abs(mixed - burnt[: len(mixed)]).max()) < 0.001


def test_a_film_is_made_anew_when_what_is_said_changes(tmp_path: Path) -> None:
    """And not because the same lies elsewhere."""
    one, moved, other = (
        segment_path(
            *(tmp_path, bundled()),
            Shot(source=tmp_path, sha256="", span=SPAN, soundtrack=track),
            CANVAS,
        )
        for track in (
            Soundtrack(Path("a.m4a"), "ab"),
            Soundtrack(Path("b.m4a"), "ab"),
            Soundtrack(Path("a.m4a"), "cd"),
        )
    )

    assert one == moved
    assert one != other
