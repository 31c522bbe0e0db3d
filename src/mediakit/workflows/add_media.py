"""Add recordings to a library, by copy or where they are, on all processors."""

import contextlib
import shutil
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from mediakit.batch.outcomes import Done, Failed
from mediakit.batch.runner import run
from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors import (
    MediaEmpty,
    MediaIsPicture,
    MediaIsPlaylist,
    MediakitError,
    NotMedia,
    SpaceMissing,
)
from mediakit.model.clip import Clip
from mediakit.model.language import normalize_tag
from mediakit.model.session import Session
from mediakit.settings import Library, threads
from mediakit.workflows.find_media import Found, Refused
from mediakit.workflows.keep_media import Added, How, Wishes, has_original, keep_media
from mediakit.workflows.stage_copies import staging
from mediakit.workflows.take_in_file import (
    SUFFIXES,
    Recognised,
    Taken,
    Task,
    take_in_file,
)

_MEGABYTE = 1_000_000
_MOST_WAITING, _LONGEST_WAIT = 100, 1.0  # clips, and seconds, between two commits

# a file that is read more slowly than any disk reads hangs
_PATIENCE, _SLOWEST = 300.0, 250_000.0  # seconds, bytes a second

# what a folder of recordings may hold beside them
_BESIDE = (MediaEmpty, MediaIsPicture, MediaIsPlaylist, NotMedia)


@dataclass(frozen=True, slots=True)
class NotAdded:
    """Something that was not added.

    Attributes:
        path: Where it is.
        size: Bytes.
        error: Why.
        left_out: It lay in a folder and does not look like a recording at all.
    """

    path: Path
    size: int
    error: MediakitError
    left_out: bool = False


def add_media(
    library: Library,
    catalog: Catalog,
    things: Sequence[Found | Refused],
    *,
    session: str = "",
    languages: Iterable[str] = (),
    title: str = "",
    in_place: bool = False,
) -> Generator[Added | NotAdded, None, None]:
    """Add recordings; yield what became of each, once it is certain.

    What was yielded is in the catalog. Closing the generator keeps what is ready
    and drops the rest; adding the same again goes on from there.

    Args:
        library: Where to add.
        catalog: Its records.
        things: What `find_media` found.
        session: Id of the session they were recorded at, if known.
        languages: Tags of the speech.
        title: What to call the clip, when there is only one.
        in_place: Leave the originals where they are.

    Raises:
        SessionNotFound: No session has this id; nothing was added.
        LanguageNotUnderstood: A language is no tag; nothing was added.
        SpaceMissing: The copies have no room; nothing was added.
        WriteFailed: The disk or the catalog failed.
    """
    records = catalog.read()
    wishes = Wishes(
        session=records.find(Session, session).id if session else None,
        languages=tuple(normalize_tag(language) for language in languages),
        title=title,
    )
    found = [thing for thing in things if isinstance(thing, Found)]
    known = _known(library, records, {thing.size for thing in found})
    if not in_place:
        sizes = {clip.size for clip in known.values()}
        _check_space(library, sum(f.size for f in found if f.size not in sizes))
    for thing in things:
        if isinstance(thing, Refused):
            yield NotAdded(thing.path, 0, thing.error)
    with contextlib.ExitStack() as stack:
        folder = None if in_place else stack.enter_context(staging(library))
        tasks = _tasks(library, found, folder, known)
        yield from _results(library, catalog, tasks, known, wishes)


def _results(
    library: Library,
    catalog: Catalog,
    tasks: Iterable[Task],
    known: Mapping[str, Clip],
    wishes: Wishes,
) -> Iterator[Added | NotAdded]:
    """Yield what becomes of each task, the new clips in a few large commits."""
    outcomes = run(take_in_file, tasks, workers=threads(), seconds=_patience)
    waiting: list[tuple[Task, Taken]] = []
    kept_at = time.monotonic()
    try:
        for outcome in outcomes:
            match outcome:
                case Failed(task, error):
                    yield _not_added(task, error)
                case Done(task, Recognised(digest)):
                    yield Added(task.path, task.size, known[digest], How.KNOWN)
                case Done(task, Taken() as taken):
                    waiting.append((task, taken))
            if waiting and (
                len(waiting) == _MOST_WAITING
                or time.monotonic() - kept_at >= _LONGEST_WAIT
            ):
                ready, waiting = waiting, []
                yield from keep_media(library, catalog, ready, wishes)
                kept_at = time.monotonic()
    finally:
        # at the end, and when interrupted: the workers leave, what is ready stays
        outcomes.close()
        kept = keep_media(library, catalog, waiting, wishes)
    yield from kept


def _not_added(task: Task, error: MediakitError) -> NotAdded:
    beside = isinstance(error, _BESIDE) and task.path.suffix.lower() not in SUFFIXES
    return NotAdded(task.path, task.size, error, left_out=beside and not task.named)


def _known(
    library: Library, records: Records, sizes: AbstractSet[int]
) -> dict[str, Clip]:
    """Return the clips of some sizes that have their originals, by SHA-256."""
    return {
        clip.sha256: clip
        for clip in records.all(Clip)
        if clip.size in sizes and has_original(library, clip)
    }


def _tasks(
    library: Library,
    found: Iterable[Found],
    folder: Path | None,
    known: Mapping[str, Clip],
) -> Iterator[Task]:
    by_size: dict[int, dict[str, Path]] = {}
    for clip in known.values():
        originals = by_size.setdefault(clip.size, {})
        originals[clip.sha256] = library.resolve(clip.path)
    for number, thing in enumerate(found):
        yield Task(
            path=thing.path,
            size=thing.size,
            named=thing.named,
            copy=folder / str(number) if folder else None,
            known=by_size.get(thing.size, {}),
        )


def _patience(task: Task) -> float:
    return _PATIENCE + task.size / _SLOWEST


def _check_space(library: Library, needed: int) -> None:
    free = shutil.disk_usage(library.root).free
    if needed > free:
        raise SpaceMissing(
            needed=-(-needed // _MEGABYTE),
            free=free // _MEGABYTE,
            folder=str(library.root),
        )
