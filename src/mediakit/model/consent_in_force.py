"""Which of the things a person said about consent counts on a day."""

from collections.abc import Sequence
from dataclasses import replace

from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.ids import ClipId, ConsentId, PersonId


def consent_in_force(
    events: Sequence[ConsentEvent], clip: ClipId, day: str
) -> ConsentEvent | None:
    """Return the event that counts, or nothing while the person is not asked yet.

    It is the one given last among those whose day has come, that cover the clip,
    and that no withdrawal overrules; see `ConsentEvent`.

    Args:
        events: One person's, in the order in which they were recorded.
        clip: What it is about.
        day: ISO 8601.
    """
    said = [
        (event.day, _recorded(event), place, event)
        for place, event in enumerate(events)
        if _has_come(event, day) and (not event.clips or clip in event.clips)
    ]
    withdrawn = [one for one in said if one[-1].kind is ConsentKind.WITHDRAWN]
    standing = [
        one
        for one in said
        if one[-1].kind is ConsentKind.WITHDRAWN
        or all(_opens_again(one, no) for no in withdrawn)
    ]
    return max(standing, key=lambda one: one[:-1])[-1] if standing else None


def as_dated(events: Sequence[ConsentEvent]) -> tuple[ConsentEvent, ...]:
    """Return *events* as if every day had been stated, to ask about the past."""
    return tuple(replace(event, at_once=False) for event in events)


def last_given(
    person: PersonId,
    events: Sequence[ConsentEvent],
    day: str,
    clips: Sequence[ClipId] = (),
) -> ConsentEvent:
    """Return what somebody wished last about some clips, or wishes nobody has.

    Args:
        person: Who.
        events: What they said, in the order in which it was recorded.
        day: ISO 8601 day of wishes that nobody has.
        clips: Those it is about; none for all with this person.
    """
    for event in reversed(events):
        covered = clips and set(clips) <= set(event.clips)
        if event.kind is ConsentKind.GIVEN and (covered or not event.clips):
            return event
    return ConsentEvent(
        id=ConsentId(""), person=person, kind=ConsentKind.GIVEN, day=day
    )


# the day it was said for, when and as which of all it was recorded
_Said = tuple[str, str, int, ConsentEvent]


def _has_come(event: ConsentEvent, day: str) -> bool:
    """Tell whether an event counts on a day; a no that nobody dated, from the start."""
    return event.day <= day or (event.at_once and not event.opens)


def _opens_again(given: _Said, withdrawn: _Said) -> bool:
    """Tell whether *given* opens and was recorded after *withdrawn*, by every sign.

    The order of the records and the clock must agree: stamps are to the second, and
    the clock of an old laptop may be years behind. What was given for an earlier day
    is not the last word anyway.
    """
    _, recorded, place, event = given
    _, no_recorded, no_place, _ = withdrawn
    return event.opens and recorded >= no_recorded and place > no_place


def _recorded(event: ConsentEvent) -> str:
    return event.created.at if event.created else ""
