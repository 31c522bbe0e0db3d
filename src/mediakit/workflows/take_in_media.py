"""Take in many files on all processors; keep what is ready in a few large commits."""

import contextlib
import shutil
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from mediakit.batch.outcomes import Done, Failed
from mediakit.batch.runner import run
from mediakit.errors.base import MediakitError
from mediakit.errors.library import SpaceMissing
from mediakit.errors.media import MediaEmpty, MediaIsPicture, MediaIsPlaylist, NotMedia
from mediakit.machine import threads
from mediakit.workflows.find_media import Found, Refused
from mediakit.workflows.stage_copies import staging
from mediakit.workflows.take_in_file import (
    SUFFIXES,
    NotAdded,
    Recognised,
    Taken,
    Task,
    take_in_file,
)

_MEGABYTE = 1_000_000
_MOST_WAITING, _LONGEST_WAIT = 100, 1.0  # files, and seconds, between two commits

# a file that is read more slowly than any disk reads hangs
_PATIENCE, _SLOWEST = 300.0, 250_000.0  # seconds, bytes a second

# what a folder of recordings may hold beside them
_BESIDE = (MediaEmpty, MediaIsPicture, MediaIsPlaylist, NotMedia)

Kept = TypeVar("Kept")
Ready = Sequence[tuple[Task, Taken]]
Originals = Mapping[int, Mapping[str, Path]]


def by_size(originals: Iterable[tuple[int, str, Path]]) -> Originals:
    """Return files that are known, given as size, SHA-256 and path, by size."""
    found: dict[int, dict[str, Path]] = {}
    for size, digest, path in originals:
        found.setdefault(size, {})[digest] = path
    return found


def take_in_media(
    things: Sequence[Found | Refused],
    *,
    incoming: Path | None,
    known: Originals,
    recognised: Callable[[Task, str], Kept],
    keep: Callable[[Ready], list[Kept]],
) -> Generator[Kept | NotAdded, None, None]:
    """Copy, hash and probe files; yield what became of each, once it is certain.

    Closing the generator keeps what is ready and drops the rest.

    Args:
        things: What `find_media` found.
        incoming: Where copies are made, or ``None`` to leave files where they are.
        known: Files that are there already.
        recognised: Tells which of those one is, by its SHA-256.
        keep: Gives files their places and records, all in one commit.

    Raises:
        SpaceMissing: The copies have no room; nothing was added.
        WriteFailed: The disk or the catalog failed.
    """
    found = [thing for thing in things if isinstance(thing, Found)]
    if incoming is not None:
        _check_space(incoming, sum(f.size for f in found if f.size not in known))
    for thing in things:
        if isinstance(thing, Refused):
            yield NotAdded(thing.path, 0, thing.error)
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(staging(incoming)) if incoming else None
        yield from _results(_tasks(found, folder, known), recognised, keep)


def _results(
    tasks: Iterable[Task],
    recognised: Callable[[Task, str], Kept],
    keep: Callable[[Ready], list[Kept]],
) -> Iterator[Kept | NotAdded]:
    """Yield what becomes of each task, the new files in a few large commits."""
    outcomes = run(take_in_file, tasks, workers=threads(), seconds=_patience)
    waiting: list[tuple[Task, Taken]] = []
    kept_at = time.monotonic()
    try:
        for outcome in outcomes:
            match outcome:
                case Failed(task, error):
                    yield _not_added(task, error)
                case Done(task, Recognised(digest)):
                    yield recognised(task, digest)
                case Done(task, Taken() as taken):
                    waiting.append((task, taken))
            if waiting and (
                len(waiting) == _MOST_WAITING
                or time.monotonic() - kept_at >= _LONGEST_WAIT
            ):
                ready, waiting = waiting, []
                yield from keep(ready)
                kept_at = time.monotonic()
    finally:
        # at the end, and when interrupted: the workers leave, what is ready stays
        outcomes.close()
        kept = keep(waiting) if waiting else []
    yield from kept


def _not_added(task: Task, error: MediakitError) -> NotAdded:
    beside = isinstance(error, _BESIDE) and task.path.suffix.lower() not in SUFFIXES
    return NotAdded(task.path, task.size, error, left_out=beside and not task.named)


def _tasks(
    found: Iterable[Found], folder: Path | None, known: Originals
) -> Iterator[Task]:
    for number, thing in enumerate(found):
        yield Task(
            path=thing.path,
            size=thing.size,
            named=thing.named,
            copy=folder / str(number) if folder else None,
            known=known.get(thing.size, {}),
        )


def _patience(task: Task) -> float:
    return _PATIENCE + task.size / _SLOWEST


def _check_space(incoming: Path, needed: int) -> None:
    library = incoming.parents[1]
    free = shutil.disk_usage(library).free
    if needed > free:
        raise SpaceMissing(
            needed=-(-needed // _MEGABYTE),
            free=free // _MEGABYTE,
            folder=str(library),
        )
