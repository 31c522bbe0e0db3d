"""Sound as samples, compared with the noise that the recordings were made of."""

from pathlib import Path

import av
import numpy as np
import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.excerpts import NothingToCut
from mediakit.media.sound import decode, listen, reading
from mediakit.model.timecode import TimeRange
from tests.media.barcode import (
    Recipe,
    Samples,
    Track,
    clip,
    noise,
    offset,
    sound_bite,
)

OPUS = Track(codec="libopus")
SOURCES = {
    "mp3": sound_bite(".mp3", "libmp3lame", 44_100),
    "m4a": sound_bite(".m4a", "aac", 44_100),
    "wav": sound_bite(".wav", "pcm_s16le", 44_100),
    "flac": sound_bite(".flac", "flac", 44_100),
    "opus": sound_bite(".opus", "libopus"),
    "a video's": Recipe(),
    "WebM": Recipe(suffix=".webm", codec="libvpx-vp9", tracks=(OPUS,)),
    "MKV that begins at 5 s": Recipe(
        suffix=".mkv", remux=((), ("-output_ts_offset", "5"))
    ),
}
SPANS = [TimeRange(0, 700), TimeRange(1310, 2477), TimeRange(2900, 4000)]
RATE = 48_000
MILLISECOND = RATE // 1000


def truth() -> Samples:
    """Return the sound that every recording here was made of, in one channel."""
    return noise(0, RATE, 4)[:, 0]


@pytest.mark.parametrize("span", SPANS, ids=str)
@pytest.mark.parametrize("name", SOURCES)
def test_a_range_is_where_it_was_recorded(name: str, span: TimeRange) -> None:
    """No codec's delay moves a word by more than a millisecond."""
    recipe = SOURCES[name]
    rate = recipe.tracks[0].rate

    sound = decode(clip(recipe), span, rate=rate)

    assert round(span.duration * rate / 1000) == len(sound)
    place = offset(sound, noise(0, rate, 4)[:, 0])
    assert abs(place - span.start * rate / 1000) <= rate / 1000


@pytest.mark.parametrize("name", ["mp3", "m4a", "wav", "flac", "opus", "a video's"])
def test_a_range_is_exact_to_the_sample(name: str) -> None:
    """Where a file's clock tells samples apart, so do we."""
    recipe, span = SOURCES[name], SPANS[1]
    rate = recipe.tracks[0].rate

    sound = decode(clip(recipe), span, rate=rate)

    assert round(1.310 * rate) == offset(sound, noise(0, rate, 4)[:, 0])


@pytest.mark.parametrize("name", ["mp3", "m4a", "opus"])
def test_a_range_sounds_as_it_does_in_the_whole(name: str) -> None:
    """Decoders have heard enough of what comes before."""
    source, rate = clip(SOURCES[name]), SOURCES[name].tracks[0].rate

    whole = decode(source, TimeRange(0, 4000), rate=rate)
    part_of_it = decode(source, TimeRange(2500, 3500), rate=rate)

    start = round(2.5 * rate)
    assert np.abs(whole[start : start + rate] - part_of_it).max() < 0.01


def test_the_last_samples_are_sound_too() -> None:
    """Changing the rate holds samples back; they are asked for at the end."""
    sound = decode(clip(SOURCES["wav"]), TimeRange(0, 1500))

    assert sound[-8:].all()


@pytest.mark.parametrize("name", SOURCES)
def test_speech_engines_get_sixteen_thousand_a_second_in_one_channel(name: str) -> None:
    """Together the blocks are as long as the range; none is the whole."""
    blocks = list(listen(clip(SOURCES[name]), TimeRange(0, 4000)))

    assert 64_000 == sum(map(len, blocks))
    assert {("float32", 1)} == {(str(block.dtype), block.ndim) for block in blocks}
    assert 16_000 > max(map(len, blocks))
    place = offset(np.concatenate(blocks), noise(0, 16_000, 4)[:, 0])
    assert 0 == place or name not in {"wav", "flac"}


def test_nothing_moves_behind_what_is_missing() -> None:
    """A late beginning and holes are silence; words after them keep their times."""
    track = Track(late=500, gaps=((1500, 1700), (2500, 2600)))
    source = clip(Recipe(suffix=".mkv", tracks=(track,)))

    sound = decode(source, TimeRange(0, 4000), rate=RATE)

    assert 4 * RATE == len(sound)
    for silent in ((0, 450), (1550, 1650), (2550, 2580)):
        assert np.abs(part(sound, *silent)).max() < 0.01
    for start, end in ((550, 1450), (1750, 2450), (2650, 3900)):
        place = offset(part(sound, start, end), truth())
        assert abs(place - start * MILLISECOND) <= MILLISECOND


def part(sound: Samples, start: int, end: int) -> Samples:
    """Return a part of sound, between milliseconds."""
    return sound[start * MILLISECOND : end * MILLISECOND]


def test_what_lies_after_the_end_is_silence() -> None:
    """A range may end with the pictures, a little after the sound."""
    sound = decode(clip(SOURCES["wav"]), TimeRange(3500, 4500), rate=44_100)

    assert 44_100 == len(sound)
    assert 0 < np.abs(sound[:22_050]).max()
    assert not sound[22_050:].any()


@pytest.mark.parametrize("name", ["mp3", "m4a", "flac"])
def test_a_damaged_part_is_a_hole(name: str, tmp_path: Path) -> None:
    """The rest is where it was."""
    content = bytearray(clip(SOURCES[name]).read_bytes())
    middle = len(content) // 2
    content[middle : middle + 600] = b"\xff" * 600
    damaged = tmp_path / f"damaged{SOURCES[name].suffix}"
    damaged.write_bytes(content)

    sound = decode(damaged, TimeRange(0, 4000), rate=44_100)

    last = sound[-44_100:]
    assert 3 * 44_100 == offset(last, noise(0, 44_100, 4)[:, 0])


def test_a_recording_without_sound_is_refused() -> None:
    """Silence is not made up for what has no sound."""
    with pytest.raises(NothingToCut):
        decode(clip(Recipe(tracks=())), SPANS[0])


def test_what_is_no_recording_is_refused(tmp_path: Path) -> None:
    """PyAV's errors become ours."""
    path = tmp_path / "notes.mp3"
    path.write_text("no sound at all")

    with pytest.raises(MediakitError):
        decode(path, SPANS[0])


def test_any_track_can_be_read() -> None:
    """The second language of a film is a track of its own."""
    source = clip(Recipe(tracks=(Track(), Track())))

    with reading(source, SPANS[1], "flt", track=1) as sound:
        samples = np.concatenate(list(sound.blocks))

    assert (sound.length, 2) == samples.shape
    assert round(1.310 * RATE) == offset(samples[:, 0], noise(1, RATE, 4)[:, 0])


def test_loud_sound_is_not_folded_over(tmp_path: Path) -> None:
    """Samples are between -1 and 1 as they were, half and full."""
    path = tmp_path / "square.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=16_000, layout="mono")
        values = np.array([[-32_768, -16_384, 0, 16_384, 32_767] * 200], np.int16)
        frame = av.AudioFrame.from_ndarray(values, format="s16", layout="mono")
        frame.sample_rate = 16_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))

    sound = decode(path, TimeRange(0, 62))

    assert [-1, -0.5, 0, 0.5, 1] == [round(float(one), 4) for one in sound[:5]]
