"""Put the takes of an interpreter one after the other, each in its time."""

import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.errors.library import WriteFailed
from mediakit.files import reason
from mediakit.media.rendering.film import SAMPLE_RATE
from mediakit.media.sound import Samples, listen
from mediakit.model.timecode import TimeRange

_MILLISECOND = SAMPLE_RATE // 1000
_LOUDEST = 32_767


@dataclass(frozen=True, slots=True)
class TimedTake:
    """A recording, and when it begins.

    Attributes:
        path: The recording.
        duration: Its length in milliseconds.
        start: Milliseconds from the beginning of all, at the earliest.
    """

    path: Path
    duration: int
    start: int


def in_turn(takes: Sequence[TimedTake]) -> list[TimedTake]:
    """Return takes so that none begins before the one before it is over."""
    placed: list[TimedTake] = []
    free = 0
    for one in takes:
        start = max(one.start, free)
        placed.append(TimedTake(one.path, one.duration, start))
        free = start + one.duration
    return placed


def write_takes(takes: Sequence[TimedTake], target: Path) -> None:
    """Write takes into a new WAV file, with silence in between.

    Raises:
        NothingToCut: One has no sound that can be decoded.
        ReadFailed: One cannot be read, or is no recording (see `open_media`).
        WriteFailed: There is no room for it.
    """
    try:
        with target.open("xb") as file, wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(SAMPLE_RATE)
            for block in _samples(in_turn(takes)):
                sound.writeframes(_as_integers(block))
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error


def _samples(takes: Sequence[TimedTake]) -> Iterator[Samples]:
    import numpy as np

    place = 0
    for one in takes:
        yield np.zeros((one.start - place) * _MILLISECOND, "f4")
        yield from listen(one.path, TimeRange(0, one.duration), rate=SAMPLE_RATE)
        place = one.start + one.duration


def _as_integers(block: Samples) -> bytes:
    import numpy as np

    whole = np.rint(np.clip(block, -1, 1) * _LOUDEST).astype("<i2")
    return bytes(whole.tobytes())
