"""Trace a withdrawn voice to everything that holds it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.catalog.records import Record, kind_of
from mediakit.errors.base import MediakitError
from mediakit.model.consent import ConsentKind
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.gate import Facts
from mediakit.model.ids import ClipId, ConsentId, PersonId
from mediakit.model.timecode import TimeRange
from mediakit.workflows.what_holds import HOLDING, WHOLE, Held, known_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a clip with a withdrawn voice.

    Attributes:
        range: Which part.
        person: Whose voice.
        withdrawal: The event that closed it.
    """

    range: TimeRange
    person: PersonId
    withdrawal: ConsentId


@dataclass(frozen=True, slots=True)
class Marks:
    """What was withdrawn: voices in clips, and people whatever they are in."""

    clips: Mapping[ClipId, list[Mark]]
    people: Mapping[PersonId, ConsentId]


@dataclass(frozen=True, slots=True)
class Traced:
    """A thing that holds a withdrawn voice.

    Attributes:
        record: A use, a screening, a playlist, a film, an excerpt, a clip, and so on.
        holder: Who has it, in words.
        person: Whose voice.
        withdrawal: The event that asks for it back.
        places: Where in it the voice is: lines of a film, shots and their timecode.
    """

    record: Record
    holder: str
    person: PersonId
    withdrawal: ConsentId
    places: tuple[str, ...] = ()


def withdrawn_voices(facts: Facts, day: str) -> Marks:
    """Return where the voices are that are withdrawn on a day."""
    withdrew = {
        person: events
        for person, events in facts.consents.items()
        if any(event.kind is ConsentKind.WITHDRAWN for event in events)
    }

    def withdrawal(person: PersonId | None, clip: ClipId) -> ConsentId | None:
        events = withdrew.get(person) if person else None
        said = consent_in_force(events, clip, day) if events else None
        return said.id if said and said.kind is ConsentKind.WITHDRAWN else None

    everywhere = {person: withdrawal(person, ClipId("")) for person in withdrew}
    return Marks(
        mark_voices(facts, withdrawal) if withdrew else {},
        {person: event for person, event in everywhere.items() if event},
    )


def mark_voices(
    facts: Facts, withdrawal: Callable[[PersonId | None, ClipId], ConsentId | None]
) -> dict[ClipId, list[Mark]]:
    """Return the voices for which *withdrawal* names an event, by clip."""
    marks: defaultdict[ClipId, list[Mark]] = defaultdict(list)
    for clip, voices in facts.voices.items():
        for voice in voices:
            event = withdrawal(voice.person, clip)
            if voice.person and event:
                marks[clip].append(Mark(voice.range or WHOLE, voice.person, event))
    return marks


def trace_voices(records: Records, marks: Marks) -> Iterator[Traced]:
    """Yield everything that holds a marked voice: first what left the library."""
    if not marks.clips and not marks.people:
        return
    known = known_of(records)
    for kind, _name, holds, holder in HOLDING:
        for record in records.all(kind):
            found = _found(holds(record, known), marks)
            for (person, withdrawal), places in found.items():
                told = tuple(dict.fromkeys(filter(None, places)))
                yield Traced(record, holder(record, known), person, withdrawal, told)


def is_marked(marks: Marks, clip: ClipId, part: TimeRange) -> bool:
    """Tell whether a marked voice is in a part of a clip."""
    return any(mark.range.overlaps(part) for mark in marks.clips.get(clip, ()))


def traced_thing(records: Records, target: str) -> Record | None:
    """Return the thing with this id, if it is of a kind that holds voices."""
    for kind, *_others in HOLDING:
        if target.startswith(f"{kind_of(kind).letter}-"):
            try:
                return records.get(kind, target)
            except MediakitError:  # it was removed since
                return None
    return None


def traced_kind(target: str) -> str:
    """Return what sort of thing an id is that of, as ``use``; it may be gone."""
    names = {kind_of(kind).letter: name for kind, name, *_others in HOLDING}
    return names.get(target.partition("-")[0], "")


def _found(
    held: Iterable[Held], marks: Marks
) -> dict[tuple[PersonId, ConsentId], list[str]]:
    """Return whose voices are in what is held, and where."""
    found: dict[tuple[PersonId, ConsentId], list[str]] = {}
    for one in held:
        if isinstance(one, tuple):
            clip, part, *place = one
            for mark in marks.clips.get(clip, ()):
                if mark.range.overlaps(part):
                    found.setdefault((mark.person, mark.withdrawal), []).extend(place)
        elif one in marks.people:
            found.setdefault((one, marks.people[one]), [])
    return found
