"""An interpreter's recordings, and a clip that they are about."""

import shutil
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Options
from mediakit.engines.models import Model
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import State
from mediakit.workflows.find_segments import Original
from mediakit.workflows.interpret_clip import Ear
from mediakit.workflows.keep_interpretation import Terms
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.fakes.engine import FakeEngine
from tests.fakes.killed_batch import MODEL
from tests.speech import THREE_FRENCH, Speech

TERMS = Terms(language="fr", by="Fanta", day="2026-11-22")

SPOKEN = (
    Segment(start=0, end=3000, text="I ni ce.", speaker="Awa"),
    Segment(start=3000, end=5000, text="N ni ce.", speaker="Awa"),
    Segment(start=6000, end=9000, text="Here.", speaker="Moussa"),
)

_STREAMS = (SoundStream(codec="opus", channels=1, sample_rate=48_000),)


def put_speech(
    library: Library,
    catalog: Catalog,
    *,
    speech: Speech = THREE_FRENCH,
    languages: tuple[str, ...] = ("bm",),
) -> Clip:
    """Put a clip into a library, in a language that no model knows."""
    path = "assets/gao.opus"
    library.assets.mkdir(exist_ok=True)
    shutil.copyfile(speech.path, library.resolve(path))
    media = MediaInfo(
        kind="sound", duration=speech.duration, container="ogg", sound=_STREAMS
    )
    size = speech.path.stat().st_size
    with catalog.change() as change:
        return change.put(
            a_clip(media=media, languages=languages, path=path, size=size)
        )


def put_original(library: Library, catalog: Catalog) -> Original:
    """Put a clip into a library, with what is said in it."""
    clip = put_speech(library, catalog)
    words = Transcript(clip=clip.id, language="bm", segments=SPOKEN)
    record = keep_transcript(library, catalog, words, state=State.UNCHECKED)
    return Original(clip, record, SPOKEN)


def fake_ear(model: Model = MODEL) -> Ear:
    """Return an engine that hears that somebody is loud."""
    return Ear(FakeEngine(), model, Options(languages=("fr",)))


def recordings(folder: Path, **speeches: Speech) -> Path:
    """Make a folder of recordings; ``_4_6=…`` is ``4-6.opus``."""
    folder.mkdir(exist_ok=True)
    for name, speech in speeches.items():
        stem = name.strip("_").replace("_", "-")
        shutil.copyfile(speech.path, folder / f"{stem}.opus")
    return folder
