"""Make recordings to measure the model on, with the truth about them.

Voice variants, seeds and noises are not those of training.
"""

import random
from dataclasses import dataclass

import numpy as np

from tools.speech.acoustics import (
    Noises,
    Sound,
    happens,
    in_a_room,
    through_a_microphone,
)
from tools.speech.corpus import LANGUAGES, draw
from tools.speech.espeak import RATE, Voice, Word, say
from tools.speech.synthesise import draw_voice


@dataclass(frozen=True)
class Spoken:
    """A sentence of a recording, its times in seconds from the beginning."""

    text: str
    start: float
    end: float
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Recording:
    """Sound and what is said in it; no language if nothing is."""

    sound: Sound
    language: str | None
    sentences: tuple[Spoken, ...]

    @property
    def seconds(self) -> float:
        """Return how long the recording is."""
        return len(self.sound) / RATE


class Studio:
    """Makes recordings of each kind, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._noises = Noises(seed)

    def single(self) -> Recording:
        """Return one sentence with a little silence around it."""
        language = self._chance.choice(LANGUAGES)
        return self._record(language, [self._voice(language)], 1, 0, 0)

    def long(self) -> Recording:
        """Return one to two minutes of one or two speakers, with pauses."""
        language = self._chance.choice(LANGUAGES)
        voices = [self._voice(language) for _ in range(self._chance.choice((1, 2)))]
        return self._record(language, voices, 60, self._chance.uniform(60, 115), 3)

    def nothing(self) -> Recording:
        """Return silence or noise alone, five to fifty seconds of it."""
        length = int(self._chance.uniform(5, 50) * RATE)
        level = self._chance.choice((0.0, 10 ** self._chance.uniform(-4, -1.3)))
        noise = self._noises.draw(length, self._chance) * np.float32(level)
        return Recording(np.clip(noise, -1, 1), None, ())

    def _voice(self, language: str) -> Voice:
        return draw_voice(language, self._chance, unseen=True)

    def _record(
        self,
        language: str,
        voices: list[Voice],
        count: int,
        seconds: float,
        longest_pause: float,
    ) -> Recording:
        at = self._chance.uniform(0.1, 0.8)
        pieces: list[Sound] = [np.zeros(int(at * RATE), np.float32)]
        sentences: list[Spoken] = []
        at = len(pieces[0]) / RATE
        while len(sentences) < count and (not sentences or at < seconds):
            text = draw(language, self._chance)
            said = say(text, self._chance.choice(voices))
            end = at + len(said.samples) / RATE
            words = tuple(
                Word(word.text, at + word.start, at + word.end) for word in said.words
            )
            sentences.append(Spoken(text, at, end, words))
            pause = self._chance.uniform(0.2, max(longest_pause, 1))
            silence = np.zeros(int(pause * RATE), np.float32)
            voiced: Sound = np.asarray(said.samples / 32768, np.float32)
            pieces += [voiced, silence]
            at = end + len(silence) / RATE
        sound = self._through_air(np.concatenate(pieces))
        return Recording(sound, language, tuple(sentences))

    def _through_air(self, sound: Sound) -> Sound:
        if happens(self._chance, 0.3):
            sound = in_a_room(sound, self._chance)
        sound = through_a_microphone(sound, self._chance)
        level = float(np.sqrt(np.mean(sound**2)))
        below = self._chance.uniform(18, 45)
        noise = self._noises.draw(len(sound), self._chance)
        sound = sound + noise * np.float32(level * 10 ** (-below / 20))
        gain = 10 ** self._chance.uniform(-0.9, 0)
        loud = np.float32(gain / np.abs(sound).max())
        return np.asarray(np.clip(sound * loud, -1, 1), np.float32)
