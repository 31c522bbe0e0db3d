"""Tell what is known of a person."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.ids import ClipId
from mediakit.model.person import Person
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.real_names import real_name


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What is known of a person.

    Attributes:
        person: Who.
        clips: Where they are heard or seen.
        consent: What counts where nothing else was said; ``None`` while not asked.
        real_name: ``None`` unless it was asked for.
    """

    person: Person
    clips: tuple[Clip, ...]
    consent: ConsentEvent | None
    real_name: str | None = None


def show_person(
    catalog: Catalog, real_names: Catalog, typed: str, *, day: str, named: bool
) -> KnownPerson:
    """Return a person, as of a day; with the real name only if *named*.

    Raises:
        PersonNotFound, IdAmbiguous: The person is not found.
    """
    records = catalog.read()
    person = records.find(Person, typed)
    facts = gather_facts(records)
    return KnownPerson(
        person,
        tuple(
            clip
            for clip in facts.clips.values()
            if any(v.person == person.id for v in facts.voices.get(clip.id, ()))
        ),
        consent_in_force(facts.consents.get(person.id, ()), ClipId(""), day),
        real_name(real_names, person.id) if named else None,
    )
