"""Verify what is known of people: whom it is about, and what shows it."""

from collections.abc import Collection, Iterator

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.check import EvidenceChanged, EvidenceMissing, LinkBroken
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum, is_file
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent, Evidence
from mediakit.model.person import Person, RealName
from mediakit.model.removed import Removed
from mediakit.model.use import Use
from mediakit.model.voice import Voice

Findings = tuple[list[MediakitError], list[MediakitError]]


def check_consent(library: Library, records: Records) -> Iterator[tuple[str, Findings]]:
    """Yield every voice and consent with its problems and warnings.

    A consent outlives the clips it is limited to, but not what shows it. A voice
    outlives a clip of which something is left elsewhere.

    Args:
        library: Where evidence and real names are.
        records: The catalog.
    """
    clips: set[str] = {clip.id for clip in records.all(Clip)}
    people: set[str] = {person.id for person in records.all(Person)}
    gone = {part.clip for use in records.all(Use) for part in use.ranges}
    gone |= {removed.clip for removed in records.all(Removed)}
    for voice in records.all(Voice):
        problems = [
            *_link(voice.id, voice.clip, clips | gone),
            *_link(voice.id, voice.person, people),
        ]
        yield voice.id, (problems, [])
    for event in records.all(ConsentEvent):
        problems = [*_link(event.id, event.person, people)]
        for evidence in event.evidence:
            problems += _link(event.id, evidence.clip, clips)
            problems += _file(library, event, evidence)
        yield event.id, (problems, [])
    yield library.real_names.name, _real_names(library, people)


def _link(
    record: str, target: str | None, known: Collection[str]
) -> Iterator[MediakitError]:
    if target is not None and target not in known:
        yield LinkBroken(record=record, target=target)


def _file(
    library: Library, event: ConsentEvent, evidence: Evidence
) -> Iterator[MediakitError]:
    if not evidence.path:
        return
    path = library.resolve(evidence.path)
    try:
        if not is_file(path):
            yield EvidenceMissing(consent=event.id, path=str(path))
        elif checksum(path) != evidence.sha256:
            yield EvidenceChanged(consent=event.id, path=str(path))
    except ReadFailed as error:
        yield error


def _real_names(library: Library, people: Collection[str]) -> Findings:
    """Verify the real names; one of nobody is left by work that was cut short."""
    if not library.real_names.exists():
        return [], []
    try:
        names = Catalog(library.real_names, author="").read().all(RealName)
    except MediakitError as error:
        return [error], []
    file = library.real_names.name
    return [], [warning for one in names for warning in _link(file, one.id, people)]
