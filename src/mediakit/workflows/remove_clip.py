"""Take a clip out of the library, so that it can be put back by hand."""

import contextlib
import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors import ClipLinked, WriteFailed
from mediakit.files import (
    is_file,
    make_folder,
    reason,
    replace,
    sync_folder,
    write_durably,
)
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.screening import Screening
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use
from mediakit.settings import Library

REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Removal:
    """What became of a removed clip.

    Attributes:
        clip: The clip that was.
        folder: Where its files and records lie now; ``None`` if they were deleted.
        left: Files outside the library, which stay where they are.
    """

    clip: Clip
    folder: Path | None
    left: tuple[Path, ...] = ()


def remove_clip(
    library: Library,
    catalog: Catalog,
    typed: str,
    *,
    with_history: bool = False,
    delete: bool = False,
) -> Removal:
    """Remove a clip with its transcripts, excerpts, themes and screenings.

    Its records and files go to ``removed/`` in the library, or for good if *delete*.
    An original that was added in place stays where it is, and so does anything else
    that records name outside the library's own folders. Records of uses are kept:
    what left the library is not forgotten. The records go first, so that whatever
    dies in between leaves at most files that nothing mentions.

    Raises:
        ClipNotFound: No clip has this id.
        ClipLinked: It was screened or used, and *with_history* is false.
        WriteFailed: Something could not be written or moved.
    """
    with catalog.change() as change:
        clip = change.find(Clip, typed)
        linked = _linked(change, clip)
        if not with_history:
            _refuse_history(change, clip)
        folder = None if delete else library.root / REMOVED / clip.id
        if folder is not None:
            write_durably(folder / "records.json", _document([clip, *linked]))
        for record in linked:
            change.remove(type(record), record.id)
        change.remove(Clip, clip.id)
    names = [r.path for r in linked if isinstance(r, TranscriptRecord)]
    paths = [library.resolve(name) for name in (*names, clip.path)]
    own = [path for path in paths if library.owns(path)]
    for path in own:
        _take_out(path, folder)
    with contextlib.suppress(OSError):  # derived: made again when missed
        (library.thumbnails / f"{clip.id}.jpg").unlink(missing_ok=True)
    return Removal(clip, folder, tuple(path for path in paths if path not in own))


Linked = TranscriptRecord | Coding | Excerpt | Screening


def _linked(change: Change, clip: Clip) -> list[Linked]:
    kinds: tuple[type[Linked], ...] = (TranscriptRecord, Coding, Excerpt, Screening)
    return [r for kind in kinds for r in change.all(kind) if r.clip == clip.id]


def _refuse_history(change: Change, clip: Clip) -> None:
    screenings = sum(s.clip == clip.id for s in change.all(Screening))
    uses = sum(any(r.clip == clip.id for r in u.ranges) for u in change.all(Use))
    if screenings or uses:
        raise ClipLinked(clip=clip.id, screenings=screenings, uses=uses)


def _document(records: list[Clip | Linked]) -> bytes:
    plain = [{"kind": type(r).__name__, **dataclasses.asdict(r)} for r in records]
    return json.dumps(plain, indent=1).encode()


def _take_out(path: Path, folder: Path | None) -> None:
    if not is_file(path):
        return
    try:
        if folder is None:
            path.unlink()
        else:
            make_folder(folder)
            replace(path, folder / path.name)
            sync_folder(folder)
        sync_folder(path.parent)
    except OSError as error:
        raise WriteFailed(path=str(path), reason=reason(error)) from error
