"""Listen to a recording on a worker of a cluster, which has no library."""

import functools
import hashlib
import os
from collections.abc import Generator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

from mediakit.batch.on_worker import Place
from mediakit.engines.base import Device, Engine, Options
from mediakit.engines.models import Model
from mediakit.engines.registry import all_models
from mediakit.errors.engines import ModelNotFound
from mediakit.machine import models_folder
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.workflows.hear_portions import Ready
from mediakit.workflows.load_engine import load_engine
from mediakit.workflows.read_sound import blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What to listen to, and how; ``str`` of it names it.

    Attributes:
        clip: Whose recording it is.
        path: Where who asks has it.
        sha256: Of its bytes, in hexadecimal.
        size: Bytes.
        duration: Milliseconds.
        model: What to listen with: engine, name and digest.
        options: How to listen.
        device: What to compute on.
    """

    clip: ClipId
    path: Path
    sha256: str
    size: int
    duration: int
    model: tuple[str, str, str]
    options: Options
    device: Device

    def __str__(self) -> str:
        return str(self.path)

    @property
    def key(self) -> str:
        """The same for the same content, model and options."""
        how = [self.sha256, self.model, asdict(self.options), self.device]
        return f"mediakit-{hashlib.sha256(msgspec.json.encode(how)).hexdigest()}"


@dataclass(frozen=True, slots=True)
class HeardThere:
    """What a worker heard.

    Attributes:
        language: BCP 47 tag.
        probability: How sure that is, if it was detected.
        segments: In order.
        engine: What listened.
        repairs: What of its answer had to be mended or left out; see `Heard`.
    """

    language: str
    probability: float | None
    segments: tuple[Segment, ...]
    engine: Ready
    repairs: tuple[str, ...] = ()


def identity(model: Model) -> tuple[str, str, str]:
    """Return how a model is known on every machine that has it."""
    return model.engine, model.name, model.sha256


def skill(model: Model) -> str:
    """Return what a worker is able to do that has a model, this very one."""
    return " ".join(("mediakit", version("mediakit"), *identity(model)))


def hear_recording(
    recording: Recording, place: Place
) -> Generator[int, None, HeardThere]:
    """Listen to a recording with this machine's own copy of the model.

    Yields:
        How far it is, in milliseconds.

    Raises:
        ModelNotFound: The model is here no longer.
        MediakitError: The recording cannot be read, or the engine stopped.
    """
    engine = _engine(recording.model, recording.device, place.threads)
    sound = blocks(place.media, TimeRange(0, recording.duration))
    heard = engine.transcribe(sound, recording.options)
    segments = []
    for segment in heard.segments:
        segments.append(segment)
        yield segment.end
    return HeardThere(
        heard.language,
        heard.probability,
        tuple(segments),
        Ready(
            engine.device,
            engine.unheeded,
            engine.not_prompted(recording.options.prompt),
        ),
        heard.repairs,
    )


@functools.lru_cache(maxsize=1)
def _engine(wanted: tuple[str, str, str], device: Device, threads: int) -> Engine:
    """Load a model, and keep it until another is asked for."""
    for model in all_models(models_folder(os.environ)):
        if identity(model) == wanted:
            return load_engine(model, threads=threads, device=device)
    raise ModelNotFound(name=wanted[1], engine=wanted[0])
