"""Segments and parts that are kept, found again by everything that shapes them.

A segment of a film that was changed elsewhere is not encoded again, nor is a part of
a kit. They lie in a
folder for each recording, so that they can go with it; those that were not used
for longest go first when there are too many.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import Canvas, Part, Shot
from mediakit.media.rendering.segment import SUFFIX, VERSION

MOST_BYTES = 4_000_000_000
"""More than an hour of film."""

MAKING = "making"
"""The folder of those that are being made, below that of all segments."""

_CARDS = "cards"
_SEVERAL = "several"


def segment_path(folder: Path, ffmpeg: Ffmpeg, part: Part, canvas: Canvas) -> Path:
    """Return where the segment of *part* is kept, whether it is there or not."""
    shaping = {
        field.name: getattr(part, field.name)
        for field in fields(part)
        # the recording is known by its bytes, wherever it lies
        if field.name != "source"
    }
    everything = (VERSION, ffmpeg.version, canvas, type(part).__name__, shaping)
    name = hashlib.sha256(repr(everything).encode()).hexdigest()
    return folder / owner(part) / f"{name}{SUFFIX}"


def owner(part: Part) -> str:
    """Return the folder of a part: that of its recording, if it is of one."""
    of = {cover.sha256 for cover in part.covers}
    if isinstance(part, Shot):
        of.add(part.sha256)
    if len(of) > 1:
        return _SEVERAL
    return next(iter(of), _CARDS)


def mark_used(segments: Iterable[Path]) -> None:
    """Remember that segments were used just now."""
    for path in segments:
        with contextlib.suppress(OSError):
            os.utime(path)


def forget_segments(folder: Path, sha256: str) -> None:
    """Throw away every segment of a recording, and all that may be of it.

    A card may show what is said in it, or the name of somebody who says it.
    """
    for name in (sha256, _SEVERAL, _CARDS):
        shutil.rmtree(folder / name, ignore_errors=True)


def shrink(folder: Path, most: int = MOST_BYTES) -> None:
    """Throw away the segments unused for longest, until the rest fit in *most* bytes.

    What cannot be thrown away stays: it is only room.
    """
    kept = []
    for path in folder.glob("*/*.*"):
        if path.parent.name == MAKING:
            continue
        with contextlib.suppress(OSError):
            about = path.stat()
            kept.append((about.st_mtime_ns, about.st_size, path))
    size = sum(one[1] for one in kept)
    for _used, bytes_freed, path in sorted(kept):
        if size <= most:
            return
        with contextlib.suppress(OSError):
            path.unlink()
            size -= bytes_freed
