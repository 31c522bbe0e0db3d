"""Cut recordings that go along with a project, and put them into its archive.

They are cut as everything that leaves is: without what cameras and programs wrote into
the originals. What is larger than the format allows in an archive lies beside it.
"""

import contextlib
import os
import shutil
import zipfile
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.errors.base import MediakitError
from mediakit.errors.check import OriginalChanged, OriginalMissing
from mediakit.errors.excerpts import NothingToCut
from mediakit.errors.library import TargetRefused
from mediakit.exchange import refi_write
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.probe import probe
from mediakit.model.clip import Clip
from mediakit.model.guid import named_guid
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Shown
from mediakit.model.timecode import TimeRange
from mediakit.model.use import UsedFile
from mediakit.workflows.find_original import find_original
from mediakit.workflows.keep_export import Unnamed, unnamed
from mediakit.workflows.place_export import recorded_path
from mediakit.workflows.recording_paths import beside_name
from mediakit.workflows.stage_copies import staging
from mediakit.workflows.write_cut import Shape, Writing, formats_of, write_cut

SHOWN = Shown.SOUND | Shown.PICTURES


@dataclass(frozen=True, slots=True)
class Packing:
    """How far it has come, in milliseconds of all recordings."""

    done: int


@dataclass(frozen=True, slots=True)
class Packed:
    """A recording that goes along.

    Attributes:
        path: Where the project says that it is.
        file: What leaves of it.
        how: How it was made.
    """

    path: str
    file: UsedFile
    how: str


@dataclass(frozen=True, slots=True)
class Recordings:
    """The recordings of a project.

    Attributes:
        packed: Those that go along.
        held: What removes those beside the archive, unless they are let go.
        new: Those, without their names yet.
        unread: Why some do not.
    """

    packed: dict[ClipId, Packed] = field(default_factory=dict)
    held: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    new: list[Unnamed] = field(default_factory=list)
    unread: list[MediakitError] = field(default_factory=list)


def pack_recordings(
    library: Library,
    ffmpeg: Ffmpeg,
    archive: zipfile.ZipFile,
    target: Path,
    clips: Iterable[Clip],
    made: Recordings,
) -> Generator[Packing, None, None]:
    """Put recordings into an archive, one at a time; yield how far it has come.

    Args:
        library: Where they are.
        ffmpeg: The program.
        archive: Where to.
        target: What the archive will be called.
        clips: Which.
        made: Told of each.

    Raises:
        FfmpegFailed, ReadFailed, WriteFailed: One could not be cut.
        MediaEmpty, NotMedia: What was cut is no recording.
        TargetRefused: A file lies where one is to lie beside the archive.
    """
    done = 0
    taken: set[str] = set()
    with staging(library.incoming) as folder:
        half = folder / "recording"
        for clip in clips:
            shape = Shape(format=formats_of(clip)[0], fade=0)
            try:
                source = find_original(library, clip)
                whole = TimeRange(0, clip.media.duration)
                steps = write_cut(ffmpeg, source, half, whole, shape)
                how = yield from _counted(steps, done)
                # a disk that fails at the last byte is not told by every ffmpeg
                probe(half)
            except (OriginalMissing, OriginalChanged, NothingToCut) as error:
                made.unread.append(error)
            else:
                name = beside_name(clip, shape.suffix, taken)
                put = _put(library, archive, target, clip, half, name, made)
                file = UsedFile(recorded_path(library, put[1]), checksum(half))
                made.packed[clip.id] = Packed(put[0], file, how)
            half.unlink(missing_ok=True)
            done += clip.media.duration
            yield Packing(done)


def _counted(
    steps: Generator[Writing, None, str], before: int
) -> Generator[Packing, None, str]:
    with contextlib.closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                return str(end.value)
            yield Packing(before + step.done)


def _put(
    library: Library,
    archive: zipfile.ZipFile,
    target: Path,
    clip: Clip,
    half: Path,
    name: str,
    made: Recordings,
) -> tuple[str, Path]:
    """Put a file where it belongs; return how a project and a record name it."""
    if half.stat().st_size <= refi_write.LARGEST_INSIDE:
        inside = f"{named_guid('recording', clip.id)}{Path(name).suffix}"
        refi_write.pack(archive, inside, half)
        # no file of this name is on the disk: it is told by its bytes
        return f"{refi_write.INTERNAL}{inside}", target / refi_write.SOURCES / inside
    folder = f"{target.stem} recordings"
    place = target.parent / folder / name
    if place.exists() or place.is_symlink():
        raise TargetRefused(path=str(place))
    new = made.held.enter_context(unnamed(library, place))
    with half.open("rb") as source:
        shutil.copyfileobj(source, new.half, 1 << 20)
    # now, and not while others wait for the catalog
    os.fsync(new.half.fileno())
    made.new.append(new)
    return f"{refi_write.RELATIVE}{folder}/{name}", place
