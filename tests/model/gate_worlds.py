"""Random small worlds for the gate: few people, few milliseconds, every kind of mess.

Things collide often on purpose: a handful of days, names and milliseconds.
"""

from dataclasses import replace

from hypothesis import strategies as st

from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.gate import Facts, Request, Rules
from mediakit.model.ids import ClipId, ConsentId, PersonId, SessionId, VoiceId
from mediakit.model.person import Person
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from tests.builders import VIDEO, a_clip, a_session

LADDER = ("internal", "own-group", "other-communities", "film", "web")
CLIPS = (ClipId("c-0"), ClipId("c-1"))
PEOPLE = (PersonId("p-0"), PersonId("p-1"))
SESSIONS = (SessionId("s-0"), SessionId("s-1"))
DAYS = tuple(f"2026-03-0{n}" for n in range(1, 5))
LONGEST = 6  # milliseconds

moments = st.integers(-1, LONGEST + 1)
whole = st.just(TimeRange(0, LONGEST))
# empty ones and some that go backwards, too
ranges = st.one_of(
    whole,
    st.builds(TimeRange, st.integers(-1, 2), st.integers(2, LONGEST + 1)),
    st.builds(TimeRange, moments, moments),
)
# what a record can have
parts = st.builds(TimeRange, st.integers(0, 2), st.integers(3, LONGEST + 1))
days = st.sampled_from(DAYS)
# the group, community and place of different things are often the same
names = st.sampled_from(("", "", "Bozo", "bozo ", "Gao"))
mostly = st.sampled_from((True, True, True, False))
seldom = mostly.map(lambda usual: not usual)

voices = st.builds(
    Voice,
    id=st.just(VoiceId("v-0")),
    clip=st.sampled_from(CLIPS),
    person=st.sampled_from((*PEOPLE, *PEOPLE, None)),
    range=st.one_of(st.none(), whole, parts, parts),
    heard=mostly,
    seen=mostly,
)
sessions = st.builds(
    lambda one, group, community, place: replace(
        one, group=group, community=community, place=place
    ),
    st.sampled_from([a_session(one) for one in SESSIONS]),
    group=names,
    community=names,
    place=names,
)


@st.composite
def consents(draw: st.DrawFn, person: PersonId) -> ConsentEvent:
    """Draw one event; most are for all clips, and most open something."""
    is_no = draw(seldom)
    return ConsentEvent(
        id=ConsentId("co-0"),
        person=person,
        kind=ConsentKind.WITHDRAWN if is_no else ConsentKind.GIVEN,
        day=draw(days),
        at_once=draw(seldom),
        # none, and a rung that the ladder lost
        up_to=draw(st.sampled_from((*LADDER[1:], "web", "", "regional"))),
        excluded=draw(st.sampled_from(((), (), ("own-group",), ("film", "internal")))),
        transcribe=draw(st.booleans()),
        research=draw(st.booleans()),
        face=draw(st.booleans()),
        voice=draw(st.booleans()),
        name=draw(st.booleans()),
        pseudonym=draw(names),
        until=draw(days) if draw(seldom) else "",
        embargo=draw(days) if draw(seldom) else "",
        clips=(draw(st.sampled_from(CLIPS)),) if draw(seldom) else (),
        created=Stamp(draw(days), "Awa") if draw(mostly) else None,
    )


@st.composite
def worlds(draw: st.DrawFn) -> Facts:
    """Draw the records of a small library; some tell of things that are not there."""
    clips = {}
    for clip in (one for one in CLIPS if draw(mostly)):
        media = replace(VIDEO, duration=draw(st.integers(0, LONGEST)))
        at = draw(st.sampled_from((*SESSIONS, None)))
        clips[clip] = a_clip(clip, media=media, session=at)
    heard = draw(st.lists(voices, min_size=1, max_size=4))
    people = [one for one in PEOPLE if draw(mostly)]
    return Facts(
        clips=clips,
        sessions={one.id: one for one in draw(st.lists(sessions, max_size=3))},
        people={one: Person(id=one, community=draw(names)) for one in people},
        voices={
            clip: tuple(voice for voice in heard if voice.clip == clip)
            for clip in {voice.clip for voice in heard}
        },
        consents={
            person: tuple(
                draw(
                    st.lists(
                        consents(person), min_size=draw(st.integers(0, 1)), max_size=4
                    )
                )
            )
            for person in PEOPLE
        },
    )


@st.composite
def requests(draw: st.DrawFn, facts: Facts) -> Request:
    """Draw what somebody may ask of a library."""
    asked = st.tuples(st.sampled_from(CLIPS), ranges)
    audiences: list[SessionId | None] = [*facts.sessions]
    return Request(
        ranges=tuple(draw(st.lists(asked, min_size=1, max_size=3))),
        scope=draw(st.sampled_from((*LADDER, *LADDER[1:], "transcribe", "research"))),
        # mostly a day on which everything has been said
        day=draw(st.one_of(st.just(DAYS[-1]), days)),
        audience=draw(st.sampled_from([None, *audiences])),
    )


@st.composite
def questions(draw: st.DrawFn) -> tuple[Facts, Rules, Request]:
    """Draw a library, its rules, and something that is to leave it."""
    facts = draw(worlds())
    scopes = draw(
        st.sampled_from((LADDER, LADDER, LADDER, LADDER[:2], ("internal", "web")))
    )
    request = draw(requests(facts))
    if request.scope in LADDER and request.scope not in scopes:
        request = replace(request, scope=draw(st.sampled_from(scopes)))
    return facts, Rules(scopes=scopes, strict=draw(st.booleans())), request
