"""Compare the recordings that a timeline names with those of its film."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.files import checksum
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, FilmId
from mediakit.model.use import Use
from mediakit.timeline.found import ReadBack, Source

_OTHER = sentence(
    "At {place}: it says {clip}, and names '{file}', which is another file."
)
_ABSENT = sentence("At {place}: '{file}' is not beside it.")
_CHANGED = sentence(
    "At {place}: '{file}' is not the recording that was called so when it left."
)

Left = Mapping[str, Collection[str]]
"""The SHA-256 of every file that left with a film, by its name."""


def files_left(records: Records, film: FilmId) -> Left:
    """Return what files left with a film, in all its uses."""
    left: dict[str, set[str]] = {}
    for use in records.all(Use):
        for file in use.files if use.film == film else ():
            left.setdefault(PurePosixPath(file.path).name, set()).add(file.sha256)
    return left


def media_differences(
    clips: Mapping[ClipId, Clip], left: Left, path: Path, read: ReadBack
) -> Iterator[Reason]:
    """Yield what is wrong with the recordings that a file names, one by one.

    Originals may be elsewhere, and absent; the parts that were collected lie beside
    the file, wherever that is now.

    Args:
        clips: Those of the film, by id.
        left: What left with it.
        path: The file.
        read: What it says.
    """
    told: set[tuple[str, str]] = set()
    for one in read.found:
        source = one.source
        if source is None or (source.clip, source.path) in told:
            continue
        told.add((source.clip, source.path))
        if source.clip and source.path:
            place = f"{one.track} {read.timecode(one.at)}"
            clip = clips.get(ClipId(source.clip))
            yield from _problem(clip, source, left, path.parent, place)


def _problem(
    clip: Clip | None, source: Source, left: Left, folder: Path, place: str
) -> Iterator[Reason]:
    """Yield what is wrong with a recording, if anything is."""
    file = PurePosixPath(source.path.replace("\\", "/"))
    known = left.get(file.name)
    if clip and file.name == PurePosixPath(clip.path).name:
        return
    if re.fullmatch(rf"{re.escape(source.clip)}-\d+\.\w+", file.name) is None:
        yield Reason(_OTHER, place=place, file=file.name, clip=source.clip)
    elif file.is_absolute():
        return
    elif not (folder / file).is_file():
        yield Reason(_ABSENT, place=place, file=str(file))
    elif known and checksum(folder / file) not in known:
        # as where two parts of a clip were given each other's names
        yield Reason(_CHANGED, place=place, file=str(file))
