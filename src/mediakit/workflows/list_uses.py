"""List what left the library: what, for whom, and what must be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reasons
from mediakit.errors.leaving import FileUnknown
from mediakit.errors.media import NotAFile
from mediakit.files import checksum, is_file
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import PersonId
from mediakit.model.person import Person
from mediakit.model.recall import Recall
from mediakit.model.session import Session
from mediakit.model.use import Use
from mediakit.model.voice import Voice
from mediakit.workflows.consent_reasons import consent_reasons
from mediakit.workflows.list_recalls import open_recalls, stale
from mediakit.workflows.what_holds import WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedUse:
    """A use, and what became of it.

    Attributes:
        use: Its record.
        audience: The session it was made for.
        stale: Whose withdrawn voices are in it and not taken back yet.
        there: Those of its files that still are where they were made.
        cautions: What the gate warned of, or somebody let pass against it.
        recalls: What was done, or is to be done, to take it back.
    """

    use: Use
    audience: Session | None
    stale: tuple[PersonId, ...]
    there: tuple[str, ...]
    cautions: Reasons
    recalls: tuple[Recall, ...]


@dataclass(frozen=True, slots=True)
class Identified:
    """What a stray file is.

    Attributes:
        path: The file.
        sha256: Of its bytes, in hexadecimal.
        uses: Those that it belongs to.
        clip: The clip whose original it is.
    """

    path: Path
    sha256: str
    uses: tuple[ListedUse, ...]
    clip: Clip | None


def list_uses(
    library: Library,
    catalog: Catalog,
    day: str,
    *,
    clip: str = "",
    person: str = "",
    only_stale: bool = False,
) -> list[ListedUse]:
    """Return what left the library, oldest first.

    Args:
        library: Where its files are.
        catalog: Its records.
        day: ISO 8601 day of today.
        clip: Only what holds a part of it.
        person: Only what holds their voice.
        only_stale: Only what is to be taken back.

    Raises:
        ClipNotFound, PersonNotFound, IdAmbiguous: A record is not found.
    """
    records = catalog.read()
    uses = records.all(Use)
    if clip:
        wanted = records.find(Clip, clip).id
        uses = [use for use in uses if any(r.clip == wanted for r in use.ranges)]
    if person:
        uses = _holding(records, uses, records.find(Person, person).id)
    listed = _listed(library, records, uses, day)
    return [one for one in listed if one.stale or not only_stale]


def show_use(library: Library, catalog: Catalog, day: str, typed: str) -> ListedUse:
    """Return a use with all that is known about it.

    Raises:
        UseNotFound: No use has this id.
    """
    records = catalog.read()
    [found] = _listed(library, records, [records.find(Use, typed)], day)
    return found


def identify_file(
    library: Library, catalog: Catalog, day: str, path: Path
) -> Identified:
    """Return which use a file belongs to, by its content.

    Raises:
        NotAFile: It is a pipe, a device or a folder.
        ReadFailed: It cannot be read.
        FileUnknown: It is no file that left, and no original.
    """
    if not is_file(path):
        raise NotAFile(path=str(path))
    records, digest = catalog.read(), checksum(path)
    uses = [u for u in records.all(Use) if any(f.sha256 == digest for f in u.files)]
    original = next((c for c in records.all(Clip) if c.sha256 == digest), None)
    if not uses and original is None:
        raise FileUnknown(path=str(path))
    listed = tuple(_listed(library, records, uses, day))
    return Identified(path, digest, listed, original)


def _holding(records: Records, uses: Iterable[Use], person: PersonId) -> list[Use]:
    voices = [voice for voice in records.all(Voice) if voice.person == person]
    return [
        use
        for use in uses
        if any(
            voice.clip == used.clip and (voice.range or WHOLE).overlaps(used.range)
            for voice in voices
            for used in use.ranges
        )
    ]


def _listed(
    library: Library, records: Records, uses: Iterable[Use], day: str
) -> list[ListedUse]:
    held = stale(open_recalls(records, day))
    people = {person.id: person for person in records.all(Person)}
    sessions = {session.id: session for session in records.all(Session)}
    recalls = records.all(Recall)
    return [
        ListedUse(
            use=use,
            audience=sessions.get(use.audience) if use.audience else None,
            stale=held.get(use.id, ()),
            there=tuple(f.path for f in use.files if is_file(library.resolve(f.path))),
            cautions=consent_reasons((*use.warnings, *use.overridden), people),
            recalls=tuple(recall for recall in recalls if recall.target == use.id),
        )
        for use in uses
    ]
