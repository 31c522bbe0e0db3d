"""A sound device without a machine: it remembers what it plays, and has recordings."""

import wave
from collections.abc import Callable
from pathlib import Path

from mediakit.media.sound import Samples, decode
from mediakit.model.timecode import TimeRange
from tests.speech import Speech

_RATE = 16_000


class FakeDevice:
    """Plays to nobody; records one speech after the other, and then silence.

    Attributes:
        played: How many seconds were played, each time.
        recorded: How often somebody was recorded.
        meanwhile: What happens elsewhere while something is played.
    """

    def __init__(self, *speeches: Speech) -> None:
        self.played: list[float] = []
        self.recorded = 0
        self.meanwhile: Callable[[], object] = lambda: None
        self._speeches = list(speeches)

    def play(self, samples: Samples, rate: int) -> None:
        """Remember how much was to be heard; see `SoundDevice`."""
        self.played.append(len(samples) / rate)
        self.meanwhile()

    def record(self, target: Path, wait: Callable[[], object]) -> None:
        """Write the next speech once *wait* is over; see `SoundDevice`."""
        wait()
        self.recorded += 1
        with target.open("xb") as new, wave.open(new, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(_RATE)
            file.writeframes(self._next())

    def _next(self) -> bytes:
        if not self._speeches:
            return bytes(_RATE)
        speech = self._speeches.pop(0)
        samples = decode(speech.path, TimeRange(0, speech.duration), rate=_RATE)
        content: bytes = (samples * 32_767).astype("<i2").tobytes()
        return content
