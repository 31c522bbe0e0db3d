"""Batches of clips that are transcribed without a model."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Engine, Options
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.workflows.hear_clips import hear_clips
from mediakit.workflows.transcribe_clips import (
    Step,
    Transcribed,
    choose_clips,
    transcribe_clips,
)
from tests.builders import a_clip
from tests.consents import purpose
from tests.fakes.engine import FakeEngine
from tests.fakes.hearing import hearing
from tests.fakes.killed_batch import MODEL
from tests.media_files import sound


def put_clip(
    library: Library,
    catalog: Catalog,
    id: str,  # noqa: A002 named as the field
    *,
    languages: tuple[str, ...] = ("fr",),
    content: Path | None = None,
) -> Clip:
    """Put a clip of one second into the library; its original exists."""
    streams = (SoundStream(codec="pcm_s16le", channels=1, sample_rate=44_100),)
    media = MediaInfo(kind="sound", duration=1000, container="wav", sound=streams)
    path = f"assets/{id}.wav"
    clip = a_clip(id, title=id, media=media, languages=languages, path=path)
    library.assets.mkdir(exist_ok=True)
    library.resolve(path).write_bytes((content or sound(".wav")).read_bytes())
    with catalog.change() as change:
        return change.put(clip)


def transcribed(
    library: Library,
    catalog: Catalog,
    *,
    engine: Engine | None = None,
    options: Options | None = None,
    clips: Sequence[Clip] | None = None,
    again: bool = False,
) -> list[Step]:
    """Transcribe clips with an engine that needs no model, in this process."""
    asked = options or Options()
    if clips is None:
        clips, _others = choose_clips(catalog, (), task=asked.task, again=again)
    listener = engine or FakeEngine()
    return list(
        transcribe_clips(
            library,
            catalog,
            clips,
            partial(hear_clips, library, hearing(listener), MODEL, asked),
            listener.languages,
            asked,
            purpose("transcribe"),
            again=again,
        )
    )


def done(steps: Iterable[Step]) -> dict[str, Transcribed]:
    """Return what was made of each clip."""
    return {step.item.id: step.value for step in steps if isinstance(step, Done)}


def failed(steps: Iterable[Step]) -> dict[str, MediakitError]:
    """Return why each clip was left out."""
    return {step.item.id: step.error for step in steps if isinstance(step, Failed)}
