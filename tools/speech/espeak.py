"""Say a sentence with espeak-ng's library, and know when every word begins.

The command line only gives sound; the library also gives one event per word,
which is the truth that word times are measured against.
"""

import ctypes
import ctypes.util
import os
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 16_000

_SYNCHRONOUS = 2
_WORD_EVENT = 1
_UTF8 = 1
_SPEED, _PITCH, _RANGE = 1, 3, 4
_AUDIBLE = 200
_LEAD, _TAIL = RATE // 40, RATE // 20

Samples = NDArray[np.int16]


@dataclass(frozen=True)
class Voice:
    """How a sentence is said: an espeak-ng voice such as ``fr+f2``, and its manner."""

    name: str
    words_per_minute: int = 150
    pitch: int = 50
    liveliness: int = 50


@dataclass(frozen=True)
class Word:
    """A word as written between two spaces, and when it is heard, in seconds."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Utterance:
    """One sentence said: 16 kHz samples without outer silence, and its words."""

    samples: Samples
    words: tuple[Word, ...]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    ]


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


def say(text: str, voice: Voice) -> Utterance:
    """Say *text* and return its sound and the times of its words."""
    samples, events, rate = _Speaker.shared().speak(text, voice)
    sound = _resampled(samples, rate)
    audible = np.flatnonzero(np.abs(sound) > _AUDIBLE)
    first = max(0, int(audible[0]) - _LEAD)
    last = min(len(sound), int(audible[-1]) + _TAIL)
    starts = [(place, at - first / RATE) for place, at in events]
    clipped = np.clip(sound[first:last], -32768, 32767).astype(np.int16)
    return Utterance(clipped, _words(text, starts, clipped))


class _Speaker:
    """The library, opened once per process (it keeps global state)."""

    @staticmethod
    @cache
    def shared() -> "_Speaker":
        return _Speaker()

    def __init__(self) -> None:
        name = ctypes.util.find_library("espeak-ng") or "libespeak-ng.so.1"
        self._library = ctypes.CDLL(name)
        data = os.environ.get("ESPEAK_DATA_PATH")
        path = data.encode() if data else None
        self._rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, path, 0))
        if self._rate <= 0:
            raise OSError("espeak-ng found no voices: install espeak-ng-data")
        self._callback = _Callback(self._receive)
        self._library.espeak_SetSynthCallback(self._callback)
        self._pieces: list[NDArray[np.int16]] = []
        self._events: list[tuple[int, float]] = []

    def speak(
        self, text: str, voice: Voice
    ) -> tuple[NDArray[np.int16], list[tuple[int, float]], int]:
        """Return samples, (character, second) of each word event, and the rate."""
        self._pieces, self._events = [], []
        if self._library.espeak_SetVoiceByName(voice.name.encode()) != 0:
            raise ValueError(f"espeak-ng has no voice {voice.name!r}")
        settings = (_SPEED, voice.words_per_minute), (_PITCH, voice.pitch)
        for setting, value in (*settings, (_RANGE, voice.liveliness)):
            self._library.espeak_SetParameter(setting, value, 0)
        raw = text.encode()
        self._library.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, _UTF8, None, None)
        return np.concatenate(self._pieces), self._events, self._rate

    # Any: a ctypes pointer to an array of events has no usable static type.
    def _receive(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._pieces.append(np.ctypeslib.as_array(samples, (count,)).copy())
        index = 0
        while events[index].type != 0:
            if events[index].type == _WORD_EVENT:
                event = events[index]
                self._events.append(
                    (event.text_position - 1, event.audio_position / 1000)
                )
            index += 1
        return 0


def _resampled(samples: NDArray[np.int16], rate: int) -> NDArray[np.float64]:
    """Change the rate to 16 kHz by cutting the spectrum."""
    padded = np.pad(samples.astype(np.float64), (0, -len(samples) % 441 + 441))
    length = len(padded) * RATE // rate
    spectrum = np.fft.rfft(padded)[: length // 2 + 1]
    return np.fft.irfft(spectrum, length) * (length / len(padded))


def _words(
    text: str, events: list[tuple[int, float]], samples: Samples
) -> tuple[Word, ...]:
    """Give every written word its start, sharing a start between words said as one."""
    places = [match for match in re.finditer(r"\S+", text) if _is_said(match[0])]
    total = len(samples) / RATE
    starts: list[float | None] = []
    for match in places:
        inside = [at for place, at in events if match.start() <= place < match.end()]
        starts.append(min(inside) if inside else None)
    known = _without_gaps(starts, [len(match[0]) for match in places], total)
    ends = [*known[1:], total]
    return tuple(
        Word(match[0], start, _last_audible(samples, start, end))
        for match, start, end in zip(places, known, ends, strict=True)
    )


def _is_said(word: str) -> bool:
    return any(character.isalnum() for character in word)


def _without_gaps(
    starts: list[float | None], lengths: list[int], total: float
) -> list[float]:
    """Place words that had no event of their own between their neighbours."""
    known = [max(0.0, start) if start is not None else None for start in starts]
    known[0] = 0.0
    filled: list[float] = []
    for index, start in enumerate(known):
        if start is None:
            after = next(
                (i for i in range(index, len(known)) if known[i] is not None),
                len(known),
            )
            until = known[after] if after < len(known) else total
            share = lengths[index - 1] / sum(lengths[index - 1 : after])
            filled.append(filled[-1] + share * ((until or total) - filled[-1]))
        else:
            filled.append(start)
    return filled


def _last_audible(samples: Samples, start: float, end: float) -> float:
    """Return when a word's sound stops, before the pause that follows it."""
    first, last = int(start * RATE), int(end * RATE)
    audible = np.flatnonzero(np.abs(samples[first:last].astype(np.int32)) > _AUDIBLE)
    return start + (int(audible[-1]) + 1) / RATE if len(audible) else end
