"""Keep recordings that were taken in as clips: their places, then their records."""

import contextlib
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.files import OWNER_ONLY_FILE, TEMPORARY_SUFFIX, make_folder
from mediakit.files import replace as rename
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, SessionId
from mediakit.settings import Library
from mediakit.workflows.place_files import (
    Placing,
    name_as_text,
    place_name,
    placing,
)
from mediakit.workflows.take_in_file import Taken, Task


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
) -> list[Added]:
    """Move copies to their places and record them, all in one commit.

    Raises:
        WriteFailed: A copy cannot be moved, or the catalog cannot be written.
        CatalogBusy: Another program did not finish in time.
        CatalogDamaged: A file of the catalog is missing or damaged.
    """
    kept: list[Added] = []
    with placing(library, catalog) as places:
        clips = {clip.sha256: clip for clip in places.change.all(Clip)}
        for task, facts in taken:
            twin = clips.get(facts.sha256)
            kept.append(keep_clip(places, twin, task, facts, wishes))
            clips[facts.sha256] = kept[-1].clip
    for added, (_task, facts) in zip(kept, taken, strict=True):
        if added.how is not How.KNOWN:
            keep_thumbnail(library, added.clip.id, facts.thumbnail)
    return kept


def keep_clip(
    places: Placing, twin: Clip | None, task: Task, facts: Taken, wishes: Wishes
) -> Added:
    """Record one file, unless *twin*, a clip of the same bytes, has its original."""
    library, change = places.library, places.change
    if twin and has_original(library, twin) and not facts.mends:
        if task.copy:
            task.copy.unlink(missing_ok=True)
        return Added(task.path, facts.size, twin, How.KNOWN)
    if twin:
        path = _place(places, task, wishes, twin.id)
        back = change.put(replace(twin, path=path, in_place=task.copy is None))
        return Added(task.path, facts.size, back, How.RESTORED)
    clip_id = ClipId(change.new_id(Clip))
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
        )
    )
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


def keep_thumbnail(library: Library, record_id: str, picture: bytes) -> None:
    """Write a picture, if there is one, whole or not at all.

    It can be made again, so nobody waits until it is on disk.
    """
    target = thumbnail_of(library, record_id)
    half = target.with_name(f".{target.name}.{secrets.token_hex(4)}{TEMPORARY_SUFFIX}")
    if picture:
        with contextlib.suppress(OSError):
            make_folder(target.parent)
            half.touch(OWNER_ONLY_FILE)
            half.write_bytes(picture)
            rename(half, target)


def thumbnail_of(library: Library, record_id: str) -> Path:
    """Return where the picture of a clip or a submission is, if it has one."""
    return library.thumbnails / f"{record_id}.jpg"


def _place(places: Placing, task: Task, wishes: Wishes, clip_id: ClipId) -> str:
    """Move a copy to its final name; return what the record says of where it is."""
    if task.copy is None:
        return str(task.path)
    named = Path(wishes.original_name or task.path)
    return places.move(task.copy, places.library.assets / place_name(named, clip_id))
