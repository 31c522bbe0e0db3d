"""List the people, with what they agreed to."""

from collections import Counter
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.ids import ClipId
from mediakit.model.person import Person
from mediakit.workflows.gather_facts import gather_facts


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person in a list.

    Attributes:
        person: Who.
        clips: In how many clips they are heard or seen.
        consent: What counts where nothing else was said; ``None`` while not asked.
    """

    person: Person
    clips: int
    consent: ConsentEvent | None


def list_people(catalog: Catalog, day: str) -> list[ListedPerson]:
    """Return everybody, as of a day, by the name they agreed to."""
    facts = gather_facts(catalog.read())
    clips = Counter(
        person
        for clip, voices in facts.voices.items()
        if clip in facts.clips
        for person in {voice.person for voice in voices}
    )
    return [
        ListedPerson(
            person,
            clips[person.id],
            consent_in_force(facts.consents.get(person.id, ()), ClipId(""), day),
        )
        for person in sorted(facts.people.values(), key=_by_name)
    ]


def _by_name(person: Person) -> tuple[str, str]:
    return person.name.casefold(), person.id
