"""Keep recordings that were taken in as clips: their places, then their records."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, SessionId
from mediakit.model.removed import Removed
from mediakit.model.use import Use
from mediakit.model.voice import Voice
from mediakit.workflows.came_back import (
    closed_return,
    put_voices,
    voices_taken_over,
    what_left,
)
from mediakit.workflows.keep_thumbnail import keep_thumbnail
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.place_files import (
    Placing,
    name_as_text,
    place_name,
    placing,
)
from mediakit.workflows.take_in_file import NotAdded, Taken, Task
from mediakit.workflows.working_copies import ask_for_copies, open_clips


class How(StrEnum):
    """What adding a recording came to."""

    ADDED = "added"
    KNOWN = "known"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Added:
    """A recording that is in the library.

    Attributes:
        path: Where it was found.
        size: Bytes.
        clip: Its record.
        how: Whether it is new, was there already, or its lost original came back.
    """

    path: Path
    size: int
    clip: Clip
    how: How


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the records of new clips are to say.

    Attributes:
        session: The session they were recorded at.
        languages: BCP 47 tags of the speech.
        title: What to call it, instead of the file's name.
        original_name: What the file was called, if not as it is now.
    """

    session: SessionId | None = None
    languages: tuple[str, ...] = ()
    title: str = ""
    original_name: str = ""


def keep_media(
    library: Library,
    catalog: Catalog,
    taken: Sequence[tuple[Task, Taken]],
    wishes: Wishes,
    purpose: Purpose,
) -> list[Added | NotAdded]:
    """Move copies to their places and record them, all in one commit.

    What was made here, left and comes back brings along who is heard and seen in it;
    it is not kept if one of them closed it to the team.

    Args:
        library: Where to.
        catalog: Its records.
        taken: The copies, and what was learned of them.
        wishes: What the records are to say.
        purpose: For whom; see `for_the_team`.

    Raises:
        WriteFailed: A copy cannot be moved, or the catalog cannot be written.
        CatalogBusy: Another program did not finish in time.
        CatalogDamaged: A file of the catalog is missing or damaged.
    """
    kept: list[Added | NotAdded] = []
    with placing(library, catalog) as places:
        clips = {clip.sha256: clip for clip in places.change.all(Clip)}
        left = what_left(places.change)
        for task, facts in taken:
            twin, use = clips.get(facts.sha256), left.get(facts.sha256)
            if use and (error := closed_return(places.change, purpose, task, use)):
                kept.append(NotAdded(task.path, facts.size, error))
                continue
            added = keep_clip(places, twin, task, facts, wishes, use)
            kept.append(added)
            clips[facts.sha256] = added.clip
    _keep_thumbnails(library, catalog, purpose, kept, taken)
    return kept


def keep_clip(
    places: Placing,
    twin: Clip | None,
    task: Task,
    facts: Taken,
    wishes: Wishes,
    use: Use | None = None,
) -> Added:
    """Record one file, unless *twin*, a clip of the same bytes, has its original.

    Args:
        places: Where to, and the records.
        twin: The clip of the same bytes.
        task: Where the copy is.
        facts: What was learned of it.
        wishes: What its record is to say.
        use: What it left as, if it was made here.
    """
    library, change = places.library, places.change
    if twin and has_original(library, twin) and not facts.mends:
        if task.copy:
            task.copy.unlink(missing_ok=True)
        return Added(task.path, facts.size, twin, How.KNOWN)
    if twin:
        path = _place(places, task, wishes, twin.id)
        back = change.put(replace(twin, path=path, in_place=task.copy is None))
        return Added(task.path, facts.size, back, How.RESTORED)
    clip_id = _known_before(change, facts.sha256) or ClipId(change.new_id(Clip))
    clip = change.put(
        Clip(
            id=clip_id,
            title=wishes.title or readable_title(task.path),
            path=_place(places, task, wishes, clip_id),
            sha256=facts.sha256,
            size=facts.size,
            media=facts.media,
            in_place=task.copy is None,
            original_name=wishes.original_name or name_as_text(task.path.name),
            languages=wishes.languages,
            session=wishes.session,
            left_as=use.id if use else None,
        )
    )
    if use:
        put_voices(change, voices_taken_over(change.all(Voice), clip, use))
    return Added(task.path, facts.size, clip, How.ADDED)


def has_original(library: Library, clip: Clip) -> bool:
    """Tell whether a clip's original is there, and as long as it was."""
    try:
        return library.resolve(clip.path).stat().st_size == clip.size
    except (OSError, ValueError):
        return False


def readable_title(path: Path) -> str:
    """Return what people can call a file: its name, with spaces for underscores."""
    words = name_as_text(path.stem).replace("_", " ").split()
    return unicodedata.normalize("NFC", " ".join(words)) or name_as_text(path.name)


def _known_before(change: Change, sha256: str) -> ClipId | None:
    """Return the id that a recording had before it was taken out, if it is free."""
    before = [one.clip for one in change.all(Removed) if one.sha256 == sha256]
    taken = {clip.id for clip in change.all(Clip)} if before else set()
    return next((clip for clip in before if clip not in taken), None)


def _keep_thumbnails(
    library: Library,
    catalog: Catalog,
    purpose: Purpose,
    kept: Sequence[Added | NotAdded],
    taken: Sequence[tuple[Task, Taken]],
) -> None:
    """Keep the pictures of new clips; of old ones only where nobody closed them."""
    back = [one.clip for one in kept if isinstance(one, Added)]
    opened = open_clips(ask_for_copies(catalog.read(), purpose, back), back)
    for one, (_task, facts) in zip(kept, taken, strict=True):
        if isinstance(one, Added) and one.how is not How.KNOWN and one.clip in opened:
            keep_thumbnail(library, one.clip.id, facts.thumbnail)


def _place(places: Placing, task: Task, wishes: Wishes, clip_id: ClipId) -> str:
    """Move a copy to its final name; return what the record says of where it is."""
    if task.copy is None:
        return str(task.path)
    named = Path(wishes.original_name or task.path)
    return places.move(task.copy, places.library.assets / place_name(named, clip_id))
