"""Sounds whose measures are known without measuring: sines, squares, silence."""

from pathlib import Path
from wave import open as open_wave

import numpy as np

from mediakit.media.sound import Samples

RATE = 48_000


def sine(
    level: float, seconds: float, *, frequency: float = 1000, phase: float = 0
) -> Samples:
    """Return a sine in both channels of a stereo track.

    Args:
        level: Of its peaks, in dBFS.
        seconds: How long it lasts.
        frequency: In Hz.
        phase: Where it begins, in degrees.
    """
    times = np.arange(round(seconds * RATE)) / RATE
    wave = np.sin(2 * np.pi * frequency * times + np.radians(phase))
    return stereo(10 ** (level / 20) * wave)


def silence(seconds: float) -> Samples:
    """Return digital silence."""
    return stereo(np.zeros(round(seconds * RATE)))


def stereo(one: Samples) -> Samples:
    """Return one channel as two."""
    return np.stack((one, one), axis=1).astype("f4")


def noise(level: float, seconds: float, *, seed: int = 1) -> Samples:
    """Return white noise of *level* dBFS on average, different in each channel."""
    shape = (round(seconds * RATE), 2)
    drawn = np.random.default_rng(seed).standard_normal(shape)
    return (10 ** (level / 20) * drawn).astype("f4")


def write_wav(path: Path, sound: Samples) -> Path:
    """Write *sound* as 16 bits a sample."""
    with open_wave(str(path), "wb") as file:
        file.setnchannels(sound.shape[1])
        file.setsampwidth(2)
        file.setframerate(RATE)
        whole = np.rint(sound * 32_768).clip(-32_768, 32_767)
        file.writeframes(whole.astype("<i2").tobytes())
    return path
