"""Give files that were taken in their place in the library, then their records.

The order is what keeps a record from ever being without its file: the copies are
whole and on disk, they get their final names, the folder of names is forced to
disk, and only then the catalog says that they are there.
"""

import contextlib
import os
import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors import MediakitError, WriteFailed
from mediakit.files import (
    OWNER_ONLY_FILE,
    TEMPORARY_SUFFIX,
    make_folder,
    reason,
    safe_name,
    sync_folder,
)
from mediakit.files import replace as rename
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, SessionId
from mediakit.settings import Library
from mediakit.workflows.take_in_file import Taken, Task

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}", re.ASCII)


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
    """

    session: SessionId | None = None
    languages: tuple[str, ...] = ()
    title: str = ""


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
    if not taken:
        return []
    kept: list[Added] = []
    try:
        with catalog.change() as change:
            clips = {clip.sha256: clip for clip in change.all(Clip)}
            for task, facts in taken:
                twin = clips.get(facts.sha256)
                kept.append(_keep(library, change, twin, task, facts, wishes))
                clips[facts.sha256] = kept[-1].clip
            if library.assets.is_dir():
                sync_folder(library.assets)
    except BaseException as error:
        # an interruption too
        _take_back(library, catalog, kept)
        if isinstance(error, OSError):
            path = error.filename2 or error.filename or library.assets
            raise WriteFailed(path=str(path), reason=reason(error)) from error
        raise
    for added, (_task, facts) in zip(kept, taken, strict=True):
        if facts.thumbnail and added.how is not How.KNOWN:
            _write_thumbnail(library, added.clip, facts.thumbnail)
    return kept


def _keep(
    library: Library,
    change: Change,
    twin: Clip | None,
    task: Task,
    facts: Taken,
    wishes: Wishes,
) -> Added:
    """Record one file, unless a clip of the same bytes has its original."""
    if twin and has_original(library, twin) and not facts.mends:
        if task.copy:
            task.copy.unlink(missing_ok=True)
        return Added(task.path, facts.size, twin, How.KNOWN)
    if twin:
        path = _place(library, task, twin.id)
        back = change.put(replace(twin, path=path, in_place=task.copy is None))
        return Added(task.path, facts.size, back, How.RESTORED)
    clip_id = ClipId(change.new_id(Clip))
    clip = change.put(
        Clip(
            id=clip_id,
            title=wishes.title or readable_title(task.path),
            path=_place(library, task, clip_id),
            sha256=facts.sha256,
            size=facts.size,
            media=facts.media,
            in_place=task.copy is None,
            original_name=_text(task.path.name),
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
    words = _text(path.stem).replace("_", " ").split()
    return unicodedata.normalize("NFC", " ".join(words)) or _text(path.name)


def _place(library: Library, task: Task, clip_id: ClipId) -> str:
    """Move a copy to its final name; return what the record says of where it is."""
    if task.copy is None:
        return str(task.path)
    suffix = task.path.suffix.lower()
    if not _SUFFIX.fullmatch(suffix):
        suffix = ""
    # the id keeps it apart from every other name, in small letters or capitals
    target = library.assets / f"{safe_name(task.path.stem)}-{clip_id}{suffix}"
    rename(task.copy, target)
    return target.relative_to(library.root).as_posix()


def _take_back(library: Library, catalog: Catalog, kept: Sequence[Added]) -> None:
    """Remove the copies that the catalog, read again, does not mention."""
    with contextlib.suppress(MediakitError, OSError):
        recorded = {clip.path for clip in catalog.read().all(Clip)}
        for added in kept:
            if not added.clip.in_place and added.clip.path not in recorded:
                library.resolve(added.clip.path).unlink(missing_ok=True)


def _text(name: str) -> str:
    """Return a file's name as text; bytes that are none become a mark."""
    return os.fsencode(name).decode("utf-8", "replace")


def _write_thumbnail(library: Library, clip: Clip, picture: bytes) -> None:
    """Write a picture whole or not at all; it can be made again, so without waiting."""
    target = library.thumbnails / f"{clip.id}.jpg"
    half = target.with_name(f".{target.name}.{secrets.token_hex(4)}{TEMPORARY_SUFFIX}")
    with contextlib.suppress(OSError):
        make_folder(target.parent)
        half.touch(OWNER_ONLY_FILE)
        half.write_bytes(picture)
        rename(half, target)
