"""Forget who somebody was: only an id, and what was withdrawn, stay."""

from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.consent import ConsentEvent
from mediakit.model.person import Person
from mediakit.workflows.find_mentions import Mention, Named, find_mentions
from mediakit.workflows.real_names import keep_real_name, real_name


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A person of whom only an id is left, and what may still tell who it was.

    Attributes:
        person: What is left.
        mentions: Where people wrote the name.
        evidence: What shows that they agreed: files, and the ids of clips.
    """

    person: Person
    mentions: tuple[Mention, ...]
    evidence: tuple[str, ...]


def forget_person(
    library: Library, catalog: Catalog, real_names: Catalog, typed: str
) -> Forgotten:
    """Remove a person's names and traits; keep the id, the voices, the consents.

    What they agreed to stays as it was said; pseudonym and reasons, which are words
    about the person, go from it, the one thing that ever changes there.
    Neither catalog nor journal says the names afterwards. What people wrote
    themselves (titles, transcripts, notes) is for them to change: it is listed. So
    are signed forms and the like: without them nobody could show what was agreed.
    Cut short, the same command goes on.

    Raises:
        PersonNotFound, IdAmbiguous: The person is not found.
        WriteFailed: A file could not be written; the name may still be in it.
        ReadFailed: A file could not be looked through.
    """
    person = catalog.read().find(Person, typed)
    names = [
        (Named.AGREED, person.name),
        (Named.REAL, real_name(real_names, person.id)),
    ]
    keep_real_name(real_names, person.id, "")
    if real_names.path.exists():
        real_names.compact()
    with catalog.change() as change:
        # removed, so that fields of a newer mediakit go too
        change.remove(Person, person.id)
        forgotten = change.put(Person(id=person.id, forgotten=True))
        for event in change.all(ConsentEvent):
            if event.person == person.id:
                names.append((Named.PSEUDONYM, event.pseudonym))
                change.put(replace(event, pseudonym="", why=""))
    catalog.compact()
    records = catalog.read()
    mentions = find_mentions(library, records, names)
    evidence = (
        one.clip or one.path
        for event in records.all(ConsentEvent)
        if event.person == person.id
        for one in event.evidence
    )
    return Forgotten(forgotten, tuple(mentions), tuple(dict.fromkeys(evidence)))
