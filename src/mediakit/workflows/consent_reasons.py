"""Say why the gate keeps something back: a sentence for each person and reason."""

from collections.abc import Iterable, Mapping

from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.model.cause import Cause
from mediakit.model.gate import Finding
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.use import Noted

_SENTENCES = {
    Cause.WITHDRAWN: sentence("{place}: {person} withdrew consent on {day}."),
    Cause.PENDING: sentence("{place}: {person} has not been asked yet."),
    Cause.UNKNOWN_VOICE: sentence(
        "{place}: nobody has said who is heard or seen there; 'mediakit voice add' "
        "does."
    ),
    Cause.BEYOND_SCOPE: sentence("{place}: {person} did not agree to '{scope}'."),
    Cause.EXCLUDED: sentence("{place}: {person} refused '{scope}'."),
    Cause.ENDED: sentence("{place}: the consent of {person} ended on {day}."),
    Cause.EMBARGO: sentence("{place}: {person} asked to wait until {day}."),
    Cause.EMBARGO_ENDED: sentence(
        "{place}: {person} asked to wait until {day} and is to be asked again."
    ),
    Cause.NO_TRANSCRIBE: sentence(
        "{place}: {person} does not want a machine to process the voice."
    ),
    Cause.NO_RESEARCH: sentence(
        "{place}: {person} does not want the words to go to other tools."
    ),
    Cause.NO_FACE: sentence(
        "{place}: {person} does not want to be seen. Cut the sound alone with --sound."
    ),
    Cause.NO_VOICE: sentence(
        "{place}: {person} does not want the voice to be heard. Take the words alone "
        "with 'mediakit transcript export'."
    ),
    Cause.NO_NAME: sentence("{place}: {person} does not want to be named."),
}


# a newer mediakit may have recorded others
_CAUSES = {cause.value for cause in _SENTENCES}


def consent_reasons(
    findings: Iterable[Finding | Noted], people: Mapping[PersonId, Person]
) -> Reasons:
    """Return a sentence for each reason, with all the places it holds for.

    Args:
        findings: What the gate found, now or when something left.
        people: Those it may be about.
    """
    places: dict[tuple[object, ...], list[Finding | Noted]] = {}
    for one in findings:
        key = (one.clip, one.person, one.cause, one.scope, one.day)
        places.setdefault(key, []).append(one)
    return Reasons(*(_reason(alike, people) for alike in places.values()))


def person_name(person: PersonId | None, people: Mapping[PersonId, Person]) -> str:
    """Return what somebody is called among the team: agreed name and id."""
    known = people.get(person) if person else None
    return f"{known.name} ({known.id})" if known and known.name else str(person or "-")


def place_name(clip: ClipId, ranges: Iterable[TimeRange]) -> str:
    """Return where in a clip something is."""
    times = (f"{format_time(one.start)} - {format_time(one.end)}" for one in ranges)
    return f"{clip} {', '.join(times)}"


def _reason(alike: list[Finding | Noted], people: Mapping[PersonId, Person]) -> Reason:
    first = alike[0]
    place = place_name(first.clip, (one.range for one in alike))
    person = person_name(first.person, people)
    if first.cause not in _CAUSES:
        unknown = sentence("{place}: {person}: {cause}.")
        return Reason(unknown, place=place, person=person, cause=first.cause)
    return Reason(
        _SENTENCES[Cause(first.cause)],
        place=place,
        person=person,
        scope=first.scope,
        day=first.day,
    )
