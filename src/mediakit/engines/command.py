"""Any program as a speech engine: it is given a WAV file and prints Whisper's JSON.

So a model made elsewhere (NeMo, sherpa-onnx, a service the person chose) can be
used. What the program does is its own affair: it may use the network.
"""

import contextlib
import os
import subprocess
import tempfile
import wave
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from mediakit.engines.base import (
    RATE,
    Heard,
    Options,
    Samples,
    Task,
    spoken_languages,
)
from mediakit.engines.environment import last_words
from mediakit.engines.flags import Signs, flagged
from mediakit.engines.models import Model
from mediakit.errors.base import Reason, sentence
from mediakit.errors.engines import EngineFailed, LanguageUnknown, TranslationUnknown
from mediakit.files import reason
from mediakit.model.language import primary
from mediakit.model.transcript import Segment

NAME = "command"
SOUND, LANGUAGE = "{sound}", "{language}"
"""What stands in its words for the WAV file and the language."""

DETECT = "auto"
"""What stands for the language if the program is to find it."""

# a slow program on an old laptop hears a minute of speech in half an hour
_SECONDS = 120
_SECONDS_A_SECOND = 30
_MOST_PRINTED = 20_000_000


@dataclass(frozen=True, slots=True)
class Printed:
    """What a program printed, once understood.

    Attributes:
        language: BCP 47 tag, or empty.
        segments: In order.
    """

    language: str
    segments: tuple[Segment, ...]


Reader = Callable[[bytes, int], Printed]
"""Turns what is printed about a sound of some milliseconds into segments."""


@dataclass(frozen=True, slots=True)
class CommandEngine:
    """A program; see `Engine`.

    Attributes:
        words: The program and its arguments, with SOUND and LANGUAGE in them.
        languages: BCP 47 tags of the languages it knows.
        read: Understands what it prints.
    """

    words: tuple[str, ...]
    languages: tuple[str, ...]
    read: Reader
    name: str = NAME
    device: str = "program"

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
            printed = self._printed(path, primary(told) if told else DETECT, duration)
        found = self.read(printed, duration)
        language = told or found.language
        if language and primary(language) not in map(primary, possible):
            raise LanguageUnknown(language=language)
        return Heard(language, None, _flagged(found.segments))

    def _printed(self, path: Path, language: str, duration: int) -> bytes:
        values = {SOUND: str(path), LANGUAGE: language}
        words = [_filled(word, values) for word in self.words]
        limit = _SECONDS + _SECONDS_A_SECOND * duration / 1000
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as log:
            try:
                with _running(words, out, log) as process:
                    status = process.wait(limit)
            except OSError as error:
                raise EngineFailed(
                    engine=self.words[0], reason=reason(error)
                ) from error
            except subprocess.TimeoutExpired as error:
                slow = Reason(
                    sentence("it took more than {seconds} s"), seconds=round(limit)
                )
                raise EngineFailed(engine=self.words[0], reason=slow) from error
            if status:
                raise EngineFailed(engine=self.words[0], reason=last_words(status, log))
            out.seek(0)
            return out.read(_MOST_PRINTED + 1)


def load(model: Model, read: Reader) -> CommandEngine:
    """Return a program that somebody added as a model."""
    return CommandEngine(model.command, model.languages, read)


@contextlib.contextmanager
def _running(
    words: list[str], out: IO[bytes], log: IO[bytes]
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=out, stderr=log, env={**os.environ}
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _filled(word: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        word = word.replace(name, value)
    return word


def _write(path: Path, sound: Iterable[Samples]) -> int:
    """Write 16-bit mono samples; return their length in milliseconds."""
    import numpy as np

    count = 0
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for block in sound:
            file.writeframes((np.clip(block, -1, 1) * 32767).astype("<i2").tobytes())
            count += len(block)
    return count * 1000 // RATE


def _flagged(segments: Iterable[Segment]) -> Iterator[Segment]:
    before = None
    for segment in segments:
        before = flagged(segment, before, Signs())
        yield before
