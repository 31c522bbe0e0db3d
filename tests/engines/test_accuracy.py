"""How well the demo model hears voices and speeds that it was not taught with."""

import random
import re
import statistics
from collections.abc import Iterator
from ctypes.util import find_library
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import pytest

from mediakit.engines.base import RATE, Engine, Heard, Options, Samples
from mediakit.engines.demo import demo_models
from mediakit.engines.registry import load
from mediakit.model.transcript import Word
from tests.extras import REAL_ENGINES, missing
from tests.fakes.program import read_nothing
from tools.speech.corpus import LANGUAGES, draw
from tools.speech.espeak import Word as SaidWord
from tools.speech.espeak import say
from tools.speech.synthesise import draw_voice

_COUNT = 12  # sentences a language
_AROUND = 0.4  # seconds of silence before and after
_CLOSE = 200  # milliseconds


@dataclass(frozen=True)
class Sentence:
    """A sentence as it was said."""

    language: str
    sound: Samples
    words: tuple[SaidWord, ...]


@dataclass(frozen=True)
class Result:
    """A sentence, and what was heard in it."""

    said: Sentence
    language: str
    words: tuple[Word, ...]


pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    """Say sentences of the demo, with voices kept from its training."""
    if find_library("espeak-ng") is None:
        missing("espeak-ng says the sentences")
    return [*_sentences(random.Random(7))]


def _sentences(chance: random.Random) -> Iterator[Sentence]:
    silence = np.zeros(round(_AROUND * RATE), np.float32)
    for number in range(_COUNT * len(LANGUAGES)):
        language = LANGUAGES[number % len(LANGUAGES)]
        voice = draw_voice(language, chance, unseen=True)
        said = say(draw(language, chance), voice)
        voiced = said.samples.astype(np.float32) / 32768
        yield Sentence(language, np.concatenate([silence, voiced, silence]), said.words)


@pytest.fixture(scope="module", params=REAL_ENGINES)
def results(request: pytest.FixtureRequest, sentences: list[Sentence]) -> list[Result]:
    """Transcribe every sentence with each engine."""
    model = next(model for model in demo_models() if model.engine == request.param)
    engine = load(model, threads=1, read=read_nothing)
    return [_heard(engine, sentence) for sentence in sentences]


def _heard(engine: Engine, sentence: Sentence) -> Result:
    heard: Heard = engine.transcribe([sentence.sound], Options())
    words = tuple(word for segment in heard.segments for word in segment.words)
    return Result(sentence, heard.language, words)


def test_the_words_are_right(results: list[Result]) -> None:
    """At most three words of a hundred are wrong, missing or too many."""
    wrong = sum(_wrong(_plain(r.said.words), _plain(r.words)) for r in results)
    total = sum(len(result.said.words) for result in results)

    assert 0.03 >= wrong / total


def test_the_language_is_right(results: list[Result]) -> None:
    """Of nineteen sentences in twenty at least."""
    right = sum(r.said.language == r.language for r in results)

    assert 0.95 <= right / len(results)


def test_the_times_of_words_are_right(results: list[Result]) -> None:
    """Of fifty words, at most one begins more than 200 ms from where it is said."""
    errors = [error for result in results for error in _errors(result)]

    assert 0.98 <= sum(error <= _CLOSE for error in errors) / len(errors)
    assert 50 >= statistics.median(errors)


def _errors(result: Result) -> Iterator[float]:
    """Yield how many milliseconds the words that are right begin early or late."""
    said, heard = _plain(result.said.words), _plain(result.words)
    for block in SequenceMatcher(
        None, said, heard, autojunk=False
    ).get_matching_blocks():
        for place in range(block.size):
            begun = (result.said.words[block.a + place].start + _AROUND) * 1000
            yield abs(result.words[block.b + place].start - begun)


def _plain(words: tuple[SaidWord, ...] | tuple[Word, ...]) -> list[str]:
    return [re.sub(r"[^\w']", "", word.text).lower() for word in words]


def _wrong(said: list[str], heard: list[str]) -> int:
    """Return the least number of words to change, add or take out."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, start=1):
        before, row[0] = row[0], number
        for column, other in enumerate(heard, start=1):
            kept = before + (word != other)
            before = row[column]
            row[column] = min(kept, row[column] + 1, row[column - 1] + 1)
    return row[-1]
