"""Take a clip out of the library, so that it can be put back by hand."""

import contextlib
import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.library import WriteFailed
from mediakit.errors.people import ClipIsEvidence
from mediakit.errors.sessions import ClipLinked
from mediakit.files import (
    is_file,
    make_folder,
    reason,
    replace,
    sync_folder,
    write_durably,
)
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.consent import ConsentEvent
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film
from mediakit.model.film_order import without_codes
from mediakit.model.ids import RemovedId
from mediakit.model.mask import Mask
from mediakit.model.playlist import Playlist
from mediakit.model.playlist_order import without_items
from mediakit.model.removed import Removed, ShownThen
from mediakit.model.reply import Reply
from mediakit.model.screening import Outcome, Screening
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use
from mediakit.model.voice import Voice
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.list_films import films_with
from mediakit.workflows.list_playlists import playlists_with
from mediakit.workflows.working_copies import forget_copies


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
    """Remove a clip with all that is about it: transcripts, excerpts, voices...

    What of it is on playlists, and in films on paper, is taken off them.
    Its records and files go to ``removed/`` in the library, or for good if *delete*.
    An original that was added in place stays where it is, and so does anything else
    that records name outside the library's own folders. Records of uses are kept, and
    with them who is heard and seen in the clip, and where it was shown: what is left
    elsewhere and in ``removed/`` is not forgotten, and a withdrawal finds it. The same
    recording added again is the same clip. The records go first, so that whatever dies
    in between leaves at most files that nothing mentions.

    Raises:
        ClipNotFound: No clip has this id.
        ClipLinked: It was screened, answered or used, or is on a playlist or in a
            film, and *with_history* is false.
        ClipIsEvidence: It shows what somebody agreed to.
        WriteFailed: Something could not be written or moved.
    """
    with catalog.change() as change:
        clip = change.find(Clip, typed)
        linked = _linked(change, clip)
        _refuse_evidence(change, clip)
        if not with_history:
            _refuse_history(change, clip)
        folder = None if delete else library.removed / clip.id
        if folder is not None:
            playlists = playlists_with(change, clip.id)
            films = films_with(change, clip.id)
            kept = _document([clip, *linked, *playlists, *films])
            write_durably(folder / "records.json", kept)
        removed = _remembered(library, change, clip, linked, folder)
        if removed:
            change.put(removed)
        keeps_voices = bool(removed or _uses(change, clip))
        for playlist in playlists_with(change, clip.id):
            change.put(_without(playlist, clip))
        for film in films_with(change, clip.id):
            codes = [code for code, one, _range in film.parts if one == clip.id]
            change.put(without_codes(film, codes))
        for record in linked:
            if not (keeps_voices and isinstance(record, Voice)):
                change.remove(type(record), record.id)
        change.remove(Clip, clip.id)
    names = [r.path for r in linked if isinstance(r, TranscriptRecord)]
    said = [library.interpretations / clip.id, library.voiceovers / clip.id]
    spoken = (path for folder in said for path in sorted(folder.glob("*")))
    paths = [*map(library.resolve, (*names, clip.path)), *spoken]
    own = [path for path in paths if library.owns(path)]
    for path in own:
        take_out(path, folder)
    for emptied in said:
        with contextlib.suppress(OSError):
            emptied.rmdir()
    forget_copies(library, clip)
    return Removal(clip, folder, tuple(path for path in paths if path not in own))


Linked = (
    TranscriptRecord | Coding | Excerpt | Screening | Voice | Voiceover | Mask | Reply
)


def _linked(change: Change, clip: Clip) -> list[Linked]:
    kinds: tuple[type[Linked], ...] = (
        TranscriptRecord,
        Coding,
        Excerpt,
        Screening,
        Voice,
        Voiceover,
    )
    own = [r for kind in kinds for r in change.all(kind) if r.clip == clip.id]
    masks = [one for one in change.all(Mask) if clip.id in {one.clip, one.recording}]
    return [*own, *masks, *_replies(change, clip)]


def _remembered(
    library: Library,
    change: Change,
    clip: Clip,
    linked: Sequence[Linked],
    folder: Path | None,
) -> Removed | None:
    """Return what to remember: where somebody who is in it may have to go."""
    if not any(isinstance(one, Voice) and one.person for one in linked):
        return None
    excerpts = {one.id: one.range for one in linked if isinstance(one, Excerpt)}
    shown = tuple(
        ShownThen(one.session, excerpts.get(one.excerpt) if one.excerpt else None)
        for one in linked
        if isinstance(one, Screening) and one.outcome is not Outcome.SKIPPED
    )
    if folder is None and not shown:
        return None
    return Removed(
        id=RemovedId(change.new_id(Removed)),
        clip=clip.id,
        title=clip.title,
        sha256=clip.sha256,
        folder=folder.relative_to(library.root).as_posix() if folder else "",
        shown=shown,
    )


def _replies(change: Change, clip: Clip) -> list[Reply]:
    """Return what says that the clip answers another, or another answers it."""
    shown = {s.id for s in change.all(Screening) if s.clip == clip.id}
    return [
        reply
        for reply in change.all(Reply)
        if reply.clip == clip.id or reply.screening in shown
    ]


def _refuse_evidence(change: Change, clip: Clip) -> None:
    consents = [
        event.id
        for event in change.all(ConsentEvent)
        if any(evidence.clip == clip.id for evidence in event.evidence)
    ]
    if consents:
        raise ClipIsEvidence(clip=clip.id, consents=", ".join(consents))


def _refuse_history(change: Change, clip: Clip) -> None:
    screenings = sum(s.clip == clip.id for s in change.all(Screening))
    uses = _uses(change, clip)
    replies = len(_replies(change, clip))
    playlists = len(playlists_with(change, clip.id))
    films = len(films_with(change, clip.id))
    if screenings or replies or uses or playlists or films:
        raise ClipLinked(
            clip=clip.id,
            screenings=screenings,
            replies=replies,
            uses=uses,
            playlists=playlists,
            films=films,
        )


def _without(playlist: Playlist, clip: Clip) -> Playlist:
    """Return *playlist* with nothing of a clip on it."""
    codes = [item.code for item in playlist.items if item.clip == clip.id]
    return without_items(playlist, codes)


def _uses(change: Change, clip: Clip) -> int:
    return sum(any(r.clip == clip.id for r in u.ranges) for u in change.all(Use))


def _document(records: Sequence[Clip | Linked | Playlist | Film]) -> bytes:
    plain = [{"kind": type(r).__name__, **dataclasses.asdict(r)} for r in records]
    return json.dumps(plain, indent=1).encode()


def take_out(path: Path, folder: Path | None) -> None:
    """Move a file into *folder*, or delete it; nothing is done where there is none.

    Raises:
        WriteFailed: It cannot be moved or deleted.
    """
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
