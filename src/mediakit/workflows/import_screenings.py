"""Take in the log of a page: what a room was shown becomes screenings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.catalog import ClipNotFound, ExcerptNotFound
from mediakit.errors.screenings import ScreeningLogUnusable, ScreeningSessionUnknown
from mediakit.exchange.screening_log import LARGEST, LogEntry, ScreeningLog, read_log
from mediakit.files import read_whole
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId, ScreeningId, is_id
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.timecode import TimeRange

# what is said of a screening by its entry, and may be said otherwise afterwards
_FACTS = ("outcome", "began", "reached", "question", "heat", "reaction", "asked")


class How(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    KNOWN = "known"
    DIFFERENT = "different"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ImportedScreening:
    """An entry that was understood.

    Attributes:
        code: What the item is called in its playlist.
        how: Whether it is new, known, says something else than the catalog, or
            changed that.
        screening: As the catalog has it afterwards.
        different: The fields in which entry and catalog differ, or differed.
    """

    code: str
    how: How
    screening: Screening
    different: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownItem:
    """An entry of which this library knows nothing.

    Attributes:
        code: What the item is called in its playlist.
        error: What is not there.
    """

    code: str
    error: MediakitError


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """What an import came to.

    Attributes:
        log: What the file says.
        session: The session it was taken in for.
        items: What became of each entry.
        unknown: The entries that could not be taken in.
    """

    log: ScreeningLog
    session: Session
    items: list[ImportedScreening]
    unknown: list[UnknownItem]


def import_screenings(
    catalog: Catalog,
    path: Path,
    *,
    session: str = "",
    update: bool = False,
    dry_run: bool = False,
) -> ImportedLog:
    """Take the entries of a log in as screenings, in one commit.

    An entry is known again by its log and its code: a file imported twice makes
    nothing twice. A part of a clip that nobody has named yet becomes an excerpt.

    Args:
        catalog: Where they go.
        path: The file that the page saved.
        session: The session, as typed; empty for that of the log.
        update: Change known screenings that an entry says something else of.
        dry_run: Change nothing, but tell what would become of each entry.

    Raises:
        ReadFailed: The file cannot be read.
        ScreeningLogUnusable: It is no log, or says what cannot be.
        ScreeningSessionUnknown: Nobody has said at which session it was kept.
        SessionNotFound: There is no such session.
    """
    log = read_log(read_whole(path, most=LARGEST + 1), path.name)
    wanted = session or log.session
    if not wanted:
        raise ScreeningSessionUnknown(file=path.name)
    if dry_run:
        return _understand(catalog.read(), log, path.name, wanted, update).log
    with catalog.change() as change:
        understood = _understand(change, log, path.name, wanted, update)
        for excerpt in understood.excerpts.values():
            change.put(excerpt)
        items = [
            replace(item, screening=change.put(item.screening))
            if item.how in {How.ADDED, How.CHANGED}
            else item
            for item in understood.log.items
        ]
        return replace(understood.log, items=items)


@dataclass(frozen=True)
class _Understood:
    """What a log comes to, before anything is kept; excerpts that are new, by part."""

    log: ImportedLog
    excerpts: dict[tuple[ClipId, TimeRange], Excerpt]


def _understand(
    records: Records, log: ScreeningLog, file: str, wanted: str, update: bool
) -> _Understood:
    room = records.find(Session, wanted)
    there = records.all(Screening)
    known = {one.log: one for one in there if one.log}
    before = [
        one.order
        for one in there
        if one.session == room.id and not one.log.startswith(f"{log.log}/")
    ]
    parts = {(one.clip, one.range): one for one in records.all(Excerpt)}
    items: list[ImportedScreening] = []
    unknown: list[UnknownItem] = []
    new: dict[tuple[ClipId, TimeRange], Excerpt] = {}
    for order, entry in enumerate(log.entries, start=max(before, default=0) + 1):
        name = f"{log.log}/{entry.code}"
        if name in known:
            items.append(_again(known[name], entry, update))
            continue
        try:
            clip, excerpt = _shown(records, entry, file, parts)
        except (ClipNotFound, ExcerptNotFound) as error:
            unknown.append(UnknownItem(entry.code, error))
            continue
        if excerpt is not None and (clip, excerpt.range) not in parts:
            new[clip, excerpt.range] = parts[clip, excerpt.range] = excerpt
        screening = Screening(
            id=ScreeningId(records.new_id(Screening)),
            clip=clip,
            session=room.id,
            excerpt=excerpt.id if excerpt else None,
            order=order,
            log=name,
        )
        said = replace(screening, **_facts(entry))
        items.append(ImportedScreening(entry.code, How.ADDED, said))
    return _Understood(ImportedLog(log, room, items, unknown), new)


def _shown(
    records: Records,
    entry: LogEntry,
    file: str,
    parts: Mapping[tuple[ClipId, TimeRange], Excerpt],
) -> tuple[ClipId, Excerpt | None]:
    """Return what was shown; an excerpt that nobody has named yet is a new one.

    Raises:
        ClipNotFound, ExcerptNotFound: It is not in this library.
        ScreeningLogUnusable: It is no part of its clip.
    """
    if is_id("x", entry.excerpt):
        excerpt = records.get(Excerpt, entry.excerpt)
        return excerpt.clip, excerpt
    clip = records.get(Clip, entry.excerpt)
    if not entry.start < entry.end <= clip.media.duration:
        text = sentence("{code} is no part of clip {clip}")
        reason = Reason(text, code=entry.code, clip=clip.id)
        raise ScreeningLogUnusable(file=file, reason=reason)
    part = TimeRange(entry.start, entry.end)
    if part == TimeRange(0, clip.media.duration):
        return clip.id, None
    found = parts.get((clip.id, part))
    new = ExcerptId(records.new_id(Excerpt))
    return clip.id, found or Excerpt(id=new, clip=clip.id, range=part)


def _again(known: Screening, entry: LogEntry, update: bool) -> ImportedScreening:
    """Return what becomes of an entry that was taken in before."""
    said = replace(known, **_facts(entry))
    different = tuple(
        name for name in _FACTS if getattr(said, name) != getattr(known, name)
    )
    if not different:
        return ImportedScreening(entry.code, How.KNOWN, known)
    if update:
        return ImportedScreening(entry.code, How.CHANGED, said, different)
    return ImportedScreening(entry.code, How.DIFFERENT, known, different)


# Any: the fields of an entry, of several types
def _facts(entry: LogEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _FACTS}
