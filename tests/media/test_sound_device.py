"""The loudspeaker and the microphone: the machine's own, and the one of the tests."""

import builtins
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mediakit.errors.interpreting import SoundDeviceUnusable
from mediakit.media.probe import probe
from mediakit.media.sound_device import PortAudio, SoundDevice
from tests.fakes.sound_device import FakeDevice
from tests.speech import FRENCH, samples


def _portaudio() -> SoundDevice:
    try:
        return PortAudio()
    except SoundDeviceUnusable as error:
        pytest.skip(str(error))


every_device = pytest.mark.parametrize("device", [FakeDevice, _portaudio])


@every_device
def test_it_plays_and_records(
    device: Callable[[], SoundDevice], tmp_path: Path
) -> None:
    """A recording lasts as long as it is waited for, and anybody can play it."""
    booth, target = device(), tmp_path / "take.wav"

    booth.record(target, lambda: booth.play(samples(FRENCH)[:8000], 16_000))

    info = probe(target)
    assert ("sound", 1) == (info.kind, info.sound[0].channels)
    assert info.duration >= 400


@every_device
def test_no_recording_is_written_over(
    device: Callable[[], SoundDevice], tmp_path: Path
) -> None:
    """It may be all there is."""
    target = tmp_path / "take.wav"
    target.write_bytes(b"mine")

    with pytest.raises(FileExistsError):
        device().record(target, lambda: None)

    assert b"mine" == target.read_bytes()


@pytest.mark.parametrize(
    ("failure", "command"),
    [
        (ModuleNotFoundError(), 'pip install "mediakit[interpret]"'),
        (OSError("PortAudio library not found"), "sudo apt install libportaudio2"),
    ],
)
def test_what_is_missing_is_named_with_its_command(
    monkeypatch: pytest.MonkeyPatch, failure: Exception, command: str
) -> None:
    """The extra, or the library of the system."""
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:  # Any: as Python's own
        if name == "sounddevice":
            raise failure
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(SoundDeviceUnusable) as caught:
        PortAudio()

    assert command in str(caught.value)
    assert "mediakit interpret import" in str(caught.value)
