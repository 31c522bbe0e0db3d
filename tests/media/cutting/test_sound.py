"""Sound bites, decoded again and compared with the noise they were cut from."""

import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from mediakit.media.cutting.sound import FORMATS, cut_sound, natural_format
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.probe import probe
from mediakit.media.sound import decode
from mediakit.model.timecode import TimeRange
from tests.media.barcode import (
    Recipe,
    Track,
    clip,
    heard,
    noise,
    offset,
    sound_bite,
)
from tests.media.programs import BOTH, Program, bundled
from tests.media_files import made

pytestmark = pytest.mark.ffmpeg

SPAN = TimeRange(1310, 2477)
WAV = sound_bite(".wav", "pcm_s16le", 44_100)
SOURCES = {
    "mp3": sound_bite(".mp3", "libmp3lame", 44_100),
    "m4a": sound_bite(".m4a", "aac", 44_100),
    "wav": WAV,
    "flac": sound_bite(".flac", "flac", 44_100),
    "opus": sound_bite(".opus", "libopus"),
}


def cut(
    source: Path,
    folder: Path,
    name: str = "wav",
    *,
    span: TimeRange = SPAN,
    fade: int = 0,
    gain: float = 0.0,
    program: Ffmpeg | None = None,
) -> Path:
    """Cut *span* out of *source* and return the cut."""
    to = FORMATS[name]
    target = folder / f"cut{to.suffix}"
    steps = cut_sound(
        program or bundled(), source, target, span, to=to, fade=fade, gain=gain
    )
    assert abs(span.duration - list(steps)[-1]) <= 1
    return target


@pytest.mark.parametrize("name", SOURCES)
@BOTH
def test_a_bite_stays_what_it_was(program: Program, name: str, tmp_path: Path) -> None:
    """The format is the original's; place and length are exact, whatever the codec."""
    source = clip(SOURCES[name])
    assert name == natural_format(probe(source))

    made = cut(source, tmp_path, name, program=program())

    rate = SOURCES[name].tracks[0].rate
    sound = decode(made, TimeRange(0, SPAN.duration), rate=rate)
    assert round(1.310 * rate) == offset(sound, noise(0, rate, 4)[:, 0])
    assert SPAN.duration == probe(made).duration


@pytest.mark.parametrize(
    ("name", "codec", "natural", "off"),
    [
        ("clip.ogg", "libvorbis", "opus", 0),
        ("clip.aiff", "pcm_s16be", "wav", 0),
        ("clip.caf", "alac", "flac", 0),
        # its clock counts milliseconds
        ("clip.webm", "libopus", "opus", 44),
        # it does not say how much silence its encoder put before the sound
        ("clip.wma", "wmav2", "m4a", 2020),
    ],
)
def test_other_kinds_of_files_are_cut_too(
    name: str, codec: str, natural: str, off: int, tmp_path: Path
) -> None:
    """As exactly as they tell the time."""
    source = made(name, "-i", str(clip(WAV)), "-c:a", codec)
    assert natural == natural_format(probe(source))

    sound = decode(cut(source, tmp_path), TimeRange(0, SPAN.duration), rate=44_100)

    place = offset(sound, noise(0, 44_100, 4)[:, 0])
    assert abs(place - round(1.310 * 44_100)) <= off


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_decoded_is_as_long_as_asked(name: str, tmp_path: Path) -> None:
    """Encoders add silence; files say where it is, and decoders take it off.

    Decoders of MP4 before FFmpeg 9 leave that of the last packet: 23 ms at most,
    which players that obey the file do not play.
    """
    samples, rate = heard(cut(clip(WAV), tmp_path, name))

    excess = len(samples) - round(SPAN.duration * rate / 1000)
    # Opus has its own rate: from another one, the last sample is a part of one
    assert 0 <= excess <= {"m4a": 1023, "opus": 1}.get(name, 0)
    assert excess <= 1 or np.abs(samples[-excess:]).max() < 0.05


@pytest.mark.parametrize("name", ["wav", "flac"])
def test_lossless_stays_lossless(name: str, tmp_path: Path) -> None:
    """Between its faded ends the bite is the original, bit by bit."""
    source = clip(WAV)

    made = cut(source, tmp_path, name, fade=8)

    before, _ = integers(source)
    after, format_name = integers(made)
    start, edge = round(1.310 * 44_100), round(0.008 * 44_100)
    original = before[start : start + len(after)]
    assert "s16" in format_name
    assert np.array_equal(original[edge:-edge], after[edge:-edge])
    assert not np.array_equal(original[:edge], after[:edge])


@pytest.mark.parametrize("name", ["wav", "flac"])
def test_twenty_four_bits_stay(name: str, tmp_path: Path) -> None:
    """What a good recorder heard is not thrown away."""
    source = clip(sound_bite(".wav", "pcm_s24le", 48_000))

    made = cut(source, tmp_path, name)

    before, _ = integers(source)
    after, format_name = integers(made)
    start = round(1.310 * 48_000)
    assert "s32" in format_name
    assert np.array_equal(before[start : start + len(after)] >> 8, after >> 8)


def integers(path: Path) -> tuple[NDArray[Any], str]:
    """Return the samples of a lossless file as they are, and their format's name."""
    with av.open(str(path)) as container:
        frames = list(container.decode(audio=0))
    channels = frames[0].layout.nb_channels
    blocks = [frame.to_ndarray().reshape(-1, channels) for frame in frames]
    return np.concatenate(blocks), frames[0].format.name


@pytest.mark.parametrize("fade", [8, 400])
def test_ends_come_and_go(fade: int, tmp_path: Path) -> None:
    """A fade begins and ends with silence and is even in between."""
    source = clip(sound_bite(".wav", "pcm_s16le", 44_100))
    rate, edge = 44_100, fade * 44_100 // 1000

    before, _ = heard(cut(source, tmp_path, fade=0))
    after, _ = heard(cut(source, tmp_path, fade=fade))

    ramp = np.linspace(0, 1, edge)
    assert np.abs(after[:edge, 0] - before[:edge, 0] * ramp).max() < 0.01
    assert np.abs(after[-edge:, 0] - before[-edge:, 0] * ramp[::-1]).max() < 0.01
    assert abs(after[0, 0]) < 1e-3
    assert abs(after[-1, 0]) < 1e-3
    assert np.array_equal(before[edge : rate // 2], after[edge : rate // 2])


def test_fades_longer_than_the_bite_meet_in_its_middle(tmp_path: Path) -> None:
    """Nothing is asked of a person who wants it soft."""
    samples, rate = heard(
        cut(clip(WAV), tmp_path, span=TimeRange(1200, 1300), fade=5000)
    )

    assert round(0.1 * rate) == len(samples)


def test_gain_is_in_decibels(tmp_path: Path) -> None:
    """Six decibels are twice as loud."""
    plain, _ = heard(cut(clip(WAV), tmp_path))
    louder, _ = heard(cut(clip(WAV), tmp_path, gain=6.0206))

    quiet = np.abs(plain) < 0.4
    assert np.abs(louder[quiet] - 2 * plain[quiet]).max() < 1e-3


def test_the_sound_of_a_video_is_cut_where_its_pictures_are(tmp_path: Path) -> None:
    """The first track, as M4A."""
    source = clip(Recipe(tracks=(Track(), Track())))
    assert "m4a" == natural_format(probe(source))

    made = cut(source, tmp_path, "m4a")

    found = probe(made)
    sound = decode(made, TimeRange(0, SPAN.duration), rate=48_000)
    assert ("sound", 1) == (found.kind, len(found.sound))
    assert round(1.310 * 48_000) == offset(sound, noise(0, 48_000, 4)[:, 0])


@pytest.mark.parametrize(
    ("name", "channels", "rate"),
    [("mp3", 2, 48_000), ("opus", 6, 48_000), ("m4a", 6, 96_000), ("wav", 6, 96_000)],
)
def test_a_format_gets_what_it_can_hold(
    name: str, channels: int, rate: int, tmp_path: Path
) -> None:
    """Sound all around, 96,000 times a second, fits into every format somehow."""
    track = Track(codec="pcm_s16le", rate=96_000, layout="5.1")
    source = clip(Recipe(suffix=".wav", codec="", tracks=(track,)))

    found = probe(cut(source, tmp_path, name)).sound[0]

    assert (channels, rate) == (found.channels, found.sample_rate)


@pytest.mark.parametrize("name", FORMATS)
def test_high_sounds_stay(name: str, tmp_path: Path) -> None:
    """No format takes fewer samples a second than there were, if it can help it."""
    source = tmp_path / "high.wav"
    tone = np.sin(2 * np.pi * 14_000 * np.arange(44_100) / 44_100)
    with wave.open(str(source), "wb") as file:
        file.setparams((1, 2, 44_100, 0, "NONE", ""))
        file.writeframes((tone * 16_384).astype("<i2").tobytes())

    made = cut(source, tmp_path, name, span=TimeRange(100, 900))

    sound = decode(made, TimeRange(100, 700), rate=44_100)
    assert 0.25 < np.sqrt((sound**2).mean()) < 0.45


@pytest.mark.parametrize("name", FORMATS)
def test_tells_nothing_but_sound(name: str, tmp_path: Path) -> None:
    """No title, name, place or picture goes along."""
    told = ("-metadata", "title=Awa of Gao", "-metadata", "artist=Awa")
    source = clip(
        Recipe(
            suffix=".mp3",
            codec="",
            tracks=(Track(codec="libmp3lame", rate=44_100),),
            remux=((), told),
        )
    )
    assert b"Awa" in source.read_bytes()

    assert b"Awa" not in cut(source, tmp_path, name).read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_makes_the_same_bytes_again(name: str, tmp_path: Path) -> None:
    """Nothing in a cut depends on when it was made."""
    first = cut(clip(WAV), tmp_path, name).read_bytes()

    assert first == cut(clip(WAV), tmp_path, name).read_bytes()


def test_pydub_does_not_speak_to_the_person(tmp_path: Path) -> None:
    """Its warnings, of a program it shall not run among them, are not shown."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.media.barcode import clip\n"
        "from tests.media.cutting.test_sound import WAV, cut\n"
        "source = clip(WAV)\n"
        "cut(source, Path(sys.argv[1]), 'mp3', fade=8)\n"
        "assert 'pydub' in sys.modules\n"
    )

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(tmp_path)],
        env={"PATH": str(tmp_path), "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (done.returncode, done.stderr)
