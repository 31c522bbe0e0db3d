"""Keep recordings that were taken in as submissions: their places, then records."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import PersonId, SessionId, SubmissionId
from mediakit.model.submission import Standing, Submission
from mediakit.model.use import Use
from mediakit.workflows.came_back import closed_return, what_left
from mediakit.workflows.keep_media import (
    Added,
    How,
    keep_clip,
    readable_title,
)
from mediakit.workflows.keep_media import Wishes as ClipWishes
from mediakit.workflows.keep_thumbnail import keep_thumbnail
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.place_files import (
    Placing,
    name_as_text,
    place_name,
    placing,
)
from mediakit.workflows.take_in_file import NotAdded, Taken, Task
from mediakit.workflows.take_in_media import Ready


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the records of submissions are to say; see `Submission`."""

    sender: str = ""
    call: str = ""
    limit: int | None = None
    contributor: PersonId | None = None
    session: SessionId | None = None
    languages: tuple[str, ...] = ()
    up_to: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A recording that is in the queue.

    Attributes:
        path: Where it was found.
        size: Bytes.
        submission: Its record.
        how: Whether it is new, was there already, or its lost file came back.
    """

    path: Path
    size: int
    submission: Submission
    how: How


def keep_submissions(
    library: Library,
    catalog: Catalog,
    taken: Ready,
    wished: Callable[[Path], Wishes],
    purpose: Purpose,
) -> list[Received | Added | NotAdded]:
    """Move copies to their places in the queue and record them, all in one commit.

    What is a clip already stays one, and gets its original back if that was lost. What
    was made here and left is not kept if somebody in it closed it to the team.

    Args:
        library: Where the queue is.
        catalog: Its records.
        taken: The copies and what was learned of them.
        wished: Tells what is to be recorded of a path.
        purpose: For whom; see `for_the_team`.

    Raises:
        WriteFailed: A copy cannot be moved, or the catalog cannot be written.
        CatalogBusy: Another program did not finish in time.
        CatalogDamaged: A file of the catalog is missing or damaged.
    """
    kept: list[Received | Added | NotAdded] = []
    with placing(library, catalog) as places:
        clips = {clip.sha256: clip for clip in places.change.all(Clip)}
        queue = {one.sha256: one for one in places.change.all(Submission)}
        left = what_left(places.change)
        for task, facts in taken:
            use = left.get(facts.sha256)
            if use and (error := closed_return(places.change, purpose, task, use)):
                kept.append(NotAdded(task.path, facts.size, error))
                continue
            if clip := clips.get(facts.sha256):
                kept.append(keep_clip(places, clip, task, facts, ClipWishes()))
                continue
            twin = queue.get(facts.sha256)
            received = _keep(places, twin, task, facts, wished(task.path), use)
            queue[facts.sha256] = received.submission
            kept.append(received)
    for one, (_task, facts) in zip(kept, taken, strict=True):
        if isinstance(one, Received) and one.how is not How.KNOWN:
            keep_thumbnail(library, one.submission.id, facts.thumbnail)
    return kept


def fill_in(catalog: Catalog, known: Submission, wishes: Wishes) -> Submission:
    """Record what was not known of a submission, and return it; the rest stays.

    Raises:
        SubmissionNotFound: Another program removed it.
        WriteFailed: The catalog cannot be written.
    """
    if filled(known, wishes) == known:
        return known
    with catalog.change() as change:
        return change.put(filled(change.get(Submission, known.id), wishes))


def filled(known: Submission, wishes: Wishes) -> Submission:
    """Return *known* with what *wishes* says where it says nothing."""
    with_consent = known.up_to or not _is_same_person(known, wishes)
    return replace(
        known,
        sender=known.sender or wishes.sender,
        call=known.call or wishes.call,
        limit=wishes.limit if known.limit is None else known.limit,
        contributor=known.contributor or wishes.contributor,
        session=known.session or wishes.session,
        languages=known.languages or wishes.languages,
        up_to=known.up_to if with_consent else wishes.up_to,
        until=known.until if with_consent else wishes.until,
    )


def has_file(library: Library, submission: Submission) -> bool:
    """Tell whether a submission's file is in the queue, and as long as it was."""
    path = library.resolve(submission.path)
    try:
        return library.owns(path) and path.stat().st_size == submission.size
    except (OSError, ValueError):
        return False


def _is_same_person(known: Submission, wishes: Wishes) -> bool:
    return known.contributor in {None, wishes.contributor}


def _keep(
    places: Placing,
    twin: Submission | None,
    task: Task,
    facts: Taken,
    wishes: Wishes,
    use: Use | None,
) -> Received:
    """Record one file, unless *twin*, a submission of the same bytes, will do."""
    if task.copy is None:
        raise ValueError(f"{task} was not copied")
    change, queue = places.change, places.library.submissions
    if twin and _will_do(places.library, twin, task, facts):
        task.copy.unlink(missing_ok=True)
        known = change.put(filled(twin, wishes))
        return Received(task.path, facts.size, known, How.KNOWN)
    record_id = twin.id if twin else SubmissionId(change.new_id(Submission))
    path = places.move(task.copy, queue / place_name(task.path, record_id))
    if twin:
        back = change.put(_back(filled(twin, wishes), path))
        return Received(task.path, facts.size, back, How.RESTORED)
    new = Submission(
        id=record_id,
        title=readable_title(task.path),
        path=path,
        sha256=facts.sha256,
        size=facts.size,
        media=facts.media,
        original_name=name_as_text(task.path.name),
        left_as=use.id if use else None,
    )
    put = change.put(filled(new, wishes))
    return Received(task.path, facts.size, put, How.ADDED)


def _will_do(library: Library, twin: Submission, task: Task, facts: Taken) -> bool:
    """Tell whether a submission has its file, or was rid of it on purpose."""
    if twin.standing is Standing.ACCEPTED:
        return False
    if not twin.path:
        return not task.named
    return has_file(library, twin) and not facts.mends


def _back(known: Submission, path: str) -> Submission:
    """Return a submission that has its file again."""
    if known.standing is Standing.ACCEPTED:
        # its clip was removed since: it waits as it did at first
        known = replace(known, standing=Standing.WAITING, clip=None)
    return replace(known, path=path)
