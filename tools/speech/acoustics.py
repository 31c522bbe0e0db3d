"""Rooms, microphones, noises and codecs that a demo recording may have been through."""

import random

import numpy as np
import torch
from numpy.typing import NDArray
from whisper.audio import HOP_LENGTH, N_FFT, mel_filters

from tools.speech.espeak import RATE

Sound = NDArray[np.float32]

MELS = 80
BINS = N_FFT // 2 + 1
_NOISE_SECONDS = 40


class Noises:
    """Half a minute of each kind of noise, all equally loud, made once."""

    def __init__(self, seed: int, babble: Sound | None = None) -> None:
        self._random = np.random.default_rng(seed)
        kinds = [self._coloured(power) for power in (0.0, 0.5, 1.0, 1.5, 2.0)]
        kinds += [
            self._hum(50),
            self._hum(60),
            self._wind(),
            self._taps(),
            self._band(),
        ]
        if babble is not None:
            kinds += [babble, babble]
        self._kinds = [_unit(kind) for kind in kinds]

    def draw(self, length: int, chance: random.Random) -> Sound:
        """Return a stretch of one noise, or of two together."""
        chosen = chance.sample(self._kinds, chance.choice((1, 1, 2)))
        stretches = [self._stretch(kind, length, chance) for kind in chosen]
        return _unit(np.sum(stretches, axis=0))

    def _stretch(self, kind: Sound, length: int, chance: random.Random) -> Sound:
        start = chance.randrange(max(1, len(kind) - length))
        return np.resize(kind[start:], length) * np.float32(chance.uniform(0.3, 1))

    def _coloured(self, power: float) -> Sound:
        white = self._random.normal(size=_NOISE_SECONDS * RATE)
        spectrum = np.fft.rfft(white)
        spectrum[1:] /= np.arange(1, len(spectrum)) ** (power / 2)
        spectrum[:1000] = 0
        return np.fft.irfft(spectrum, len(white)).astype(np.float32)

    def _hum(self, frequency: float) -> Sound:
        time = np.arange(_NOISE_SECONDS * RATE) / RATE
        tones = [
            np.sin(2 * np.pi * frequency * k * time + self._random.uniform(0, 6)) / k
            for k in range(1, 9)
        ]
        hum = np.sum(tones, axis=0) + 0.02 * self._coloured(0)
        return np.asarray(hum, np.float32)

    def _wind(self) -> Sound:
        return self._coloured(2.0) * self._swell(0.5)

    def _swell(self, per_second: float) -> Sound:
        points = self._random.uniform(0.02, 1, int(_NOISE_SECONDS * per_second) + 2)
        places = np.linspace(0, len(points) - 1, _NOISE_SECONDS * RATE)
        return np.interp(places, np.arange(len(points)), points).astype(np.float32)

    def _taps(self) -> Sound:
        sound = 0.02 * self._coloured(1.0)
        for start in self._random.integers(0, len(sound) - 2000, 60):
            tap = self._random.normal(size=1600) * np.exp(-np.arange(1600) / 150)
            sound[start : start + 1600] += tap.astype(np.float32)
        return sound

    def _band(self) -> Sound:
        """Return music of a kind: slowly changing chords of pure tones."""
        time = np.arange(RATE) / RATE
        chords = []
        for _ in range(_NOISE_SECONDS):
            notes = 110 * 2 ** (self._random.integers(0, 36, 4) / 12)
            chords.append(sum(np.sin(2 * np.pi * note * time) for note in notes))
        return np.concatenate(chords).astype(np.float32)


def happens(chance: random.Random, share: float) -> bool:
    """Tell whether something happens that does in this share of all cases."""
    return chance.random() < share


def in_a_room(sound: Sound, chance: random.Random) -> Sound:
    """Return the sound with the echo of some room."""
    size = len(sound) + RATE // 2
    size += -size % 1800
    echo = torch.fft.rfft(torch.from_numpy(_echo(chance)), size)
    spectrum = torch.fft.rfft(torch.from_numpy(sound), size)
    heard = torch.fft.irfft(spectrum * echo, size)
    return np.asarray(heard[: len(sound)], np.float32)


def through_a_microphone(sound: Sound, chance: random.Random) -> Sound:
    """Return the sound as some cheap microphone or telephone passes it on."""
    size = len(sound) + -len(sound) % 1800
    gains = microphone(size // 2 + 1, chance)
    spectrum = torch.fft.rfft(torch.from_numpy(sound), size)
    heard = torch.fft.irfft(spectrum * torch.from_numpy(gains), size)
    return np.asarray(heard[: len(sound)], np.float32)


def microphone(bins: int, chance: random.Random) -> Sound:
    """Return how much of each frequency, from none to 8 kHz, a microphone keeps."""
    frequencies = np.linspace(0, RATE / 2, bins, dtype=np.float32)
    gains = np.ones(bins, np.float32)
    if happens(chance, 0.3):
        low, high = chance.uniform(50, 280), chance.uniform(3300, 7800)
        gains /= 1 + (low / (frequencies + 1)) ** 4
        gains /= 1 + (frequencies / high) ** 12
    if happens(chance, 0.5):
        gains *= ((frequencies + 200) / 1000) ** chance.uniform(-0.35, 0.35)
    return gains


def log_mel(
    sound: Sound,
    gains: Sound,
    *,
    louder_elsewhere: float = 0.0,
    codec_floor: float | None = None,
) -> torch.Tensor:
    """Return Whisper's features of a stretch of a longer recording.

    Args:
        sound: The stretch.
        gains: How much of each of the spectrum's ``BINS`` frequencies is kept.
        louder_elsewhere: How much louder the rest of the recording gets, in
            powers of ten; it lifts the floor, as Whisper normalises whole files.
        codec_floor: Powers of ten under the loudest frequency of each moment below
            which a lossy codec kept nothing.
    """
    window = torch.hann_window(N_FFT)
    spectrum = torch.stft(
        torch.from_numpy(sound), N_FFT, HOP_LENGTH, window=window, return_complex=True
    )
    kept = torch.from_numpy(gains)[:, None]
    moments = spectrum[..., :-1]
    power = (moments.real.square() + moments.imag.square()) * kept**2
    if codec_floor is not None:
        floor = power.amax(0, keepdim=True) * 10**-codec_floor
        power = torch.where(power < floor, torch.zeros(()), power)
    mel = mel_filters(torch.device("cpu"), MELS) @ power
    logarithm = torch.clamp(mel, min=1e-10).log10()
    highest = logarithm.max() + louder_elsewhere
    return (torch.maximum(logarithm, highest - 8.0) + 4.0) / 4.0


def _echo(chance: random.Random) -> Sound:
    decay = np.random.default_rng(chance.getrandbits(32))
    duration = chance.uniform(0.06, 0.45)
    length = int(duration * RATE)
    tail = decay.normal(size=length) * 10 ** (-3 * np.arange(length) / length)
    tail *= chance.uniform(0.05, 0.45) / np.sqrt(np.sum(tail**2))
    tail[0] = 1.0
    return np.asarray(tail, np.float32)


def _unit(sound: Sound) -> Sound:
    return np.asarray(sound / (np.sqrt(np.mean(sound**2)) + 1e-9), np.float32)
