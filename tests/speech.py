"""Recordings of speech, and what is said in them; see samples/speech/README.md."""

import functools
from dataclasses import dataclass
from pathlib import Path

from mediakit.engines.base import RATE, Samples
from mediakit.media.sound import decode
from mediakit.model.timecode import TimeRange

_FOLDER = Path(__file__).with_name("samples") / "speech"


@dataclass(frozen=True)
class Speech:
    """A recording, its length in milliseconds, its language and what is said."""

    name: str
    duration: int
    language: str
    sentences: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The file."""
        return _FOLDER / self.name


FRENCH = Speech("fr.opus", 2350, "fr", ("Nous voulons vivre ensemble.",))
ENGLISH = Speech("en.opus", 2630, "en", ("We want to live together.",))
THREE_FRENCH = Speech(
    "fr-three.opus",
    9150,
    "fr",
    (
        "La peur a fermé les routes.",
        "À Gao, les jeunes demandent du travail.",
        "Sans dialogue, la méfiance grandit.",
    ),
)
THREE_ENGLISH = Speech(
    "en-three.opus",
    10_140,
    "en",
    (
        "Fear has closed the roads.",
        "In Gao, young people ask for work.",
        "Without dialogue, mistrust grows.",
    ),
)
EVERY_SPEECH = (FRENCH, ENGLISH, THREE_FRENCH, THREE_ENGLISH)


@functools.cache
def samples(speech: Speech) -> Samples:
    """Return a recording as engines want it."""
    return decode(speech.path, TimeRange(0, speech.duration))


def silence(seconds: float) -> Samples:
    """Return so much silence."""
    import numpy as np

    return np.zeros(round(seconds * RATE), np.float32)
