"""Take the files of declined submissions out of the queue; their records stay."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.submissions import SubmissionIsClip, SubmissionNotDeclined
from mediakit.library import Library
from mediakit.model.submission import Standing, Submission
from mediakit.workflows.judge_submissions import NotJudged, find_each
from mediakit.workflows.keep_thumbnail import thumbnail_of
from mediakit.workflows.remove_clip import take_out


@dataclass(frozen=True, slots=True)
class Emptied:
    """A submission whose file is no longer in the queue.

    Attributes:
        submission: Its record.
        folder: Where the file lies now; ``None`` if it was deleted.
    """

    submission: Submission
    folder: Path | None


def remove_submissions(
    library: Library, catalog: Catalog, typed: Sequence[str], *, delete: bool = False
) -> list[Emptied | NotJudged]:
    """Take files out of the queue, and say what became of each submission named.

    They go to ``removed/`` in the library, or for good if *delete*. The records go
    first, so that whatever dies in between leaves at most files that nothing
    mentions.

    Raises:
        WriteFailed: Something could not be written or moved.
    """
    emptied: list[Emptied | NotJudged] = []
    files: list[tuple[Submission, Path | None]] = []
    with catalog.change() as change:
        for one in find_each(change, typed):
            if isinstance(one, NotJudged):
                emptied.append(one)
            elif errors := _why_not(one):
                emptied.append(NotJudged(one.id, errors))
            else:
                folder = None if delete else library.removed / one.id
                put = change.put(replace(one, path=""))
                emptied.append(Emptied(put, folder))
                files.append((one, folder))
    for submission, folder in files:
        path = library.resolve(submission.path)
        if library.owns(path):
            take_out(path, folder)
        with contextlib.suppress(OSError):  # derived: made again when missed
            thumbnail_of(library, submission.id).unlink(missing_ok=True)
    return emptied


def _why_not(submission: Submission) -> tuple[MediakitError, ...]:
    if submission.standing is Standing.ACCEPTED:
        return (SubmissionIsClip(submission=submission.id, clip=submission.clip),)
    if submission.standing is not Standing.DECLINED:
        return (SubmissionNotDeclined(submission=submission.id),)
    return ()
