"""Take in what was sent after a call for videos, into a queue beside the clips."""

from collections.abc import Generator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import PersonId, SessionId
from mediakit.model.language import normalize_tag
from mediakit.model.person import Person
from mediakit.model.session import Session
from mediakit.model.submission import Submission, in_queue
from mediakit.workflows.find_media import Found, Refused
from mediakit.workflows.keep_media import Added, How, has_original
from mediakit.workflows.keep_submissions import (
    Received,
    Wishes,
    fill_in,
    has_file,
    keep_submissions,
)
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.take_in_file import NotAdded, Task
from mediakit.workflows.take_in_media import Ready, by_size, take_in_media


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is said of everything that is imported at once, as typed.

    Attributes:
        sender: Through whom it came.
        name: The call it answers.
        limit: Milliseconds each may last.
        contributor: Id or beginning of the id of who sent it in.
        session: The same of the session it was recorded at.
        languages: Tags of the speech.
    """

    sender: str = ""
    name: str = ""
    limit: int | None = None
    contributor: str = ""
    session: str = ""
    languages: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a list says of one file.

    Attributes:
        contributor: Who sent it in.
        up_to: The highest rung of consent that came with it, or empty.
        until: ISO 8601 day on which that ends, or empty.
    """

    contributor: PersonId | None = None
    up_to: str = ""
    until: str = ""


def import_submissions(
    library: Library,
    catalog: Catalog,
    things: Sequence[Found | Refused],
    call: Call,
    listed: Mapping[Path, Entry],
    purpose: Purpose,
) -> Generator[Received | Added | NotAdded, None, None]:
    """Put recordings in the queue; yield what became of each, once it is certain.

    Closing the generator keeps what is ready and drops the rest; importing the same
    again goes on from there, and fills in what was not known before.

    Args:
        library: Where to.
        catalog: Its records.
        things: What `find_media` found.
        call: What holds for all.
        listed: What holds for some, by path.
        purpose: For whom; see `for_the_team`.

    Raises:
        PersonNotFound, SessionNotFound: Nobody, no session has this id; nothing was
            imported.
        LanguageNotUnderstood: A language is no tag; nothing was imported.
        SpaceMissing: The copies have no room; nothing was imported.
        WriteFailed: The disk or the catalog failed.
    """
    records = catalog.read()
    wishes = _wishes(records, call)
    sizes = {thing.size for thing in things if isinstance(thing, Found)}
    known = _known(library, records, sizes)

    def wished(path: Path) -> Wishes:
        entry = listed.get(path, Entry())
        return replace(
            wishes,
            contributor=entry.contributor or wishes.contributor,
            up_to=entry.up_to,
            until=entry.until,
        )

    def recognised(task: Task, digest: str) -> Received | Added:
        there = known[digest]
        if isinstance(there, Clip):
            return Added(task.path, task.size, there, How.KNOWN)
        filled = fill_in(catalog, there, wished(task.path))
        return Received(task.path, task.size, filled, How.KNOWN)

    def keep(ready: Ready) -> list[Received | Added | NotAdded]:
        return keep_submissions(library, catalog, ready, wished, purpose)

    yield from take_in_media(
        things,
        incoming=library.incoming_submissions,
        known=by_size(
            (one.size, digest, library.resolve(one.path))
            for digest, one in known.items()
        ),
        recognised=recognised,
        keep=keep,
    )


def _wishes(records: Records, call: Call) -> Wishes:
    return Wishes(
        sender=call.sender,
        call=call.name,
        limit=call.limit,
        contributor=_person(records, call.contributor),
        session=_session(records, call.session),
        languages=tuple(normalize_tag(language) for language in call.languages),
    )


def _person(records: Records, typed: str) -> PersonId | None:
    return records.find(Person, typed).id if typed else None


def _session(records: Records, typed: str) -> SessionId | None:
    return records.find(Session, typed).id if typed else None


def _known(
    library: Library, records: Records, sizes: AbstractSet[int]
) -> dict[str, Submission | Clip]:
    """Return what of some sizes has its file, by SHA-256; clips before submissions."""
    known: dict[str, Submission | Clip] = {}
    for one in records.all(Submission):
        if one.size in sizes and in_queue(one) and has_file(library, one):
            known[one.sha256] = one
    for clip in records.all(Clip):
        if clip.size in sizes and has_original(library, clip):
            known[clip.sha256] = clip
    return known
