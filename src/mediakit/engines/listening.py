"""What the Whisper libraries share: from windows of speech to segments."""

import contextlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from mediakit.engines.base import (
    RATE,
    Heard,
    Options,
    Samples,
    spoken_languages,
)
from mediakit.engines.environment import first_line
from mediakit.engines.flags import UNSURE_LANGUAGE, flagged
from mediakit.engines.whisper_languages import code
from mediakit.engines.windows import Window, windows
from mediakit.errors import EngineFailed, LanguageNotSaid
from mediakit.model.language import primary
from mediakit.model.transcript import Segment, Word

# windows listened to before giving up on a sure answer
_DETECTION_WINDOWS = 3


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word as a library gives it; times in seconds from the window's beginning."""

    start: float
    end: float
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """A segment as a library gives it; times in seconds from the window's beginning."""

    start: float
    end: float
    text: str
    words: tuple[SpokenWord, ...]
    log_probability: float
    no_speech: float


class Listener(Protocol):
    """A speech library with a Whisper model, given one window at a time."""

    @property
    def device(self) -> str:
        """What it computes on."""

    def guess(self, samples: Samples) -> dict[str, float]:
        """Return the probability of each language, by Whisper's code."""

    def listen(self, samples: Samples, language: str, beam: int) -> Iterable[Spoken]:
        """Return what is said; *language* is Whisper's code."""


@dataclass(frozen=True, slots=True)
class WhisperEngine:
    """A Whisper model in one of its libraries; see `Engine`.

    Attributes:
        name: The name of the library.
        listener: The library, with the model loaded.
        languages: BCP 47 tags of the languages the model knows.
    """

    name: str
    listener: Listener
    languages: tuple[str, ...]

    @property
    def device(self) -> str:
        """What it computes on."""
        return self.listener.device

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen to one recording; see `Engine`."""
        possible = spoken_languages(options.languages, self.languages)
        if len(possible) > 1 and not all(code(primary(tag)) for tag in possible):
            raise LanguageNotSaid(languages=", ".join(possible))
        found = windows(sound, skip_silence=options.skip_silence)
        first = list(islice(found, _DETECTION_WINDOWS))
        language, probability, spoken_as = self._language(first, possible)
        heard = self._heard(chain(first, found), spoken_as, options.beam)
        return Heard(language, probability, _segments(heard, probability))

    def _heard(
        self, found: Iterable[Window], language: str, beam: int
    ) -> Iterator[tuple[Window, Spoken]]:
        for window in found:
            with _failures_of(self.name):
                for spoken in self.listener.listen(window.samples, language, beam):
                    yield window, spoken

    def _guess(self, window: Window) -> dict[str, float]:
        with _failures_of(self.name):
            return self.listener.guess(window.samples)

    def _language(
        self, first: list[Window], possible: tuple[str, ...]
    ) -> tuple[str, float | None, str]:
        """Return the language, its probability if detected, and Whisper's code."""
        if len(possible) == 1:
            return possible[0], None, self._spoken_as(first, possible[0])
        if not first:
            return "", None, ""
        tags = {code(primary(tag)) or "": tag for tag in possible}
        best, sureness = "", -1.0
        for window in first:
            guess = self._guess(window)
            likeliest = max(tags, key=lambda name: guess.get(name, 0.0))
            if guess.get(likeliest, 0.0) > sureness:
                best, sureness = likeliest, guess.get(likeliest, 0.0)
            if sureness >= UNSURE_LANGUAGE:
                break
        return tags[best], round(sureness, 3), best

    def _spoken_as(self, first: list[Window], language: str) -> str:
        """Return Whisper's code to listen with, for the only possible language."""
        known = code(primary(language))
        if known or not first:
            return known or ""
        # a model made for a language Whisper has no token for was trained under
        # a token it has, and hears that one in such speech
        guess = self._guess(first[0])
        return max(guess, key=lambda name: guess[name])


@contextlib.contextmanager
def _failures_of(engine: str) -> Iterator[None]:
    try:
        yield
    # what CTranslate2 and PyTorch raise, for want of memory most of all
    except (RuntimeError, MemoryError) as error:
        raise EngineFailed(engine=engine, reason=first_line(error)) from error


def _segments(
    heard: Iterable[tuple[Window, Spoken]], sureness: float | None
) -> Iterator[Segment]:
    """Yield segments in whole milliseconds of the recording, none before another."""
    before, reached = None, 0
    for window, spoken in heard:
        if spoken.text.strip():
            segment = _placed(spoken, window, reached)
            length = _milliseconds(len(window.samples))
            past_end = round(spoken.end * 1000) - length
            before = flagged(segment, before, past_end=past_end, sureness=sureness)
            reached = segment.end
            yield before


def _placed(spoken: Spoken, window: Window, reached: int) -> Segment:
    first, last = _milliseconds(window.start), _milliseconds(window.end)

    def place(seconds: float, earliest: int) -> int:
        return max(earliest, min(first + round(seconds * 1000), last))

    words: list[Word] = []
    for said in spoken.words:
        if text := said.text.strip():
            start = place(said.start, words[-1].end if words else reached)
            end = place(said.end, start)
            words.append(Word(start, end, text, round(said.probability, 3)))
    start = words[0].start if words else place(spoken.start, reached)
    end = words[-1].end if words else place(spoken.end, start)
    return Segment(
        start=start,
        end=end,
        text=spoken.text.strip(),
        words=tuple(words),
        probability=round(min(1.0, math.exp(spoken.log_probability)), 3),
        no_speech=round(spoken.no_speech, 3),
    )


def _milliseconds(samples: int) -> int:
    return samples * 1000 // RATE
