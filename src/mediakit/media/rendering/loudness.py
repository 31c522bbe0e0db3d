"""Even loudness: how loud an excerpt is, and how much louder it is to be made.

Measured as EBU R 128 does (https://tech.ebu.ch/docs/r/r128.pdf), over the excerpt
itself: one person may speak softly in a clip that is loud elsewhere.
"""

import contextlib
from pathlib import Path

from mediakit.errors.excerpts import NothingToCut
from mediakit.media.preparing.loudness import LoudnessMeter
from mediakit.media.sound import Sound, reading, resampled
from mediakit.model.timecode import TimeRange

TARGET = -16.0
"""LUFS: right for a laptop's loudspeaker in a room; television has -23."""

# noise is not to be made a roar of
_MOST_GAIN = 24.0


def measure(source: Path, span: TimeRange) -> float | None:
    """Return the integrated loudness of an excerpt in LUFS, as heard in stereo.

    Returns:
        ``None`` if there is nothing to hear.

    Raises:
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    with contextlib.suppress(NothingToCut), reading(source, span, "flt") as sound:
        return _loudness(sound)
    return None


def gain_for(loudness: float | None, target: float = TARGET) -> float:
    """Return the decibels that bring *loudness* to *target*, none for silence."""
    if loudness is None:
        return 0.0
    return round(min(target - loudness, _MOST_GAIN), 1)


def _loudness(sound: Sound) -> float | None:
    meter = LoudnessMeter(sound.rate, "stereo")
    for block in resampled(sound, "stereo", sound.rate):
        meter.take(block)
    return meter.result()[0]
