"""Accept submissions: they become clips, as by `add`."""

from collections.abc import Generator, Sequence
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.submission import Submission
from mediakit.workflows.find_media import Found
from mediakit.workflows.judge_submissions import NotJudged, find_each
from mediakit.workflows.keep_media import has_original
from mediakit.workflows.make_clip import (
    Accepted,
    Terms,
    accepted_before,
    leave_queue,
    make_clip,
    still_unmet,
)
from mediakit.workflows.take_in_file import NotAdded, Task
from mediakit.workflows.take_in_media import Ready, by_size, take_in_media


def accept_submissions(
    library: Library, catalog: Catalog, typed: Sequence[str], terms: Terms
) -> Generator[Accepted | NotJudged, None, None]:
    """Make clips of submissions; yield what became of each, once it is certain.

    The file is copied among the originals, and leaves the queue once its clip is
    recorded. Accepting again goes on from where it was cut short.

    Args:
        library: Where they are.
        catalog: Its records.
        typed: Their ids, or how those begin.
        terms: What they must meet.

    Raises:
        SpaceMissing: The copies have no room; nothing was accepted.
        WriteFailed: The disk or the catalog failed.
    """
    records = catalog.read()
    ready: dict[Path, Submission] = {}
    for one in find_each(records, typed):
        if isinstance(one, NotJudged):
            yield one
        elif done := accepted_before(records, one):
            leave_queue(library, one)
            yield done
        elif errors := still_unmet(library, records, one, terms):
            yield NotJudged(one.id, errors)
        else:
            ready[library.resolve(one.path)] = one

    sizes = {one.size for one in ready.values()}
    twins = {
        clip.sha256: clip
        for clip in records.all(Clip)
        if clip.size in sizes and has_original(library, clip)
    }

    def keep(taken: Ready) -> list[Accepted | NotJudged]:
        return [
            make_clip(library, catalog, ready[task.path], terms, task, facts)
            for task, facts in taken
        ]

    def recognised(task: Task, digest: str) -> Accepted | NotJudged:
        twin = twins[digest]
        return make_clip(library, catalog, ready[task.path], terms, task, twin)

    results = take_in_media(
        [Found(path, one.size, named=True) for path, one in ready.items()],
        incoming=library.incoming,
        known=by_size(
            (clip.size, digest, library.resolve(clip.path))
            for digest, clip in twins.items()
        ),
        recognised=recognised,
        keep=keep,
    )
    for result in results:
        if isinstance(result, NotAdded):
            yield NotJudged(ready[result.path].id, (result.error,))
        else:
            yield result
