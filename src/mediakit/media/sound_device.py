"""The loudspeaker and the microphone of this machine.

They are reached through PortAudio (https://www.portaudio.com/), by *sounddevice*, an
extra: where there is none, recordings are made with another device.
"""

import contextlib
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from mediakit.errors.base import sentence
from mediakit.errors.interpreting import SoundDeviceUnusable
from mediakit.media.sound import Samples

_SAMPLE_BYTES = 2


class SoundDevice(Protocol):
    """Something that plays to a person and records them."""

    def play(self, samples: Samples, rate: int) -> None:
        """Play one channel of 32-bit floats to its end.

        Raises:
            SoundDeviceUnusable: It cannot.
        """

    def record(self, target: Path, wait: Callable[[], object]) -> None:
        """Record into a new WAV file while *wait* runs.

        Raises:
            SoundDeviceUnusable: It cannot.
        """


class PortAudio:
    """The machine's own loudspeaker and microphone; see `SoundDevice`.

    Raises:
        SoundDeviceUnusable: There is no sounddevice, no PortAudio, or no device.
    """

    def __init__(self) -> None:
        self._library = _sounddevice()
        with _reporting(self._library):
            self._rate = int(
                self._library.query_devices(kind="input")["default_samplerate"]
            )
            self._library.query_devices(kind="output")

    def play(self, samples: Samples, rate: int) -> None:
        """Play one channel to its end; see `SoundDevice`."""
        with _reporting(self._library):
            self._library.play(samples, rate, blocking=True)

    def record(self, target: Path, wait: Callable[[], object]) -> None:
        """Record while *wait* runs; see `SoundDevice`."""
        with (
            _reporting(self._library),
            target.open("xb") as new,
            wave.open(new, "wb") as file,
        ):
            file.setnchannels(1)
            file.setsampwidth(_SAMPLE_BYTES)
            file.setframerate(self._rate)

            # Any: a buffer of PortAudio's, and its clock and flags
            def keep(block: Any, _frames: int, _times: Any, _flags: Any) -> None:
                file.writeframesraw(bytes(block))

            with self._library.RawInputStream(
                samplerate=self._rate, channels=1, dtype="int16", callback=keep
            ):
                wait()


# Any: a library published without annotations
def _sounddevice() -> Any:
    try:
        import sounddevice
    except ModuleNotFoundError as error:
        why = sentence(
            'sounddevice is not installed; with a network, run: pip install "mediakit'
            '[interpret]"'
        )
        raise SoundDeviceUnusable(reason=why) from error
    except OSError as error:
        why = sentence(
            "PortAudio is missing; on Debian and Ubuntu, run: sudo apt install "
            "libportaudio2"
        )
        raise SoundDeviceUnusable(reason=why) from error
    return sounddevice


@contextlib.contextmanager
def _reporting(library: Any) -> Iterator[None]:
    try:
        yield
    except (library.PortAudioError, ValueError) as error:
        raise SoundDeviceUnusable(reason=str(error)) from error
