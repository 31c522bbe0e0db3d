"""Render a film: encode the parts that are not kept from before, then join them all.

The one way in which several excerpts become one file. It neither asks the gate nor
records a use: what it writes has not left until its caller does both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mediakit.batch.outcomes import Failed
from mediakit.batch.runner import run
from mediakit.errors.media import SegmentUnusable
from mediakit.files import make_folder, replace
from mediakit.library import Library
from mediakit.machine import threads
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import (
    Canvas,
    Film,
    Part,
    Shot,
    frames_of,
)
from mediakit.media.rendering.joining import Segment, join
from mediakit.media.rendering.segment import SUFFIX, encode_part, patience
from mediakit.media.rendering.segment_cache import (
    MAKING,
    mark_used,
    segment_path,
    shrink,
)
from mediakit.workflows.stage_copies import staging

# encoding a frame takes about so many times as long as joining it
_WEIGHT = 12


@dataclass(frozen=True, slots=True)
class _Task:
    """A part to encode, and where to."""

    ffmpeg: Ffmpeg
    part: Part
    canvas: Canvas
    target: Path
    cores: int

    def __str__(self) -> str:
        return str(self.part.source if isinstance(self.part, Shot) else self.target)


def render_film(
    library: Library, ffmpeg: Ffmpeg, film: Film, target: Path
) -> Iterator[float]:
    """Write *film* into *target*; yield the share that is done.

    Segments that were finished are kept whatever happens: the same film goes on from
    there, and a film that was changed needs only what was changed. Closing the
    generator ends everything at once.

    Args:
        library: Where segments are kept, below ``.mediakit``.
        ffmpeg: The program.
        film: At least one part.
        target: A file that may be written over; it becomes the film.

    Raises:
        FfmpegFailed, ReadFailed, WriteFailed: A part could not be made.
        SegmentUnusable: A segment that was kept is damaged; it is gone now.
    """
    canvas = film.canvas
    paths = [segment_path(library.segments, ffmpeg, p, canvas) for p in film.parts]
    total = film.frames
    missing = {
        path: part
        for path, part in zip(paths, film.parts, strict=True)
        if not path.is_file()
    }
    done = total - sum(frames_of(part, canvas) for part in missing.values())
    for part in _encoding(library, ffmpeg, canvas, missing):
        done += frames_of(part, canvas)
        yield done / total * _WEIGHT / (_WEIGHT + 1)
    mark_used(paths)
    segments = [
        Segment(path, frames_of(part, canvas))
        for path, part in zip(paths, film.parts, strict=True)
    ]
    try:
        for joined in join(segments, canvas, target):
            yield (_WEIGHT + joined / total) / (_WEIGHT + 1)
    except SegmentUnusable as error:
        Path(error.details["path"]).unlink(missing_ok=True)
        raise
    shrink(library.segments)


def _encoding(
    library: Library, ffmpeg: Ffmpeg, canvas: Canvas, missing: Mapping[Path, Part]
) -> Iterator[Part]:
    """Encode what is missing, as many parts at a time as there are processors."""
    if not missing:
        return
    workers = min(threads(), len(missing))
    cores = max(1, threads() // workers)
    with staging(library.segments / MAKING) as folder:
        tasks = {
            path: _Task(ffmpeg, part, canvas, folder / f"{number}{SUFFIX}", cores)
            for number, (path, part) in enumerate(missing.items())
        }
        places = {task.target: path for path, task in tasks.items()}
        outcomes = run(_encode, tasks.values(), workers=workers, seconds=_seconds)
        try:
            for outcome in outcomes:
                if isinstance(outcome, Failed):
                    raise outcome.error
                place = places[outcome.item.target]
                make_folder(place.parent)
                replace(outcome.item.target, place)
                yield outcome.item.part
        finally:
            outcomes.close()


def _encode(task: _Task) -> None:
    encode_part(task.ffmpeg, task.part, task.canvas, task.target, cores=task.cores)


def _seconds(task: _Task) -> float:
    # it ends its ffmpeg by itself; this is for what hangs elsewhere
    return 60 + 2 * patience(task.part, task.canvas)
