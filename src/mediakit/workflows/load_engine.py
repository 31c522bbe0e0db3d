"""Load a speech model, ready to listen."""

from mediakit.engines.base import Device, Engine
from mediakit.engines.command import Printed
from mediakit.engines.models import Model
from mediakit.engines.registry import load
from mediakit.errors.transcripts import TranscriptEmpty
from mediakit.formats import whisper_json
from mediakit.formats.registry import read_bytes
from mediakit.formats.repairs import english

# milliseconds; the readers know no later time
_NO_END = 3_600_000_000


def load_engine(model: Model, *, threads: int, device: Device = Device.AUTO) -> Engine:
    """Load a model with the library it is for.

    Raises:
        EngineMissing: The library is not installed.
        DeviceMissing: There is no graphics card that works.
        ModelUnusable: The model is damaged, or for a library unknown here.
    """
    return load(model, threads=threads, read=read_printed, device=device)


def read_printed(content: bytes) -> Printed:
    """Understand what a program used as an engine prints about a sound.

    Raises:
        MediakitError: It is not Whisper's JSON; see `read_bytes`.
    """
    try:
        reading = read_bytes(
            # nothing is left out here for being too late: the engine flags that
            *(content, "stdout"),
            duration=_NO_END,
            name=whisper_json.NAME,
        )
    except TranscriptEmpty:
        return Printed("", ())
    repairs = english(reading.repairs, reading.draft.place)
    return Printed(reading.draft.language, reading.segments, repairs)
