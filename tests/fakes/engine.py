"""A speech engine without a model: it writes down that each loud block is loud."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mediakit.engines.base import (
    RATE,
    Detected,
    Heard,
    Options,
    Samples,
    spoken_languages,
)
from mediakit.model.transcript import Segment, Word

_SILENT = 0.01


@dataclass(frozen=True)
class FakeEngine:
    """Hears a segment in every block of sound that is not silent."""

    name: str = "fake"
    device: str = "cpu"
    languages: tuple[str, ...] = ("fr", "en")
    unheeded: frozenset[str] = frozenset()

    def not_prompted(self, prompt: str) -> str:
        """Return nothing: it listens with all of it, for what that is worth."""
        del prompt
        return ""

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen to one recording; see `Engine`."""
        possible = spoken_languages(options.languages, self.languages)
        segments = self._segments(sound)
        if len(possible) == 1:
            return Heard(possible[0], None, segments)
        found = options.detected or Detected(possible[0], 0.9)
        return Heard(found.language, found.probability, segments)

    def _segments(self, sound: Iterable[Samples]) -> Iterator[Segment]:
        start = 0
        for block in sound:
            end = start + len(block)
            if len(block) and abs(block).max() > _SILENT:
                times = (start * 1000 // RATE, end * 1000 // RATE)
                words = (Word(*times, "loud", 0.9),)
                yield Segment(start=times[0], end=times[1], text="loud", words=words)
            start = end
