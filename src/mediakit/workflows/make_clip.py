"""Make a clip of one submission, with the person who sent it in."""

from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.library import WriteFailed
from mediakit.errors.submissions import SubmissionFileChanged
from mediakit.files import reason, sync_folder
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.gate import Rules
from mediakit.model.ids import ConsentId, VoiceId
from mediakit.model.submission import Standing, Submission
from mediakit.model.submission_gaps import consent_to_record
from mediakit.model.use import Use
from mediakit.model.voice import Voice
from mediakit.workflows.came_back import closed_return, what_left
from mediakit.workflows.judge_submissions import NotJudged
from mediakit.workflows.keep_media import (
    Added,
    How,
    Wishes,
    keep_clip,
)
from mediakit.workflows.keep_thumbnail import keep_thumbnail, thumbnail_of
from mediakit.workflows.place_files import Placing, placing
from mediakit.workflows.submission_needs import read_consents, unmet
from mediakit.workflows.take_in_file import Taken, Task
from mediakit.workflows.working_copies import for_the_team


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What submissions must meet to be accepted.

    Attributes:
        scopes: The ladder of consent.
        day: ISO 8601 day of today.
        why: The reason to accept them.
        even_so: Why what is missing does not matter.
    """

    scopes: tuple[str, ...]
    day: str
    why: str = ""
    even_so: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A submission that is a clip.

    Attributes:
        submission: Its record.
        clip: The clip.
    """

    submission: Submission
    clip: Clip


def make_clip(
    library: Library,
    catalog: Catalog,
    submission: Submission,
    terms: Terms,
    task: Task,
    found: Taken | Clip,
) -> Accepted | NotJudged:
    """Give a submission's copy its place, and record clip, voice and consent at once.

    Args:
        library: Where it is.
        catalog: Its records.
        submission: As it was when it was looked at.
        terms: What it must meet.
        task: Its file, and where the copy is.
        found: What was learned of it, or the clip that has the same bytes.

    Raises:
        ClipNotFound: That clip was removed in the meantime.
        WriteFailed: The disk or the catalog failed.
    """
    if found.sha256 != submission.sha256:
        path = str(task.path)
        changed = SubmissionFileChanged(submission=submission.id, path=path)
        return NotJudged(submission.id, (changed,))
    with placing(library, catalog) as places:
        change = places.change
        # others may have judged it, or withdrawn, in the meantime
        submission = change.get(Submission, submission.id)
        if done := accepted_before(change, submission):
            return done
        if errors := still_unmet(library, change, submission, terms):
            return NotJudged(submission.id, errors)
        use = what_left(change).get(submission.sha256)
        purpose = for_the_team(Rules(scopes=terms.scopes), terms.day)
        if use and (error := closed_return(change, purpose, task, use)):
            return NotJudged(submission.id, (error,))
        added = _added(places, submission, task, found, use)
        _record_contributor(change, submission, added.clip, terms.day)
        accepted = change.put(
            replace(
                submission,
                standing=Standing.ACCEPTED,
                clip=added.clip.id,
                why=terms.even_so or terms.why or submission.why,
            )
        )
    if isinstance(found, Taken) and added.how is not How.KNOWN:
        keep_thumbnail(library, added.clip.id, found.thumbnail)
    leave_queue(library, accepted)
    return Accepted(accepted, added.clip)


def accepted_before(records: Records, submission: Submission) -> Accepted | None:
    """Return what a submission became, if that is still a clip."""
    if submission.clip is None:
        return None
    clips = (clip for clip in records.all(Clip) if clip.id == submission.clip)
    clip = next(clips, None)
    return Accepted(submission, clip) if clip else None


def still_unmet(
    library: Library, records: Records, submission: Submission, terms: Terms
) -> tuple[MediakitError, ...]:
    """Return why a submission cannot be accepted on some terms."""
    consents = read_consents(records, terms.scopes, terms.day)
    return unmet(library, submission, consents, even_so=bool(terms.even_so))


def leave_queue(library: Library, submission: Submission) -> None:
    """Delete an accepted submission's file, which its clip has, and its picture.

    Raises:
        WriteFailed: It cannot be deleted; accepting it again tries again.
    """
    path = library.resolve(submission.path)
    try:
        if library.owns(path) and path.is_file():
            path.unlink()
            sync_folder(path.parent)
        thumbnail_of(library, submission.id).unlink(missing_ok=True)
    except OSError as error:
        raise WriteFailed(path=str(path), reason=reason(error)) from error


def _added(
    places: Placing,
    submission: Submission,
    task: Task,
    found: Taken | Clip,
    use: Use | None,
) -> Added:
    """Return the clip of a submission's bytes, which may be there already."""
    change = places.change
    if isinstance(found, Clip):
        return Added(task.path, task.size, change.get(Clip, found.id), How.KNOWN)
    twins = (clip for clip in change.all(Clip) if clip.sha256 == found.sha256)
    wishes = Wishes(
        session=submission.session,
        languages=submission.languages,
        title=submission.title,
        original_name=submission.original_name,
    )
    return keep_clip(places, next(twins, None), task, found, wishes, use)


def _record_contributor(
    change: Change, submission: Submission, clip: Clip, day: str
) -> None:
    """Record who sent a clip in as heard and seen in it, and what they agreed to."""
    person = submission.contributor
    if person is None:
        return
    if not any(v.clip == clip.id and v.person == person for v in change.all(Voice)):
        change.put(
            Voice(
                id=VoiceId(change.new_id(Voice)),
                clip=clip.id,
                person=person,
                heard=bool(clip.media.sound),
                seen=clip.media.video is not None,
            )
        )
    events = [one for one in change.all(ConsentEvent) if one.person == person]
    if said := consent_to_record(submission, events, day):
        consent_id = ConsentId(change.new_id(ConsentEvent))
        change.put(replace(said, id=consent_id, clips=(clip.id,)))
