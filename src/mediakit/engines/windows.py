"""Where somebody speaks: a recording cut at its silences into windows.

Whisper hears 30 seconds at a time and invents text over silence, so each window
begins and ends with speech and no window is longer. The voice is found by Silero
VAD (https://github.com/snakers4/silero-vad), which faster-whisper brings along.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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
# around speech: its first and last sounds are easily overlooked
_MARGIN = RATE * 2 // 5


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a recording.

    Attributes:
        start: Its first sample, counted from the recording's beginning.
        samples: The sound.
        voice: The first sample at which somebody may speak.
    """

    start: int
    samples: Samples
    voice: int

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
        yield from (_window(known, span, start) for span in found)
        start, blocks = start + done, [known[done:]]
    known = np.concatenate(blocks)
    yield from (_window(known, span, start) for span in cut(known))


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a window is in what is known."""

    start: int
    end: int
    voice: int


def _window(known: Samples, span: _Span, start: int) -> Window:
    samples = known[span.start : span.end]
    return Window(start + span.start, samples, start + span.voice)


def _complete(spans: list[_Span], known: int) -> tuple[list[_Span], int]:
    """Return the spans that more sound cannot change, and where they stop."""
    certain = known - _MAY_GO_ON
    if spans and spans[-1].end > certain:
        return spans[:-1], spans[-1].start
    return spans, certain


def _everywhere(samples: Samples) -> list[_Span]:
    edges = [*range(0, len(samples), LONGEST), len(samples)]
    return [_Span(start, end, start) for start, end in pairwise(edges)]


def _where_spoken(samples: Samples) -> list[_Span]:
    keep_private()
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    longest = (LONGEST - 2 * _MARGIN) / RATE
    options = VadOptions(max_speech_duration_s=longest, speech_pad_ms=0)
    voiced = [
        (int(speech["start"]), int(speech["end"]))
        for speech in get_speech_timestamps(samples, options)
    ]
    spans: list[_Span] = []
    for span in _with_margins(voiced, len(samples)):
        before = spans[-1] if spans else span
        near = span.start - before.end < _PAUSE
        if spans and near and span.end - before.start <= LONGEST:
            spans[-1] = replace(before, end=span.end)
        else:
            spans.append(span)
    return spans


def _with_margins(voiced: list[tuple[int, int]], length: int) -> Iterator[_Span]:
    """Yield where speech is with a margin around it, at most half the way to others."""
    for place, (start, end) in enumerate(voiced):
        before, after = start, length - end
        if place:
            before = (start - voiced[place - 1][1]) // 2
        if place + 1 < len(voiced):
            after = (voiced[place + 1][0] - end) // 2
        yield _Span(start - min(_MARGIN, before), end + min(_MARGIN, after), start)
