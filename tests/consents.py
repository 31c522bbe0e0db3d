"""People, voices and consents in a test's library, and what is asked of the gate."""

from typing import Any

from mediakit.catalog.catalog import Catalog
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.gate import Rules
from mediakit.model.ids import ClipId, ConsentId, PersonId, VoiceId
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.settings import SCOPES
from mediakit.workflows.pass_gate import Purpose

DAY = "2026-03-01"
RULES = Rules(scopes=SCOPES)


def purpose(scope: str = "internal", **wishes: Any) -> Purpose:  # Any: its fields
    """Return what something is wanted for on `DAY`; a working copy if not said."""
    return Purpose(**{"rules": RULES, "scope": scope, "day": DAY, **wishes})


WORKING = purpose()
"""What working copies are wanted for."""


def put_person(catalog: Catalog, name: str = "Mariam") -> Person:
    """Add a person who was not asked yet."""
    with catalog.change() as change:
        return change.put(Person(id=PersonId(change.new_id(Person)), name=name))


def put_voice(
    catalog: Catalog,
    clip: ClipId,
    person: Person | None,
    range_: tuple[int, int] | None = None,
    *,
    speaker: str = "",
) -> Voice:
    """Say that a person is heard and seen in a clip, or that nobody is."""
    with catalog.change() as change:
        return change.put(
            Voice(
                id=VoiceId(change.new_id(Voice)),
                clip=clip,
                person=person.id if person else None,
                range=TimeRange(*range_) if range_ else None,
                speaker=speaker,
            )
        )


def agree(
    catalog: Catalog,
    person: Person,
    up_to: str = "web",
    **wishes: Any,  # Any: the fields of the event
) -> ConsentEvent:
    """Record that a person agreed, a month ago."""
    said = {"kind": ConsentKind.GIVEN, "day": "2026-02-01", "up_to": up_to, **wishes}
    with catalog.change() as change:
        id_ = ConsentId(change.new_id(ConsentEvent))
        return change.put(ConsentEvent(id=id_, person=person.id, **said))


def withdraw(catalog: Catalog, person: Person, day: str = DAY) -> ConsentEvent:
    """Record that a person withdrew, without a list of what is to be taken back."""
    return agree(catalog, person, "", kind=ConsentKind.WITHDRAWN, day=day)


def put_voice_of(
    catalog: Catalog,
    clip: ClipId,
    range_: tuple[int, int] | None = None,
    *,
    called: str = "Mariam",
    **wishes: Any,  # Any: the fields of the event
) -> Person:
    """Add a person who agreed to something, and is heard and seen in a clip."""
    person = put_person(catalog, called)
    put_voice(catalog, clip, person, range_)
    agree(catalog, person, **wishes)
    return person
