"""Where somebody speaks, in pieces short enough to be said again by somebody else.

For languages that no model knows: the voice is found, not the words.
"""

from collections.abc import Iterable, Iterator

from mediakit.engines.base import RATE, Samples
from mediakit.engines.environment import keep_private
from mediakit.engines.windows import windows

# what an interpreter keeps in mind
_LONGEST = 15
_ENOUGH = 8 * RATE
# a breath within a sentence is shorter
_PAUSE = RATE


def breaths(sound: Iterable[Samples]) -> Iterator[tuple[int, int]]:
    """Yield when each piece of speech begins and ends, in milliseconds."""
    for window in windows(sound, skip_silence=True):
        for start, end in _pieces(window.samples):
            yield _milliseconds(window.start + start), _milliseconds(window.start + end)


def _pieces(samples: Samples) -> list[tuple[int, int]]:
    keep_private()
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    options = VadOptions(
        min_silence_duration_ms=300,
        speech_pad_ms=100,
        max_speech_duration_s=_LONGEST,
    )
    pieces: list[tuple[int, int]] = []
    for speech in get_speech_timestamps(samples, options):
        start, end = int(speech["start"]), int(speech["end"])
        if pieces and end - pieces[-1][0] <= _ENOUGH and start - pieces[-1][1] < _PAUSE:
            start = pieces.pop()[0]
        pieces.append((start, end))
    return pieces


def _milliseconds(samples: int) -> int:
    return samples * 1000 // RATE
