"""Make a transcript of what an engine heard in a clip."""

from dataclasses import replace

from mediakit.engines.base import Heard, Options, Task
from mediakit.engines.models import Model
from mediakit.model.clip import Clip
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin

ENGLISH = "en"
"""What Whisper translates into, the only one."""


def write_down(
    clip: Clip, heard: Heard, model: Model, options: Options, device: str
) -> Transcript:
    """Return the transcript, with all that made it.

    A translation is in English throughout; what was spoken stays in its source.
    """
    translated = options.task is Task.TRANSLATE
    segments = tuple(heard.segments)
    return Transcript(
        clip=clip.id,
        language=ENGLISH if translated else heard.language,
        language_probability=None if translated else heard.probability,
        segments=tuple(map(_in_english, segments)) if translated else segments,
        source=_source(heard, model, options, device),
    )


def _in_english(segment: Segment) -> Segment:
    return replace(segment, language="")


def _source(heard: Heard, model: Model, options: Options, device: str) -> Source:
    translated = options.task is Task.TRANSLATE
    asked: dict[str, str | int | float | bool] = {
        "language": ",".join(options.languages),
        "task": options.task.value,
        "prompt": options.prompt,
        "beam": options.beam,
        "batch": options.batch,
        "skip-silence": options.skip_silence,
        "device": device,
    }
    return Source(
        origin=Origin.MACHINE_TRANSLATION if translated else Origin.MACHINE,
        engine=model.engine,
        model=model.name,
        model_sha256=model.sha256,
        notice=model.notice,
        options=asked | ({"spoken": heard.language} if translated else {}),
    )
