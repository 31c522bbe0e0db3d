"""Make a transcript of what an engine heard in a clip."""

from dataclasses import replace

from mediakit.engines.base import Heard, Options, Task
from mediakit.engines.models import Model
from mediakit.model.clip import Clip
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin
from mediakit.workflows.hear_portions import Ready

ENGLISH = "en"
"""What Whisper translates into, the only one."""


def write_down(
    clip: Clip, heard: Heard, model: Model, options: Options, engine: Ready
) -> Transcript:
    """Return the transcript, with all that made it: options only that were heeded.

    A translation is in English throughout; what was spoken stays in its source.
    """
    translated = options.task is Task.TRANSLATE
    segments = tuple(heard.segments)
    return Transcript(
        clip=clip.id,
        language=ENGLISH if translated else heard.language,
        language_probability=None if translated else heard.probability,
        segments=tuple(map(_in_english, segments)) if translated else segments,
        source=_source(heard, model, options, engine),
    )


def _in_english(segment: Segment) -> Segment:
    return replace(segment, language="")


def _source(heard: Heard, model: Model, options: Options, engine: Ready) -> Source:
    translated = options.task is Task.TRANSLATE
    told = {
        name: value
        for name, value in options.recorded.items()
        if name not in engine.unheeded
    } | {"device": engine.device}
    return Source(
        origin=Origin.MACHINE_TRANSLATION if translated else Origin.MACHINE,
        engine=model.engine,
        model=model.name,
        model_sha256=model.sha256,
        notice=model.notice,
        options=told | ({"spoken": heard.language} if translated else {}),
        repairs=heard.repairs,
    )
