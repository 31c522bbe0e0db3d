"""Brief a facilitator: what a group has seen, asked, is owed, and agreed to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts, Rules
from mediakit.model.group import is_same_group
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.person import Person
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.workflows.check_showing import LookAhead, ToldCaution, look_ahead
from mediakit.workflows.list_playlists import (
    ListedPlaylist,
    listed,
    playlists_for,
)
from mediakit.workflows.list_replies import ListedReply, replies_of


@dataclass(frozen=True, slots=True)
class Seen:
    """Something the group was shown."""

    screening: Screening
    session: Session
    clip: Clip | None
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Owed:
    """An answer the group waits for, and what to know before showing it."""

    reply: ListedReply
    cautions: list[ToldCaution]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What one person of the group said, about so many of its clips.

    Attributes:
        person: Who; ``None`` if they are not in the catalog.
        person_id: Their id.
        consent: What counts on the day; ``None`` while they are not asked yet.
        clips: How many clips it is about.
    """

    person: Person | None
    person_id: PersonId
    consent: ConsentEvent | None
    clips: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know of a group before meeting it.

    Attributes:
        session: The meeting.
        day: ISO 8601 day as of which consent is told.
        seen: What it was shown, by date; questions it asked are in the screenings.
        owed: The answers it waits for.
        people: Those heard or seen in the clips recorded with it.
        unnamed: Clips recorded with it in which nobody has said who is heard.
        playlists: What is prepared for the meeting.
    """

    session: Session
    day: str
    seen: list[Seen]
    owed: list[Owed]
    people: list[Agreed]
    unnamed: list[Clip]
    playlists: list[ListedPlaylist]


def brief_session(catalog: Catalog, typed: str, *, rules: Rules, day: str) -> Brief:
    """Return what to know of the group that meets at a session.

    Args:
        catalog: The records.
        typed: The session, as typed.
        rules: Those of consent.
        day: Today, ISO 8601.

    Raises:
        SessionNotFound: No session has this id.
    """
    records = catalog.read()
    session = records.find(Session, typed)
    ahead = look_ahead(records, session, rules, day)
    facts = ahead.facts
    recorded = _recorded_with(facts, session)
    return Brief(
        session=session,
        day=ahead.day,
        seen=[_seen(ahead, screening) for screening in ahead.seen],
        owed=_owed(records, ahead),
        people=_agreed(facts, recorded, ahead.day),
        unnamed=[clip for clip in recorded if clip.id not in facts.voices],
        playlists=listed(records, playlists_for(records, session.id)),
    )


def _recorded_with(facts: Facts, session: Session) -> list[Clip]:
    theirs = {s.id for s in facts.sessions.values() if is_same_group(s, session)}
    return [clip for clip in facts.clips.values() if clip.session in theirs]


def _seen(ahead: LookAhead, screening: Screening) -> Seen:
    excerpts, facts = ahead.excerpts, ahead.facts
    return Seen(
        screening,
        facts.sessions[screening.session],
        facts.clips.get(screening.clip),
        excerpts.get(screening.excerpt) if screening.excerpt else None,
    )


def _owed(records: Records, ahead: LookAhead) -> list[Owed]:
    return [
        Owed(one, ahead.before(one.answer, None) if one.answer else [])
        for one in replies_of(records)
        if one.debt is not None
        and one.debt.is_owed
        and one.debt.creditor is not None
        and is_same_group(one.debt.creditor, ahead.session)
    ]


def _agreed(facts: Facts, recorded: Sequence[Clip], day: str) -> list[Agreed]:
    """Return what each person said; twice if it differs from clip to clip."""
    clips: dict[PersonId, set[ClipId]] = {}
    for clip in recorded:
        for voice in facts.voices.get(clip.id, ()):
            if voice.person is not None:
                clips.setdefault(voice.person, set()).add(clip.id)
    return [
        Agreed(facts.people.get(person), person, consent, count)
        for person in sorted(clips, key=lambda one: _name(facts.people, one))
        for consent, count in _consents(facts, person, clips[person], day)
    ]


def _consents(
    facts: Facts, person: PersonId, clips: set[ClipId], day: str
) -> list[tuple[ConsentEvent | None, int]]:
    events = facts.consents.get(person, ())
    found = [consent_in_force(events, clip, day) for clip in sorted(clips)]
    by_id = {event.id if event else "": event for event in found}
    ids = [event.id if event else "" for event in found]
    return [(event, ids.count(key)) for key, event in by_id.items()]


def _name(people: Mapping[PersonId, Person], person: PersonId) -> tuple[str, str]:
    known = people.get(person)
    return (known.name.casefold() if known else ""), person
