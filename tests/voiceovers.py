"""An excerpt, and what interpreters say over it."""

from pathlib import Path

import numpy as np

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.timecode import TimeRange
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.keep_voiceover import keep_voiceover
from tests.consents import WORKING
from tests.media.preparing.tones import silence, sine, write_wav

X = ExcerptId("x-0000000001")


def put_excerpt(catalog: Catalog, clip: Clip, start: int, end: int) -> Excerpt:
    """Choose a part of a clip."""
    with catalog.change() as change:
        chosen = Excerpt(id=X, clip=clip.id, range=TimeRange(start, end), quote="Ah!")
        return change.put(chosen)


def say(path: Path, seconds: float, *, rest: float = 0, level: float = -20) -> Path:
    """Record an interpreter who speaks for so long, and is silent for a *rest*."""
    return write_wav(path, np.concatenate((sine(level, seconds), silence(rest))))


def put_voiceover(
    library: Library, catalog: Catalog, folder: Path, *, language: str = "bm"
) -> Voiceover:
    """Keep a second of Fanta's over the excerpt `X`."""
    said = say(folder / "fanta.wav", 1)
    kept = keep_voiceover(
        library, catalog, X, said, language=language, by="Fanta", purpose=WORKING
    )
    return kept.voiceover
