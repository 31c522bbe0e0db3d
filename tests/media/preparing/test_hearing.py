"""Hearing a whole recording once: everything that is known of its sound."""

import json
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest

from mediakit.errors.media import MediaUndecodable, NotMedia
from mediakit.media.preparing.hearing import hear
from mediakit.model.timecode import TimeRange
from tests.media.preparing.tones import noise, silence, sine, write_wav
from tests.media_files import SOUND_SUFFIXES, made, sound, video

pytestmark = pytest.mark.ffmpeg


def test_agrees_with_ffmpeg_s_own_meter(tmp_path: Path) -> None:
    """Integrated, range and true peak, on noise that gets louder."""
    import imageio_ffmpeg

    parts = [noise(level, 2, seed=level + 100) for level in (-40, -24, -18, -30)]
    wav = write_wav(tmp_path / "noise.wav", np.concatenate(parts))
    words = ["-i", str(wav), "-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", *words],
        capture_output=True,
        text=True,
        check=True,
    ).stderr.partition("Summary:")[2]
    theirs = [
        float(found[1])
        for name in ("I:", "LRA:", "Peak:")
        if (found := re.search(rf"{name}\s+(-?[\d.]+) (?:LUFS|LU|dBFS)", said))
    ]

    loudness = hear(wav, 8000).measures.loudness

    ours = [loudness.integrated, loudness.range, loudness.true_peak]
    assert theirs == pytest.approx(ours, abs=0.11)


def test_silences_are_where_they_were_put(tmp_path: Path) -> None:
    """To 11 ms; the breath of 0.3 s is none, room tone is one."""
    parts = [sine(-20, 1), silence(0.7), sine(-20, 0.5), silence(0.3)]
    parts += [sine(-20, 0.5), noise(-60, 1), sine(-20, 1)]
    wav = write_wav(tmp_path / "pauses.wav", np.concatenate(parts))

    measures = hear(wav, 5000).measures

    expected = [TimeRange(1000, 1700), TimeRange(3000, 4000)]
    assert 2 == len(measures.silences)
    for wanted, found in zip(expected, measures.silences, strict=True):
        assert wanted.start <= found.start <= wanted.start + 11
        assert wanted.end - 11 <= found.end <= wanted.end
    assert 1700 == pytest.approx(measures.silent, abs=44)
    assert measures.loudness.integrated is not None
    assert measures.loudness.integrated - 20 == pytest.approx(measures.threshold)


def test_a_quiet_recorder_has_the_same_silences(tmp_path: Path) -> None:
    """They are measured against the clip's own loudness."""
    parts = [sine(-20, 1), noise(-50, 1), sine(-20, 1)]
    loud = np.concatenate(parts)
    found = [
        hear(write_wav(tmp_path / f"{gain}.wav", loud * gain), 3000).measures.silences
        for gain in (1.0, 0.1)
    ]

    assert 1 == len(found[0])
    assert found[0] == found[1]


def test_what_is_silent_throughout_is_one_silence(tmp_path: Path) -> None:
    """And has neither loudness nor peak."""
    wav = write_wav(tmp_path / "silent.wav", silence(1))

    measures = hear(wav, 1000).measures

    assert (TimeRange(0, 1000),) == measures.silences
    assert (None, None) == (
        measures.loudness.integrated,
        measures.loudness.true_peak,
    )


@pytest.mark.parametrize("suffix", SOUND_SUFFIXES)
def test_the_waveform_is_as_long_as_the_clip(suffix: str) -> None:
    """In every format, to the pixel."""
    document = json.loads(hear(sound(suffix, seconds=2), 2000).waveform)

    pixels = 2 * document["sample_rate"] / document["samples_per_pixel"]
    assert pixels <= document["length"] < pixels + 1
    assert document["length"] * 2 == len(document["data"])


def test_sound_that_begins_late_is_late_in_the_waveform() -> None:
    """Times are the clip's."""
    late = made(
        "late.mkv",
        *("-f", "lavfi", "-i", "testsrc2=size=64x48:rate=25:duration=2"),
        *("-itsoffset", "1", "-f", "lavfi", "-i", "sine=frequency=440:duration=1"),
        *("-c:a", "flac"),
    )

    document = json.loads(hear(late, 2000).waveform)

    heights = np.array(document["data"]).reshape(-1, 2).max(axis=1)
    second = document["sample_rate"] // document["samples_per_pixel"]
    assert 0 == heights[: second - 1].max()
    assert 10 < heights[second + 2 : -2].min()


def test_what_has_no_sound_is_told_so() -> None:
    """A silent film."""
    with pytest.raises(MediaUndecodable):
        hear(video(sound=False), 1000)


def test_what_is_no_recording_is_refused(tmp_path: Path) -> None:
    """With the reasons of the probe."""
    (tmp_path / "x.wav").write_bytes(b"bonjour")

    with pytest.raises(NotMedia):
        hear(tmp_path / "x.wav", 1000)
