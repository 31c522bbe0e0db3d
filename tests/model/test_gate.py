"""The gate, by example."""

from dataclasses import replace

import pytest

from mediakit.errors.catalog import SessionNotFound
from mediakit.errors.people import ScopeUnknown
from mediakit.model.cause import Cause
from mediakit.model.consent import ConsentEvent
from mediakit.model.gate import (
    Answer,
    Decision,
    Facts,
    Request,
    Rules,
    allowed_spans,
    decide,
)
from mediakit.model.timecode import TimeRange
from mediakit.settings import SCOPES
from tests.builders import a_session
from tests.model.consent_facts import (
    CLIP,
    LENIENT,
    MARIAM,
    MINUTE,
    OUMAR,
    RULES,
    TODAY,
    a_person,
    a_voice,
    asked,
    facts,
    given,
    withdrawn,
)

OWN, OTHER = "s-0000000001", "s-0000000002"
SESSIONS = (a_session(OWN, place="Gao"), a_session(OTHER, place="Mopti"))


def causes(known: Facts, request: Request, rules: Rules = RULES) -> list[str]:
    """Return why something is refused."""
    return [one.cause.value for one in decide(known, rules, request).refusals]


def test_agreeing_to_a_rung_agrees_to_those_before() -> None:
    """Up to film: everything to film is open, broadcast and web are not."""
    known = facts(given("film"))

    open_ = [scope for scope in SCOPES if not causes(known, asked(scope))]

    assert list(SCOPES[: SCOPES.index("film") + 1]) == open_


@pytest.mark.parametrize("scope", ["internal", "transcribe", "research"])
@pytest.mark.parametrize("strict", [True, False])
def test_the_team_works_until_somebody_says_no(scope: str, *, strict: bool) -> None:
    """Pending and unknown voices pass; nothing agreed to, and withdrawn, do not."""
    rules = Rules(scopes=SCOPES, strict=strict)
    refused = [
        causes(known, asked(scope), rules)
        for known in (
            facts(),
            facts(voices=()),
            facts(given("")),
            facts(given(), withdrawn()),
        )
    ]

    assert [[], [], ["beyond-scope"], ["withdrawn"]] == refused


@pytest.mark.parametrize(
    ("rules", "answer"), [(RULES, Answer.REFUSED), (LENIENT, Answer.ALLOWED)]
)
def test_an_unknown_voice_closes_or_warns(rules: Rules, answer: Answer) -> None:
    """As the library says; only where nobody has looked."""
    known = facts(given(), voices=(a_voice(end=40_000, start=10_000),))

    decision = decide(known, rules, asked("film"))

    found = decision.refusals if rules.strict else decision.warnings
    assert answer is decision.answer
    assert [
        (Cause.UNKNOWN_VOICE, TimeRange(0, 10_000)),
        (Cause.UNKNOWN_VOICE, TimeRange(40_000, MINUTE)),
    ] == [(one.cause, one.range) for one in found]


def test_where_nobody_can_be_recognised_everything_is_open() -> None:
    """Somebody looked, and said so."""
    known = facts(voices=(a_voice(None),))

    assert Decision(answer=Answer.ALLOWED) == decide(known, RULES, asked("web"))


def test_whoever_was_not_asked_closes_what_leaves_the_team() -> None:
    """Pending, whatever the library says of unknown voices."""
    assert ["pending"] == causes(facts(), asked("own-group"), LENIENT)


def test_the_first_no_wins_over_several_people() -> None:
    """Both are named; what one of them wants hidden is said all the same."""
    known = facts(
        given("web", face=False, name=False, pseudonym="Awa"),
        given("own-group", person=OUMAR),
        voices=(a_voice(MARIAM), a_voice(OUMAR, start=20_000, end=30_000, number=2)),
    )

    decision = decide(known, RULES, asked("film"))

    assert Answer.REFUSED is decision.answer
    assert [(OUMAR, TimeRange(20_000, 30_000), "film")] == [
        (one.person, one.range, one.scope) for one in decision.refusals
    ]
    assert [("no-face", ""), ("no-name", "Awa")] == [
        (one.cause, one.pseudonym) for one in decision.conditions
    ]


def test_conditions_apply_only_where_they_matter() -> None:
    """A face is hidden where it is seen, a voice where it is heard."""
    known = facts(
        given("film", face=False, voice=False),
        voices=(
            a_voice(start=0, end=10_000, seen=False),
            a_voice(start=20_000, end=30_000, heard=False),
        ),
    )

    decision = decide(known, LENIENT, asked("film"))

    assert [
        (Cause.NO_VOICE, TimeRange(0, 10_000)),
        (Cause.NO_FACE, TimeRange(20_000, 30_000)),
    ] == [(one.cause, one.range) for one in decision.conditions]
    assert Answer.CONDITIONAL is decision.answer
    assert () == decide(known, LENIENT, asked("internal")).conditions


@pytest.mark.parametrize(
    ("event", "scope", "refused"),
    [
        (given(until=TODAY), "internal", ["ended"]),
        (given(until="2026-06-02"), "film", []),
        (given(embargo="2026-06-02"), "film", ["embargo"]),
        (given(embargo=TODAY), "film", ["embargo-ended"]),
        (given(embargo=TODAY), "research", ["embargo-ended"]),
        (given(embargo=TODAY), "internal", []),
        (given("national", embargo=TODAY), "film", ["beyond-scope", "embargo-ended"]),
        (given("web", excluded=("film",)), "film", ["excluded"]),
        (given("web", excluded=("film",)), "web", []),
        (given("a rung of old"), "internal", ["beyond-scope"]),
        (given(transcribe=False), "transcribe", ["no-transcribe"]),
        (given(research=False), "research", ["no-research"]),
        (given(research=False), "film", []),
        (given(clips=("c-0000000009",)), "film", ["pending"]),
    ],
)
def test_what_was_said_opens_and_closes(
    event: ConsentEvent, scope: str, refused: list[str]
) -> None:
    """The days of a consent are the first on which it is otherwise."""
    assert refused == causes(facts(event), asked(scope))


@pytest.mark.parametrize(
    ("event", "scope", "audience", "refused"),
    [
        (given("own-group"), "own-group", OWN, []),
        (given("own-group"), "own-group", OTHER, ["beyond-scope"]),
        (given("own-group"), "internal", OWN, []),
        (given("internal"), "internal", OWN, ["beyond-scope"]),
        (given("film", excluded=("own-group",)), "own-group", OWN, ["excluded"]),
        (given("film", excluded=("own-group",)), "film", OWN, ["excluded"]),
        (given("film", excluded=("own-group",)), "own-group", OTHER, []),
        (given("film", excluded=("own-group",)), "film", None, []),
        (given("film", excluded=("own-group",)), "research", OWN, []),
        (
            given("internal", excluded=("own-group",)),
            "own-group",
            OWN,
            ["beyond-scope"],
        ),
    ],
)
def test_the_audience_decides_which_rung_is_asked(
    event: ConsentEvent, scope: str, audience: str | None, refused: list[str]
) -> None:
    """Strangers are another community; one's own group may be the one to fear."""
    known = facts(event, sessions=SESSIONS, at=OWN)

    assert refused == causes(known, asked(scope, audience=audience))


def test_ones_own_group_is_also_where_ones_community_meets() -> None:
    """However the recording was made."""
    known = facts(
        given("own-group"), sessions=SESSIONS, people=(a_person(community="mopti "),)
    )

    assert [] == causes(known, asked("own-group", audience=OTHER))


def test_withdrawn_voices_are_told_from_other_refusals() -> None:
    """Nothing may override them."""
    decided = [
        decide(facts(event), RULES, asked("web")).has_withdrawn
        for event in (given("film"), withdrawn())
    ]

    assert [False, True] == decided


def test_what_is_not_in_the_catalog_stays_closed() -> None:
    """A clip or a person that is missing is unknown, whatever the library says."""
    known = facts(given("web"))
    without_clip = replace(known, clips={})
    without_person = replace(known, people={})

    assert [
        (["unknown-voice"], None),
        (["unknown-voice"], MARIAM),
    ] == [
        ([one.cause.value for one in found], found[0].person)
        for found in (
            decide(missing, LENIENT, asked("film")).refusals
            for missing in (without_clip, without_person)
        )
    ]
    assert ["unknown-voice"] == causes(without_clip, asked("internal"), LENIENT)


def test_what_lies_beyond_a_clip_is_unknown() -> None:
    """Nobody can have said who is in it."""
    request = asked("film", 50_000, 70_000)

    found = decide(facts(given()), RULES, request).refusals

    assert [TimeRange(MINUTE, 70_000)] == [one.range for one in found]
    assert ((CLIP, TimeRange(50_000, MINUTE)),) == allowed_spans(
        facts(given()), RULES, request
    )


def test_of_forty_minutes_all_is_open_in_which_she_is_not() -> None:
    """One woman of a focus group withdrew: neither more nor less is lost."""
    minutes = 40 * MINUTE
    hers = [(5, 7), (12, 13), (13, 15), (33, 40)]
    known = facts(
        given("film"),
        withdrawn(),
        given("film", person=OUMAR),
        voices=(
            a_voice(OUMAR),
            *(a_voice(MARIAM, start=a * MINUTE, end=b * MINUTE) for a, b in hers),
        ),
    )
    clip = known.clips[CLIP]
    long = replace(clip, media=replace(clip.media, duration=minutes))

    spans = allowed_spans(
        replace(known, clips={CLIP: long}), RULES, asked("film", 0, minutes)
    )

    assert [(0, 5), (7, 12), (15, 33)] == [
        (span.start // MINUTE, span.end // MINUTE) for _clip, span in spans
    ]


def test_refuses_to_guess_what_is_meant() -> None:
    """A scope or an audience that does not exist is an error, not an answer."""
    with pytest.raises(ScopeUnknown, match="'cinema'"):
        decide(facts(), RULES, asked("cinema"))
    with pytest.raises(SessionNotFound):
        decide(facts(), RULES, asked("film", audience="s-9"))
