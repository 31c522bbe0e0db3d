"""People, voices and consents for tests, with what matters named."""

from dataclasses import replace
from typing import Any

from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.gate import Facts, Request, Rules
from mediakit.model.ids import ClipId, ConsentId, PersonId, SessionId, VoiceId
from mediakit.model.person import Person
from mediakit.model.session import Session
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.settings import SCOPES
from tests.builders import VIDEO, a_clip

CLIP = ClipId("c-0000000001")
MARIAM, OUMAR = PersonId("p-0000000001"), PersonId("p-0000000002")
TODAY = "2026-06-01"
RULES = Rules(scopes=SCOPES)
LENIENT = Rules(scopes=SCOPES, strict=False)
MINUTE = 60_000


def a_person(
    id: str = MARIAM,  # noqa: A002 named as the field
    *,
    name: str = "Mariam",
    community: str = "",
) -> Person:
    """Return a person."""
    return Person(id=PersonId(id), name=name, community=community)


def a_voice(
    person: str | None = MARIAM,
    *,
    start: int | None = None,
    end: int = MINUTE,
    clip: str = CLIP,
    heard: bool = True,
    seen: bool = True,
    number: int = 1,
) -> Voice:
    """Return a voice; in the whole clip, unless it starts somewhere."""
    return Voice(
        id=VoiceId(f"v-{number:010}"),
        clip=ClipId(clip),
        person=PersonId(person) if person else None,
        range=None if start is None else TimeRange(start, end),
        heard=heard,
        seen=seen,
    )


# Any: the fields of an event
def given(up_to: str = "film", day: str = "2026-03-01", **fields: Any) -> ConsentEvent:
    """Return that Mariam agreed, recorded on the day she did."""
    event = ConsentEvent(
        id=ConsentId("co-0000000001"),
        person=MARIAM,
        kind=ConsentKind.GIVEN,
        day=day,
        up_to=up_to,
        created=Stamp(f"{day}T09:00:00Z", "Awa"),
    )
    return replace(event, **fields)


def withdrawn(day: str = "2026-04-01", **fields: Any) -> ConsentEvent:
    """Return that Mariam withdrew, recorded on the day she did."""
    return given("", day, kind=ConsentKind.WITHDRAWN, **fields)


def facts(
    *events: ConsentEvent,
    voices: tuple[Voice, ...] = (a_voice(),),
    people: tuple[Person, ...] = (a_person(), a_person(OUMAR, name="Oumar")),
    sessions: tuple[Session, ...] = (),
    at: str | None = None,
) -> Facts:
    """Return a library with a clip of one minute, recorded at a session."""
    media = replace(VIDEO, duration=MINUTE)
    clip = a_clip(CLIP, media=media, session=at)
    return Facts(
        clips={clip.id: clip},
        sessions={session.id: session for session in sessions},
        people={person.id: person for person in people},
        voices={CLIP: voices},
        consents={
            person: tuple(event for event in events if event.person == person)
            for person in (MARIAM, OUMAR)
        },
    )


def asked(
    scope: str,
    start: int = 0,
    end: int = MINUTE,
    *,
    day: str = TODAY,
    audience: str | None = None,
) -> Request:
    """Return that somebody asks for a part of the clip."""
    return Request(
        ranges=((CLIP, TimeRange(start, end)),),
        scope=scope,
        day=day,
        audience=SessionId(audience) if audience else None,
    )
