"""Make training windows: a stretch of a recording, and what to answer to it.

A window is what an engine really hands to the model: it may begin in silence, at
the end of the sentence before, or within a sentence; it may end with the recording
or cut a sentence in two. The answer then follows Whisper's own habits: a sentence
that is cut by the end of the window is only announced by its first timestamp, so
that the engine comes back to it.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import IterableDataset

from tools.speech.acoustics import (
    BINS,
    Noises,
    Sound,
    happens,
    in_a_room,
    log_mel,
    microphone,
)
from tools.speech.corpus import LANGUAGES
from tools.speech.espeak import RATE
from tools.speech.synthesise import Pool, Sentence
from tools.speech.vocabulary import HeardToken, Vocabulary

FRAMES_PER_SECOND = 50
IGNORED = -100
NOWHERE = (-1, -1)

_LATEST_FIRST_TIMESTAMP = 1.0
_LONGEST_MARK = 2.0
_KEPT = 30
# English is said in more accents here, and takes longer to learn.
_SHARES = (0.43, 0.57)


@dataclass(frozen=True)
class Placed:
    """A sentence at a time of the window, which may lie partly outside it."""

    sentence: Sentence
    start: float
    end: float
    tokens: tuple[HeardToken, ...]

    def within(self, start: float, end: float) -> tuple[HeardToken, ...]:
        """Return the tokens of the words that can be heard between two times."""
        words = [
            word
            for word in self.sentence.words
            if self.start + 0.6 * word.start + 0.4 * word.end >= start
            and self.start + 0.4 * word.start + 0.6 * word.end <= end
        ]
        if not words:
            return ()
        first, last = words[0].start - 0.01, words[-1].end + 0.01
        return tuple(
            token
            for token in self.tokens
            if token.start >= first
            and (token.start if token.is_mark else token.end) <= last
        )


@dataclass(frozen=True)
class Step:
    """One decoding step: the token given, the one expected, where it is heard."""

    given: int
    expected: int
    heard: tuple[int, int] = NOWHERE


@dataclass(frozen=True)
class Window:
    """Features, decoding steps and what each 20 ms frame says.

    A window shorter than Whisper's 30 seconds may stand for a later part of one,
    *shift* frames from its beginning: short windows then teach all positions.
    """

    features: torch.Tensor
    steps: tuple[Step, ...]
    said: torch.Tensor
    shift: int


@dataclass(frozen=True)
class Batch:
    """Several windows of the same length."""

    features: torch.Tensor
    given: torch.Tensor
    expected: torch.Tensor
    heard: torch.Tensor
    said: torch.Tensor
    shift: torch.Tensor


class Windows(IterableDataset[Batch]):
    """An endless supply of batches, each seen twice, the same for the same seed."""

    def __init__(
        self, pool: Path, shapes: tuple[tuple[float, int, float], ...], seed: int
    ) -> None:
        """Take ``(seconds, windows in a batch, share of batches)`` shapes."""
        self._pool = pool
        self._shapes = shapes
        self._seed = seed

    def __iter__(self) -> Iterator[Batch]:
        torch.set_num_threads(1)
        maker = WindowMaker(Pool(self._pool), Vocabulary(), self._seed)
        chance = random.Random(self._seed)
        shares = [share for _, _, share in self._shapes]
        kept: list[Batch] = []
        while True:
            seconds, count, _ = chance.choices(self._shapes, shares)[0]
            batch = _batch([maker.make(seconds) for _ in range(count)])
            yield batch
            kept.append(batch)
            if len(kept) > _KEPT:
                yield kept.pop(chance.randrange(len(kept)))


class WindowMaker:
    """Draws windows from a pool of sentences."""

    def __init__(self, pool: Pool, vocabulary: Vocabulary, seed: int) -> None:
        self._pool = pool
        self._vocabulary = vocabulary
        self._chance = random.Random(seed)
        self._voices: dict[str, dict[str, list[Sentence]]] = {
            language: defaultdict(list) for language in LANGUAGES
        }
        for sentence in pool.sentences:
            self._voices[sentence.language][sentence.voice].append(sentence)
        self._noises = Noises(seed, self._babble())
        self._shift = 0.0

    def make(self, seconds: float) -> Window:
        """Draw one window of a length."""
        (language,) = self._chance.choices(LANGUAGES, _SHARES)
        if happens(self._chance, 0.05):
            placed: list[Placed] = []
            until = self._chance.choice((seconds, self._chance.uniform(1, seconds)))
        else:
            placed = self._recording(language, seconds)
            until = self._content_end(placed, seconds)
        sound = self._sound(placed, until)
        shift = 0
        if happens(self._chance, 0.6):
            shift = self._chance.randint(0, int((30 - seconds) * FRAMES_PER_SECOND))
        self._shift = shift / FRAMES_PER_SECOND
        steps = self._steps(language, placed, until, until >= seconds)
        said = self._said(placed, until, seconds)
        return Window(self._features(sound, seconds), steps, said, shift)

    def _recording(self, language: str, seconds: float) -> list[Placed]:
        voices = self._cast(language)
        count = self._chance.choice((99, 99, 99, 1, self._chance.randint(2, 9)))
        placed: list[Placed] = []
        start: float | None = None
        while len(placed) < count and (start is None or start < seconds):
            sentence = self._chance.choice(self._chance.choice(voices))
            length = sentence.length / RATE
            start = self._opening(length) if start is None else start
            end = start + length
            pause = self._pause()
            tokens = self._vocabulary.heard(sentence.text, sentence.words)
            tokens = _with_pause(tokens, length + min(pause, _LONGEST_MARK))
            placed.append(Placed(sentence, start, end, tokens))
            start = end + pause
        return [one for one in placed if one.end > 0]

    def _cast(self, language: str) -> list[list[Sentence]]:
        """Choose who speaks: mostly one voice, sometimes two or everybody."""
        voices = list(self._voices[language].values())
        return self._chance.sample(voices, self._chance.choice((1, 1, 1, 2, 2, 5)))

    def _opening(self, length: float) -> float:
        """Choose when the first sentence starts; before zero, it is cut."""
        openings = {
            (0, 0.1): 0.15,
            (0, 1): 0.3,
            (1, 6): 0.1,
            (-length - 0.05, -length + 0.08): 0.25,
            (-0.2, 0): 0.05,
            (-length + 0.05, -0.05): 0.15,
        }
        (between,) = self._chance.choices(list(openings), list(openings.values()))
        return self._chance.uniform(*between)

    def _pause(self) -> float:
        if happens(self._chance, 0.7):
            return self._chance.uniform(0.15, 1)
        return self._chance.uniform(1, 3.2)

    def _content_end(self, placed: list[Placed], seconds: float) -> float:
        """Choose when the recording ends, rarely within its last sentence."""
        last = placed[-1] if placed else None
        if last is None:
            return seconds
        if last.end >= seconds:
            return seconds
        if happens(self._chance, 0.06):
            start = max(last.start, 0)
            return min(start + self._chance.uniform(0.3, 1) * (last.end - start), 30)
        after = last.end + self._chance.choice((0.0, 0.1, 0.5, 3)) * (
            self._chance.random()
        )
        return seconds if happens(self._chance, 0.2) else min(after, seconds)

    def _sound(self, placed: list[Placed], until: float) -> Sound:
        length = max(int(until * RATE), RATE // 4)
        sound = np.zeros(length, np.float32)
        loudest = 10 ** self._chance.uniform(-1.3, -0.05)
        swing = self._chance.uniform(0, 7)
        for one in placed:
            samples = self._pool.samples(one.sentence).astype(np.float32)
            gain = 10 ** (-self._chance.uniform(0, swing) / 20)
            samples *= np.float32(gain / (np.abs(samples).max() + 1e-6))
            first = round(one.start * RATE)
            start, stop = max(first, 0), min(first + len(samples), length)
            if start < stop:
                sound[start:stop] += samples[start - first : stop - first]
        if happens(self._chance, 0.3):
            sound = in_a_room(sound, self._chance)
        sound *= np.float32(loudest / (np.abs(sound).max() + 1e-6)) if placed else 0.0
        quiet = happens(self._chance, 0.2)
        if not quiet:
            noise = self._noises.draw(length, self._chance)
            level = np.sqrt(np.mean(sound**2)) if placed else loudest * 0.1
            below = (
                self._chance.uniform(14, 50) if placed else self._chance.uniform(0, 50)
            )
            sound += noise * np.float32(level * 10 ** (-below / 20))
        if happens(self._chance, 0.04):
            sound = np.clip(sound * np.float32(self._chance.uniform(1, 4)), -1, 1)
        whole = np.round(np.clip(sound, -1, 1) * 32767)
        return (whole / 32768).astype(np.float32)

    def _features(self, sound: Sound, seconds: float) -> torch.Tensor:
        """Return features padded as engines do: mostly by zeros, after the fact."""
        louder = self._chance.choice((0.0, 0.0, self._chance.uniform(0, 1.2)))
        codec = self._chance.uniform(3.5, 6) if happens(self._chance, 0.15) else None
        if happens(self._chance, 0.25):
            sound = np.pad(sound, (0, max(0, int(seconds * RATE) - len(sound))))
        gains = microphone(BINS, self._chance)
        features = log_mel(sound, gains, louder_elsewhere=louder, codec_floor=codec)
        if happens(self._chance, 0.3):
            band = self._chance.randrange(72)
            features[band : band + self._chance.randint(1, 8)] = features.min()
        kept = features[:, : int(seconds * 100)]
        return torch.nn.functional.pad(kept, (0, int(seconds * 100) - kept.shape[1]))

    def _steps(
        self, language: str, placed: list[Placed], until: float, goes_on: bool
    ) -> tuple[Step, ...]:
        timed = happens(self._chance, 0.65)
        answer = self._answer(placed, until, goes_on, timed)
        known = self._vocabulary
        start, task = known.special("sot"), known.special("transcribe")
        spoken = bool(answer)
        first = known.language(language) if spoken else known.special("no_speech")
        steps = [*self._prompt(language), Step(start, first)]
        steps.append(Step(known.language(language), IGNORED))
        given = task
        if not timed:
            steps.append(Step(task, IGNORED))
            given = known.special("no_timestamps")
        elif not spoken:
            answer = [(known.timestamp(0), known.timestamp(0), NOWHERE)]
        for as_given, expected, heard in answer:
            steps.append(Step(given, expected, heard))
            given = as_given
        steps.append(Step(given, known.special("eot")))
        return tuple(steps)

    def _answer(
        self, placed: list[Placed], until: float, goes_on: bool, timed: bool
    ) -> list[tuple[int, int, tuple[int, int]]]:
        """Return what is to be decoded: (given next, expected, frames heard in)."""
        answer: list[tuple[int, int, tuple[int, int]]] = []
        for one in placed:
            tokens = one.within(0, until)
            cut = goes_on and one.end > until + 0.03
            if cut and timed and one.start > 0:
                if one.start < until - 0.08:
                    answer.append(self._mark(one.start, first=not answer))
                break
            if not tokens:
                continue
            start, end = max(one.start, 0), min(one.end, until)
            if timed:
                answer.append(self._mark(start, first=not answer))
            for token in tokens:
                span = one.start + token.start, min(one.start + token.end, until)
                answer.append((token.index, token.index, _frames(*span)))
            if timed and not cut:
                answer.append(self._mark(end))
        return answer

    def _mark(
        self, seconds: float, *, first: bool = False
    ) -> tuple[int, int, tuple[int, int]]:
        """Return a timestamp; engines never let the first one be after a second."""
        expected = self._vocabulary.timestamp(self._shift + seconds)
        late = first and self._shift + seconds > _LATEST_FIRST_TIMESTAMP
        allowed = self._chance.uniform(0, _LATEST_FIRST_TIMESTAMP)
        given = self._vocabulary.timestamp(allowed) if late else expected
        return given, expected, _frames(seconds - 0.06, seconds + 0.06)

    def _prompt(self, language: str) -> list[Step]:
        """Return, at times, the words said before the window."""
        if not happens(self._chance, 0.12):
            return []
        known = self._vocabulary
        before = [known.special("sot_prev")]
        for voice in self._chance.choices(list(self._voices[language].values()), k=4):
            sentence = self._chance.choice(voice)
            tokens = known.heard(sentence.text, sentence.words)
            before += [token.index for token in tokens]
        kept = before[: self._chance.randint(2, 60)]
        return [Step(token, IGNORED) for token in kept]

    def _said(self, placed: list[Placed], until: float, seconds: float) -> torch.Tensor:
        silence = self._vocabulary.text_count
        said = torch.full((int(seconds * FRAMES_PER_SECOND),), silence)
        for one in placed:
            for token in one.tokens:
                if not token.is_mark:
                    start = max(one.start + token.start, 0)
                    end = min(one.start + token.end, until)
                    if end > start:
                        first, last = _frames(start, end)
                        said[first:last] = token.index
        return said

    def _babble(self) -> Sound:
        """Return a crowd: many voices at once, backwards so that nothing is said."""
        crowd = np.zeros(40 * RATE, np.float32)
        for sentence in self._chance.choices(self._pool.sentences, k=120):
            samples = self._pool.samples(sentence)[::-1].astype(np.float32)
            start = self._chance.randrange(len(crowd) - len(samples))
            crowd[start : start + len(samples)] += samples
        return crowd


def _with_pause(tokens: tuple[HeardToken, ...], until: float) -> tuple[HeardToken, ...]:
    """Return a sentence's tokens, its last mark lasting through the pause after."""
    last = tokens[-1]
    return (*tokens[:-1], replace(last, end=max(until, last.end)))


def _frames(start: float, end: float) -> tuple[int, int]:
    first = max(int(start * FRAMES_PER_SECOND), 0)
    return first, max(round(end * FRAMES_PER_SECOND), first + 1)


def _batch(windows: list[Window]) -> Batch:
    longest = max(len(window.steps) for window in windows)
    shape = len(windows), longest
    given = torch.zeros(shape, dtype=torch.long)
    expected = torch.full(shape, IGNORED)
    heard = torch.full((*shape, 2), -1)
    for row, window in enumerate(windows):
        for column, step in enumerate(window.steps):
            given[row, column] = step.given
            expected[row, column] = step.expected
            heard[row, column] = torch.tensor(step.heard)
    return Batch(
        torch.stack([window.features for window in windows]),
        given,
        expected,
        heard,
        torch.stack([window.said for window in windows]),
        torch.tensor([window.shift for window in windows]),
    )
