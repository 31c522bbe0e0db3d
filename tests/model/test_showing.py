"""What to know before a room is shown a clip."""

from dataclasses import replace

import pytest

from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts, Rules
from mediakit.model.ids import ClipId, ConsentId, ExcerptId, PersonId, VoiceId
from mediakit.model.person import Person
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.showing import Care, Caution, Showing, cautions, seen_by
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.settings import SCOPES
from tests.builders import SOUND, a_clip, a_screening, a_session

RULES = Rules(scopes=SCOPES)
DAY = "2026-06-01"
GAO = a_session("s-gao", group="Women of Gao", region="Gao", community="Songhay")
BER = a_session("s-ber", place="Ber", region="Tombouctou", community="Tamasheq")
CLIP = a_clip("c-a", session=GAO.id)
AWA = Person(id=PersonId("p-awa"), name="Awa", community="songhay")
FIRST, LAST = TimeRange(0, 5_000), TimeRange(5_000, 9_000)


def an_event(**facts: object) -> ConsentEvent:
    """Return Awa's consent up to the nation, but for what is said."""
    event = ConsentEvent(
        id=ConsentId("co-1"),
        person=AWA.id,
        kind=ConsentKind.GIVEN,
        day="2026-01-01",
        up_to="national",
    )
    return replace(event, **facts)  # type: ignore[arg-type]  # any field of it


def before(
    session: Session,
    *screenings: Screening,
    clip: Clip = CLIP,
    part: TimeRange | None = None,
    events: tuple[ConsentEvent, ...] = (an_event(),),
    sessions: tuple[Session, ...] = (GAO, BER),
    rules: Rules = RULES,
    all_known: bool = True,
) -> tuple[Caution, ...]:
    """Return what to know before a session is shown a clip in which Awa speaks."""
    awa = Voice(id=VoiceId("v-1"), clip=clip.id, person=AWA.id, range=FIRST)
    rest = TimeRange(FIRST.end, clip.media.duration)
    nobody = Voice(id=VoiceId("v-2"), clip=clip.id, person=None, range=rest)
    facts = Facts(
        clips={clip.id: clip},
        sessions={one.id: one for one in sessions},
        people={AWA.id: AWA},
        voices={clip.id: (awa, nobody) if all_known else (awa,)},
        consents={AWA.id: events},
    )
    excerpt = Excerpt(id=ExcerptId("x-first"), clip=clip.id, range=FIRST)
    return cautions(
        facts,
        rules,
        Showing(clip=clip, session=session, day=DAY, range=part),
        seen=seen_by(session, sessions, screenings),
        excerpts={excerpt.id: excerpt},
    )


def test_nothing_speaks_against_what_is_new_to_strangers() -> None:
    """Recorded elsewhere, seen by others, agreed to."""
    elsewhere = a_screening(clip=CLIP.id, session=GAO.id)

    assert () == before(BER, elsewhere)


@pytest.mark.parametrize(
    ("shown", "part", "warned"),
    [
        (a_screening(clip="c-a", session="s-ber"), None, True),
        (a_screening(clip="c-a", session="s-ber"), LAST, True),
        (a_screening(clip="c-a", session="s-ber", excerpt="x-first"), FIRST, True),
        (a_screening(clip="c-a", session="s-ber", excerpt="x-first"), LAST, False),
        (a_screening(clip="c-a", session="s-ber", excerpt="x-gone"), LAST, True),
        (
            a_screening(clip="c-a", session="s-ber", outcome=Outcome.STOPPED),
            None,
            True,
        ),
        (
            a_screening(clip="c-a", session="s-ber", outcome=Outcome.SKIPPED),
            None,
            False,
        ),
        (a_screening(clip="c-b", session="s-ber"), None, False),
    ],
)
def test_warns_of_what_the_group_saw(
    shown: Screening, part: TimeRange | None, warned: bool
) -> None:
    """The same part of the clip, even if it was stopped; not what was skipped."""
    found = before(BER, shown, part=part)

    assert [Care.ALREADY_SHOWN] * warned == [one.care for one in found]
    assert [shown.id] * warned == [one.screening for one in found]


def test_a_group_is_known_again_wherever_it_meets() -> None:
    """By its name, or by place and community."""
    again = a_session("s-again", place=" BER", community="tamasheq", date="2026-05-01")
    shown = a_screening(clip=CLIP.id, session=again.id)

    found = before(BER, shown, sessions=(GAO, BER, again))

    assert [Care.ALREADY_SHOWN] == [one.care for one in found]


def test_what_a_group_saw_is_told_by_date() -> None:
    """Whatever the order of the records."""
    again = a_session("s-again", place="Ber", community="Tamasheq", date="2025-01-01")
    late = a_screening("sc-late", session=BER.id)
    early = a_screening("sc-early", session=again.id)

    seen = seen_by(BER, (BER, again), (late, early))

    assert [early, late] == seen


@pytest.mark.parametrize(
    ("region", "warned"), [("Gao", True), ("", True), ("Kayes", False)]
)
def test_warns_where_it_was_recorded(region: str, warned: bool) -> None:
    """In the very place: one of this name in another region is another."""
    here = a_session("s-here", group="Youth", place="gao", region=region)

    found = before(here, sessions=(GAO, here))

    assert [Care.RECORDED_HERE] * warned == [one.care for one in found]


@pytest.mark.parametrize(
    ("events", "cause"),
    [
        ((an_event(excluded=("own-group",)),), Cause.EXCLUDED),
        ((an_event(up_to="internal"),), Cause.BEYOND_SCOPE),
        ((an_event(until="2026-02-01"),), Cause.ENDED),
        ((an_event(kind=ConsentKind.WITHDRAWN),), Cause.WITHDRAWN),
        ((), Cause.PENDING),
    ],
)
def test_warns_of_people_of_that_community_who_did_not_agree(
    events: tuple[ConsentEvent, ...], cause: Cause
) -> None:
    """The gate says why."""
    kin = a_session("s-kin", place="Bourem", community="SONGHAY")

    found = before(kin, events=events, sessions=(GAO, BER, kin))

    assert [(Care.NOT_FOR_OWN_GROUP, AWA.id, cause)] == [
        (one.care, one.person, one.cause) for one in found
    ]


@pytest.mark.parametrize(
    ("events", "causes"),
    [
        ((an_event(excluded=("own-group",)),), []),
        ((an_event(up_to="own-group"),), [Cause.BEYOND_SCOPE]),
        ((an_event(until="2026-02-01"),), [Cause.ENDED]),
        ((an_event(face=False, name=False),), [Cause.NO_FACE]),
        ((an_event(kind=ConsentKind.WITHDRAWN),), [Cause.WITHDRAWN]),
        ((), [Cause.PENDING]),
    ],
)
def test_warns_of_people_who_did_not_agree_to_be_shown_to_strangers(
    events: tuple[ConsentEvent, ...], causes: list[Cause]
) -> None:
    """As the gate would; strangers may see what neighbours may not."""
    assert [(Care.NOT_AGREED, AWA.id, cause) for cause in causes] == [
        (one.care, one.person, one.cause) for one in before(BER, events=events)
    ]


def test_sound_shows_no_face() -> None:
    """Who does not want to be seen may be heard."""
    sound = replace(CLIP, media=SOUND)

    assert () == before(BER, clip=sound, events=(an_event(face=False),))


def test_warns_where_nobody_has_said_who_is_there() -> None:
    """Awa alone is known, and only in the beginning."""
    assert [(Care.UNKNOWN_VOICE, None)] == [
        (one.care, one.person) for one in before(BER, part=LAST, all_known=False)
    ]


def test_a_withdrawal_is_told_whatever_the_ladder() -> None:
    """Even where a programme asks nobody for its own group."""
    rules = Rules(scopes=("internal", "film"))

    found = before(BER, events=(an_event(kind=ConsentKind.WITHDRAWN),), rules=rules)

    assert [Cause.WITHDRAWN] == [one.cause for one in found]


def test_only_the_part_that_is_shown_matters() -> None:
    """Awa is not in the end of the clip."""
    kin = a_session("s-kin", place="Bourem", community="Songhay")

    assert () == before(kin, events=(), part=LAST, sessions=(GAO, kin))


def test_a_ladder_without_that_rung_asks_nobody() -> None:
    """Where a programme has no such scope, nobody can have agreed to it."""
    kin = a_session("s-kin", place="Bourem", community="Songhay")
    rules = Rules(scopes=("internal", "film"))

    assert () == before(kin, events=(), sessions=(GAO, kin), rules=rules)


def test_warns_of_what_is_to_be_shown_with_care() -> None:
    """And says why."""
    clip = replace(CLIP, id=ClipId("c-b"), sensitive="A child is named.")

    found = before(BER, clip=clip)

    assert [(Care.SENSITIVE, "A child is named.")] == [(c.care, c.why) for c in found]
