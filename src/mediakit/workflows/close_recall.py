"""Take something off the list of what must be taken back, once that is done."""

import contextlib
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.catalog import IdAmbiguous, RecallNotFound
from mediakit.errors.leaving import (
    DeletionRefused,
    RecallOutcomeNeeded,
    RecallUnfinished,
)
from mediakit.errors.library import WriteFailed
from mediakit.files import checksum, is_file, reason, sync_folder
from mediakit.library import Library
from mediakit.model.ids import is_id, normalize_id
from mediakit.model.recall import Recall
from mediakit.model.removed import Removed
from mediakit.model.use import Use, UsedFile, UseKind
from mediakit.workflows.list_recalls import Asked, open_recalls, put_recall


def close_recall(
    library: Library,
    catalog: Catalog,
    typed: str,
    *,
    outcome: str,
    day: str,
    delete: bool = False,
) -> list[Recall]:
    """Close what is open about a thing, and return it closed.

    The files of a use must be gone first, and the folder of a removed clip: a list that
    says so while they are there would pretend.

    Args:
        library: Where its files are.
        catalog: Where the list is.
        typed: The id of a line of the list, or of the thing itself.
        outcome: What was done about it, in words.
        day: ISO 8601 day of today.
        delete: Delete the files of a use that are in ``exports``, or that folder.

    Raises:
        RecallNotFound, IdAmbiguous: Nothing open has this id.
        RecallOutcomeNeeded: It is not said what was done.
        DeletionRefused: Files were to be deleted, and it has none.
        RecallUnfinished: A file of it is still there.
        WriteFailed: A file could not be deleted.
    """
    records = catalog.read()
    target = _target(open_recalls(records, day), typed)
    if not outcome.strip():
        raise RecallOutcomeNeeded(id=target)
    uses = [use for use in records.all(Use) if use.id == target]
    removed = [one for one in records.all(Removed) if one.id == target]
    if delete and not (uses or removed):
        raise DeletionRefused(id=target)
    for use in uses:
        _take_back(library, records, use, delete=delete)
    for one in removed:
        _take_away(library, one, delete=delete)
    with catalog.change() as change:
        asked = [one for one in open_recalls(change, day) if one.target == target]
        return [_closed(change, put_recall(change, one), outcome) for one in asked]


def remaining_files(library: Library, records: Records, use: Use) -> list[Path]:
    """Return the files of a use that are still where they were made.

    One that something changed since counts, unless another use made it anew. A cut that
    was read back is somebody else's file, and no voice is in it.
    """
    others = {
        file for one in records.all(Use) if one.id != use.id for file in one.files
    }
    found = []
    for file in () if use.is_read_back else use.files:
        path = library.resolve(file.path)
        if is_file(path):
            digest = checksum(path)
            if digest == file.sha256 or UsedFile(file.path, digest) not in others:
                found.append(path)
    return found


def unreachable_places(
    library: Library, records: Records, recalls: Iterable[Recall]
) -> list[Path]:
    """Return where things were made that cannot be looked at, as on an unplugged stick.

    Whether they are gone from there is only known from whoever says so.

    Args:
        library: Where the other files are.
        records: The catalog.
        recalls: What was taken back.
    """
    targets = {one.target for one in recalls}
    folders = {
        library.resolve(file.path).parent
        for use in records.all(Use)
        if use.id in targets
        for file in use.files
        if Path(file.path).is_absolute()
    }
    outermost = (one for one in folders if folders.isdisjoint(one.parents))
    return sorted(one for one in outermost if not _is_reachable(one))


def _is_reachable(folder: Path) -> bool:
    """Tell whether a folder is there, or at least what it was put in."""
    return folder.is_dir() or folder.parent.is_dir()


def _target(asked: Iterable[Asked], typed: str) -> str:
    """Return the id of the thing that a line of the list, or its own id, means."""
    begins = normalize_id(typed)
    means: dict[str, str] = {}
    for one in asked:
        means[one.target] = one.target
        if one.recall:
            means[one.recall.id] = one.target
    meant = {target for known, target in means.items() if known.startswith(begins)}
    if not begins or not meant:
        raise RecallNotFound(id=typed)
    if begins not in means and len(meant) > 1:
        raise IdAmbiguous(id=typed, matches=", ".join(sorted(meant)))
    return means.get(begins) or meant.pop()


def _take_back(library: Library, records: Records, use: Use, *, delete: bool) -> None:
    for path in remaining_files(library, records, use):
        inside = path.resolve().is_relative_to(library.exports.resolve())
        if not delete or not inside:
            raise RecallUnfinished(path=str(path))
        try:
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
        except OSError as error:
            raise WriteFailed(path=str(path), reason=reason(error)) from error
    if use.kind is UseKind.KIT:
        for file in use.files:
            _remove_empty(library.resolve(file.path).parent, library.kits)


def _remove_empty(folder: Path, kits: Path) -> None:
    """Remove the folders of a kit that is gone, as long as nothing is in them."""
    with contextlib.suppress(OSError):
        while kits.resolve() in folder.resolve().parents:
            folder.rmdir()
            folder = folder.parent


def _take_away(library: Library, removed: Removed, *, delete: bool) -> None:
    """See that what was kept of a removed clip is gone."""
    folder = library.resolve(removed.folder)
    if not removed.folder or not folder.exists():
        return
    # records may come from a stranger, and lead anywhere
    own = library.removed / removed.clip
    inside = is_id("c", removed.clip) and folder == own and not own.is_symlink()
    if not delete or not inside:
        raise RecallUnfinished(path=str(folder))
    try:
        shutil.rmtree(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise WriteFailed(path=str(folder), reason=reason(error)) from error


def _closed(change: Change, recall: Recall, outcome: str) -> Recall:
    told = change.put(replace(recall, outcome=outcome.strip()))
    return change.put(replace(told, done=told.changed))
