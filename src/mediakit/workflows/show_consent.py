"""Tell what somebody agreed to: what holds on a day, and how it came to be."""

from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import as_dated, consent_in_force
from mediakit.model.gate import Facts
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.person import Person
from mediakit.model.spans import Spans, without
from mediakit.model.timecode import TimeRange
from mediakit.workflows.gather_facts import gather_facts


@dataclass(frozen=True, slots=True)
class Different:
    """A clip for which a person said something else than for the others."""

    clip: Clip | None
    id: ClipId
    holds: ConsentEvent | None


@dataclass(frozen=True, slots=True)
class PersonConsent:
    """What a person agreed to.

    Attributes:
        person: Who.
        holds: What counts where nothing else was said; ``None`` while not asked.
        different: The clips for which something else counts.
        history: Every event, in the order in which they were recorded.
    """

    person: Person
    holds: ConsentEvent | None
    different: tuple[Different, ...]
    history: tuple[ConsentEvent, ...]


@dataclass(frozen=True, slots=True)
class PresentConsent:
    """What somebody who is in a clip said about it."""

    person: Person | None
    id: PersonId
    holds: ConsentEvent | None


@dataclass(frozen=True, slots=True)
class ClipConsent:
    """What everybody in a clip agreed to.

    Attributes:
        clip: Which.
        present: Who is heard or seen in it, in order of their first appearance.
        unknown: The parts of which nobody has said who is in them.
    """

    clip: Clip
    present: tuple[PresentConsent, ...]
    unknown: Spans


def show_person_consent(
    catalog: Catalog, typed: str, day: str, *, past: bool = False
) -> PersonConsent:
    """Return what a person agreed to, as of a day, which may be over.

    Raises:
        PersonNotFound, IdAmbiguous: The person is not found.
    """
    records = catalog.read()
    person = records.find(Person, typed)
    facts = gather_facts(records)
    history = facts.consents.get(person.id, ())
    events = as_dated(history) if past else history
    holds = consent_in_force(events, ClipId(""), day)
    named = dict.fromkeys(clip for event in history for clip in event.clips)
    said = {clip: consent_in_force(events, clip, day) for clip in named}
    return PersonConsent(
        person,
        holds,
        tuple(
            Different(facts.clips.get(clip), clip, event)
            for clip, event in said.items()
            if event != holds
        ),
        history,
    )


def show_clip_consent(
    catalog: Catalog, typed: str, day: str, *, past: bool = False
) -> ClipConsent:
    """Return what everybody in a clip agreed to, as of a day, which may be over.

    Raises:
        ClipNotFound, IdAmbiguous: The clip is not found.
    """
    records = catalog.read()
    clip = records.find(Clip, typed)
    return consents_of(gather_facts(records, past=past), clip, day)


def consents_of(facts: Facts, clip: Clip, day: str) -> ClipConsent:
    """Return what everybody in a clip agreed to, as of a day."""
    whole = TimeRange(0, clip.media.duration)
    voices = sorted(
        facts.voices.get(clip.id, ()), key=lambda voice: voice.range or whole
    )
    ranges = [voice.range or whole for voice in voices]
    people: Iterable[PersonId] = dict.fromkeys(v.person for v in voices if v.person)
    return ClipConsent(
        clip,
        tuple(
            PresentConsent(
                facts.people.get(person),
                person,
                consent_in_force(facts.consents.get(person, ()), clip.id, day),
            )
            for person in people
        ),
        without((whole,), ranges),
    )
