"""What the Whisper libraries share: from windows of speech to segments."""

import contextlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Protocol

from mediakit.engines.base import (
    RATE,
    Heard,
    Options,
    Samples,
    Task,
    loudness,
    spoken_languages,
)
from mediakit.engines.detecting import Guessing, find_language, tell_apart
from mediakit.engines.environment import first_line
from mediakit.engines.flags import Signs, flagged
from mediakit.engines.whisper_languages import code
from mediakit.engines.windows import Window, windows
from mediakit.errors.engines import EngineFailed, TranslationUnknown
from mediakit.errors.interpreting import LanguageNotSaid
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
    """A speech library with a Whisper model, given some windows at a time."""

    @property
    def device(self) -> str:
        """What it computes on."""

    @property
    def unheeded(self) -> frozenset[str]:
        """The options it has no use for; see `Engine`."""

    @property
    def translates(self) -> bool:
        """Whether its model was taught to translate into English."""

    def not_prompted(self, prompt: str) -> str:
        """Return the beginning of a prompt that is cut off; see `Engine`."""

    def guess(self, samples: Samples) -> dict[str, float]:
        """Return the probability of each language, by Whisper's code."""

    def listen(
        self, windows: Sequence[Samples], language: str, options: Options
    ) -> Iterable[tuple[int, Spoken]]:
        """Return what is said, in order, with the number of the window.

        Args:
            windows: So many at once as the options say, or fewer.
            language: Whisper's code of what is spoken in all of them.
            options: The beam, the task and the prompt.
        """


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

    @property
    def unheeded(self) -> frozenset[str]:
        """The options it has no use for; see `Engine`."""
        return self.listener.unheeded

    def not_prompted(self, prompt: str) -> str:
        """Return the beginning of a prompt that is cut off; see `Engine`."""
        return self.listener.not_prompted(prompt)

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen to one recording; see `Engine`."""
        possible = spoken_languages(options.languages, self.languages)
        told_apart = all(code(primary(tag)) for tag in possible)
        if len(possible) > 1 and not told_apart:
            raise LanguageNotSaid(languages=", ".join(possible))
        if options.task is Task.TRANSLATE and not (
            self.listener.translates and told_apart
        ):
            raise TranslationUnknown(engine=self.name, languages=", ".join(possible))
        found = windows(sound, skip_silence=options.skip_silence)
        first = list(islice(found, _DETECTION_WINDOWS))
        guessing = Guessing(self._guess)
        language, probability, spoken_as = find_language(
            guessing, first, possible, options.detected
        )
        tagged = tell_apart(guessing, chain(first, found), possible, spoken_as)
        heard = self._heard(tagged, options)
        return Heard(language, probability, _segments(heard, probability, options))

    def _guess(self, samples: Samples) -> dict[str, float]:
        with _failures_of(self.name):
            return self.listener.guess(samples)

    def _heard(
        self, found: Iterable[tuple[Window, str, str]], options: Options
    ) -> Iterator[tuple[Window, str, Spoken]]:
        for some in _batches(found, options.batch):
            with _failures_of(self.name):
                for number, spoken in self.listener.listen(
                    [window.samples for window, _tag, _code in some],
                    some[0][2],
                    options,
                ):
                    window, language, _code = some[number]
                    yield window, language, spoken


@contextlib.contextmanager
def _failures_of(engine: str) -> Iterator[None]:
    try:
        yield
    # RuntimeError for want of memory most of all, but anything where a library errs
    except Exception as error:
        raise EngineFailed(engine=engine, reason=first_line(error)) from error


def _batches(
    found: Iterable[tuple[Window, str, str]], count: int
) -> Iterator[list[tuple[Window, str, str]]]:
    """Yield windows that follow each other in one language, *count* at most."""
    some: list[tuple[Window, str, str]] = []
    for one in found:
        if some and (len(some) == count or some[-1][2] != one[2]):
            yield some
            some = []
        some.append(one)
    if some:
        yield some


def _segments(
    heard: Iterable[tuple[Window, str, Spoken]],
    sureness: float | None,
    options: Options,
) -> Iterator[Segment]:
    """Yield segments in whole milliseconds of the recording, none before another."""
    before = options.detected.last if options.detected else None
    reached = 0
    for window, language, spoken in heard:
        if spoken.text.strip():
            # the first word is stretched over the silence before it otherwise
            earliest = max(reached, _milliseconds(window.voice))
            segment = replace(_placed(spoken, window, earliest), language=language)
            signs = Signs(
                past_end=round(spoken.end * 1000) - _milliseconds(len(window.samples)),
                loudness=_loudness(segment, window),
                sureness=sureness,
                prompt=options.prompt,
            )
            before = flagged(segment, before, signs)
            reached = segment.end
            yield before


def _loudness(segment: Segment, window: Window) -> float:
    first = segment.start * RATE // 1000 - window.start
    last = segment.end * RATE // 1000 - window.start
    return loudness(window.samples[max(0, first) : last])


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
