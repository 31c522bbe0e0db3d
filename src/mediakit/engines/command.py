"""Any program as a speech engine: it is given a WAV file and prints Whisper's JSON.

So a model made elsewhere (NeMo, sherpa-onnx, a service the person chose) can be
used. What the program does is its own affair: it may use the network. It is given a
recording as a whole, and heeds no options but the language.
"""

import tempfile
import wave
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.engines.base import (
    RATE,
    Heard,
    Options,
    Samples,
    Task,
    loudness,
    spoken_languages,
)
from mediakit.engines.environment import reason_of
from mediakit.engines.flags import Signs, flagged
from mediakit.engines.models import Model
from mediakit.engines.program import printed
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.engines import LanguageUnknown, ProgramFailed, TranslationUnknown
from mediakit.errors.library import WriteFailed
from mediakit.files import reason
from mediakit.model.language import primary
from mediakit.model.transcript import Segment, Word

NAME = "command"
SOUND, LANGUAGE = "{sound}", "{language}"
"""What stands in its words for the WAV file and the language."""

DETECT = "auto"
"""What stands for the language if the program is to find it."""

# a slow program on an old laptop hears a minute of speech in half an hour
_SECONDS = 120
_SECONDS_A_SECOND = 30


@dataclass(frozen=True, slots=True)
class Printed:
    """What a program printed, once understood.

    Attributes:
        language: BCP 47 tag, or empty.
        segments: In order; they may go on past the end of the sound.
        repairs: What had to be mended or left out, one sentence each (English).
    """

    language: str
    segments: tuple[Segment, ...]
    repairs: tuple[str, ...] = ()


Reader = Callable[[bytes], Printed]
"""Turns what is printed into segments, or raises a `MediakitError`."""


@dataclass(frozen=True, slots=True)
class CommandEngine:
    """A program; see `Engine`.

    Attributes:
        model: What people call it.
        words: The program and its arguments, with SOUND and LANGUAGE in them.
        languages: BCP 47 tags of the languages it knows.
        read: Understands what it prints.
    """

    model: str
    words: tuple[str, ...]
    languages: tuple[str, ...]
    read: Reader
    name: str = NAME
    device: str = "program"
    unheeded: frozenset[str] = frozenset({"prompt", "beam", "batch", "skip-silence"})

    def not_prompted(self, prompt: str) -> str:
        """Return the prompt: programs are given none."""
        return prompt

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen to one recording; see `Engine`."""
        possible = spoken_languages(options.languages, self.languages)
        if options.task is Task.TRANSLATE:
            raise TranslationUnknown(engine=self.name, languages=", ".join(possible))
        before = options.detected.language if options.detected else ""
        told = possible[0] if len(possible) == 1 else before
        with tempfile.TemporaryDirectory(prefix="mediakit-") as folder:
            path = Path(folder, "sound.wav")
            duration = _write(path, sound)
            found = self._understood(path, told, duration)
            last = options.detected.last if options.detected else None
            segments = tuple(_flagged(found.segments, last, path, duration))
        language = told or found.language
        if language and primary(language) not in map(primary, possible):
            raise LanguageUnknown(language=language)
        return Heard(language, None, iter(segments), found.repairs)

    def _understood(self, path: Path, told: str, duration: int) -> Printed:
        values = {SOUND: str(path), LANGUAGE: primary(told) if told else DETECT}
        words = [_filled(word, values) for word in self.words]
        limit = _SECONDS + _SECONDS_A_SECOND * duration / 1000
        content = printed(words, name=self.model, seconds=limit)
        try:
            return self.read(content)
        except MediakitError as error:
            why = Reason(
                sentence("what it printed is not Whisper's JSON: {reason}"),
                reason=reason_of(error),
            )
            raise ProgramFailed(program=self.model, reason=why) from error


def load(model: Model, read: Reader) -> CommandEngine:
    """Return a program that somebody added as a model."""
    return CommandEngine(model.name, model.command, model.languages, read)


def _filled(word: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        word = word.replace(name, value)
    return word


def _write(path: Path, sound: Iterable[Samples]) -> int:
    """Write 16-bit mono samples; return their length in milliseconds.

    Raises:
        WriteFailed: There is no room for it.
    """
    import numpy as np

    count = 0
    try:
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            for block in sound:
                file.writeframes(
                    (np.clip(block, -1, 1) * 32767).astype("<i2").tobytes()
                )
                count += len(block)
    except OSError as error:
        raise WriteFailed(path=str(path), reason=reason(error)) from error
    return count * 1000 // RATE


def _flagged(
    segments: Sequence[Segment], before: Segment | None, path: Path, duration: int
) -> Iterator[Segment]:
    """Yield segments inside the sound at *path*, with what is doubtful about them."""
    import numpy as np

    with wave.open(str(path)) as file:
        for said in segments:
            segment = _inside(said, duration)
            file.setpos(segment.start * RATE // 1000)
            count = (segment.end - segment.start) * RATE // 1000
            samples = np.frombuffer(file.readframes(count), "<i2") / np.float32(32768)
            signs = Signs(past_end=said.end - duration, loudness=loudness(samples))
            before = flagged(segment, before, signs)
            yield before


def _inside(segment: Segment, duration: int) -> Segment:
    """Return a segment that stops with the sound, though it may be all after it."""
    return replace(
        segment,
        start=min(segment.start, duration),
        end=min(segment.end, duration),
        words=tuple(
            Word(min(w.start, duration), min(w.end, duration), w.text, w.probability)
            for w in segment.words
        ),
    )
