"""Where somebody speaks: a recording cut at its silences into windows.

Whisper hears 30 seconds at a time and invents text over silence, so each window
begins and ends with speech and no window is longer. The voice is found by Silero
VAD (https://github.com/snakers4/silero-vad), which faster-whisper brings along.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from mediakit.engines.base import RATE, Samples
from mediakit.engines.environment import keep_private

LONGEST = 30 * RATE

# listened to at once: enough for the last window to be surely complete
_ENOUGH = 2 * LONGEST
# silence that separates windows, though the next would fit
_PAUSE = 4 * RATE
# speech this near the end of what is known may go on
_MAY_GO_ON = 3 * RATE


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a recording.

    Attributes:
        start: Its first sample, counted from the recording's beginning.
        samples: The sound.
    """

    start: int
    samples: Samples

    @property
    def end(self) -> int:
        """The first sample after it."""
        return self.start + len(self.samples)


def windows(sound: Iterable[Samples], *, skip_silence: bool) -> Iterator[Window]:
    """Yield the windows of a recording, taking its blocks as they are needed."""
    import numpy as np

    cut = _where_spoken if skip_silence else _everywhere
    start, blocks = 0, [np.zeros(0, np.float32)]
    for block in sound:
        blocks.append(block)
        if sum(map(len, blocks)) < _ENOUGH:
            continue
        known = np.concatenate(blocks)
        found, done = _complete(cut(known), len(known))
        yield from (Window(start + a, known[a:b]) for a, b in found)
        start, blocks = start + done, [known[done:]]
    known = np.concatenate(blocks)
    yield from (Window(start + a, known[a:b]) for a, b in cut(known))


def _complete(
    spans: list[tuple[int, int]], known: int
) -> tuple[list[tuple[int, int]], int]:
    """Return the spans that more sound cannot change, and where they stop."""
    certain = known - _MAY_GO_ON
    if spans and spans[-1][1] > certain:
        return spans[:-1], spans[-1][0]
    return spans, certain


def _everywhere(samples: Samples) -> list[tuple[int, int]]:
    edges = [*range(0, len(samples), LONGEST), len(samples)]
    return list(pairwise(edges))


def _where_spoken(samples: Samples) -> list[tuple[int, int]]:
    keep_private()
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    longest = VadOptions(max_speech_duration_s=LONGEST / RATE)
    spans: list[tuple[int, int]] = []
    for speech in get_speech_timestamps(samples, longest):
        start, end = int(speech["start"]), int(speech["end"])
        if spans and end - spans[-1][0] <= LONGEST and start - spans[-1][1] < _PAUSE:
            start = spans.pop()[0]
        spans.append((start, end))
    return spans
