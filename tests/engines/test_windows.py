"""Recordings cut at their silences."""

import pytest

from mediakit.engines.base import RATE, Samples
from mediakit.engines.windows import LONGEST, Window, windows
from tests.speech import FRENCH, THREE_FRENCH, samples, silence


def _recording(*parts: Samples) -> Samples:
    import numpy as np

    return np.concatenate(parts)


def _blocks(sound: Samples, seconds: float) -> list[Samples]:
    size = round(seconds * RATE)
    return [sound[start : start + size] for start in range(0, len(sound), size)]


def test_silence_has_no_windows() -> None:
    """However long it is."""
    assert [] == list(windows([silence(50)] * 3, skip_silence=True))


def test_a_window_begins_and_ends_with_speech() -> None:
    """Speech after a long pause has its own window, where it is in the recording."""
    sound = _recording(samples(FRENCH), silence(10), samples(FRENCH))

    first, second = windows([sound], skip_silence=True)

    assert 0 == first.start
    assert FRENCH.duration / 1000 == pytest.approx(first.end / RATE, abs=0.5)
    assert 10 + FRENCH.duration / 1000 == pytest.approx(second.start / RATE, abs=0.5)


def test_it_is_known_where_the_voice_begins() -> None:
    """After the silence that a window begins with."""
    sound = _recording(silence(5), samples(FRENCH), silence(9), samples(FRENCH))

    found = windows([sound], skip_silence=True)

    # there are 0.3 s of silence at either end of the recordings
    voices = [5.3, 14.3 + FRENCH.duration / 1000]
    assert voices == pytest.approx([window.voice / RATE for window in found], abs=0.1)


def test_a_window_holds_sentences_between_short_pauses() -> None:
    """Whisper hears 30 seconds at a time: short pauses do not make it hear less."""
    assert 1 == len(list(windows([samples(THREE_FRENCH)], skip_silence=True)))


@pytest.mark.parametrize("skip_silence", [True, False])
def test_no_window_is_longer_than_whisper_hears(skip_silence: bool) -> None:
    """Speech without a pause is cut too, and nothing of it is lost."""
    speech = samples(FRENCH)[RATE // 2 : 3 * RATE // 2]
    sound = _recording(*[speech] * 100)

    found = list(windows(_blocks(sound, 10), skip_silence=skip_silence))

    assert LONGEST >= max(len(window.samples) for window in found)
    assert 0 == found[0].start
    assert len(sound) == found[-1].end
    assert [a.end for a in found[:-1]] == [b.start for b in found[1:]]


@pytest.mark.parametrize("seconds", [0.7, 10, 45, 1000])
def test_windows_do_not_depend_on_the_blocks(seconds: float) -> None:
    """Sound may come in blocks of any size."""
    sound = _recording(
        *[part for _ in range(9) for part in (samples(THREE_FRENCH), silence(6))]
    )

    found = list(windows(_blocks(sound, seconds), skip_silence=True))

    assert 9 == len(found)
    for number, window in enumerate(found):
        begin = number * (THREE_FRENCH.duration / 1000 + 6)
        assert begin == pytest.approx(window.start / RATE, abs=0.5)
        assert _same(sound, window)


def _same(sound: Samples, window: Window) -> bool:
    import numpy as np

    return np.array_equal(sound[window.start : window.end], window.samples)
