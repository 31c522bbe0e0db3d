"""What was prepared of a clip: where it lies, what was measured, taking it away.

All of it is derived: whatever is missing, damaged or made by an older method counts
as not there, and is made again.
"""

import contextlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from mediakit.files import is_file
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.measures import Measures, PictureMeasures, SoundMeasures
from mediakit.workflows.keep_thumbnail import thumbnail_of

SOUND_METHOD = PICTURES_METHOD = 1
"""The ways things are measured: what an older one measured is measured again."""


class Part(StrEnum):
    """What is prepared of a clip in one go."""

    SOUND = "sound"
    PICTURES = "pictures"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresFile:
    """What a file of measures holds.

    Attributes:
        sound: What was measured of the sound.
        sound_method: By which method.
        pictures: What was measured of the pictures.
        pictures_method: By which method.
    """

    sound: SoundMeasures | None = None
    sound_method: int = 0
    pictures: PictureMeasures | None = None
    pictures_method: int = 0


def filmstrip_of(library: Library, clip: str) -> Path:
    """Return where a clip's filmstrip is, if it has one."""
    return library.filmstrips / f"{clip}.jpg"


def waveform_of(library: Library, clip: str) -> Path:
    """Return where a clip's waveform is, if it has one."""
    return library.waveforms / f"{clip}.json"


def measures_of(library: Library, clip: str) -> Path:
    """Return where the file of a clip's measures is, if there is one."""
    return library.measures / f"{clip}.json"


def proxy_of(library: Library, clip: str) -> Path:
    """Return where a clip's light copy is, if it has one."""
    return library.proxies / f"{clip}.mp4"


def read_measures(library: Library, clip: str) -> Measures:
    """Return what was measured of a clip, as far as it can be read and is current."""
    found = read_measures_file(library, clip)
    return Measures(
        sound=found.sound if found.sound_method == SOUND_METHOD else None,
        pictures=found.pictures if found.pictures_method == PICTURES_METHOD else None,
    )


def read_measures_file(library: Library, clip: str) -> MeasuresFile:
    """Return the file of a clip's measures, an empty one if it cannot be read."""
    with contextlib.suppress(OSError, msgspec.MsgspecError, RecursionError):
        raw = measures_of(library, clip).read_bytes()
        return msgspec.json.decode(raw, type=MeasuresFile)
    return MeasuresFile()


def missing_parts(library: Library, clip: Clip) -> list[Part]:
    """Return the parts a clip can have and has not."""
    measures = read_measures(library, clip.id)
    missing = []
    if clip.media.sound and not (
        measures.sound and is_file(waveform_of(library, clip.id))
    ):
        missing.append(Part.SOUND)
    pictures = (thumbnail_of(library, clip.id), filmstrip_of(library, clip.id))
    if clip.media.video and not (measures.pictures and all(map(is_file, pictures))):
        missing.append(Part.PICTURES)
    if clip.media.video and not is_file(proxy_of(library, clip.id)):
        missing.append(Part.PROXY)
    return missing


def prepared_files(library: Library, clip: str) -> tuple[Path, ...]:
    """Return every file that may have been prepared of a clip."""
    return (
        thumbnail_of(library, clip),
        filmstrip_of(library, clip),
        waveform_of(library, clip),
        measures_of(library, clip),
        proxy_of(library, clip),
    )


def forget_prepared(library: Library, clip: str) -> None:
    """Take away everything that was prepared of a clip."""
    for path in prepared_files(library, clip):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
