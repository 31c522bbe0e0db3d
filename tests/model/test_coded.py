"""What is coded, counted in the five ways."""

from mediakit.model.coded import Coded, Count, counted, counted_together, heard_in
from mediakit.model.ids import CodingId, PersonId, ThemeId, VoiceId
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from tests.builders import a_clip, a_session

HERE, THERE = a_clip("c-1", session="s-1"), a_clip("c-2", session="s-1")
MEETING = a_session("s-1")


def voice(person: str, part: tuple[int, int] | None, *, heard: bool = True) -> Voice:
    """Return somebody in a clip."""
    return Voice(
        id=VoiceId(f"v-{person}"),
        clip=HERE.id,
        person=PersonId(person),
        range=TimeRange(*part) if part else None,
        heard=heard,
    )


MARIAM, BOUBACAR = voice("p-m", (0, 5_000)), voice("p-b", (5_000, 9_000))


def coded(
    id_: str, *parts: tuple[int, int], clip: object = HERE, voices: object = ()
) -> Coded:
    """Return a coding of some parts of a clip of one session."""
    assert isinstance(voices, tuple)
    return Coded(
        coding=CodingId(id_),
        theme=ThemeId("th-1"),
        clip=THERE if clip is THERE else HERE,
        session=MEETING,
        passages=tuple(TimeRange(*part) for part in parts),
        voices=voices,
    )


def test_each_way_counts_something_else() -> None:
    """Two people coded 0 to 4 s and 2 to 6 s of one clip; another is sorted."""
    some = [
        coded("k-1", (0, 4_000), voices=(MARIAM,)),
        coded("k-2", (2_000, 6_000), voices=(MARIAM, BOUBACAR)),
        coded("k-3", clip=THERE),
    ]

    assert {
        Count.CLIPS: 2,
        Count.SESSIONS: 1,
        Count.PEOPLE: 2,
        Count.CODINGS: 3,
        Count.TIME: 6_000,
    } == {by: counted(some, by) for by in Count}


def test_what_somebody_said_is_where_they_are_heard() -> None:
    """Of a passage from 4 to 7 s, one second is Mariam's."""
    one = coded("k-1", (4_000, 7_000), voices=(MARIAM, BOUBACAR))

    hers = one.said_by({PersonId("p-m")})

    assert ((TimeRange(4_000, 5_000),), (MARIAM,)) == (hers.passages, hers.voices)


def test_together_is_what_both_share() -> None:
    """Two seconds of one clip; one pair of codings; nothing of the other clip."""
    first = [coded("k-1", (0, 4_000)), coded("k-2", clip=THERE)]
    second = [coded("k-3", (2_000, 6_000)), coded("k-4", (8_000, 9_000))]

    assert {
        Count.CLIPS: 1,
        Count.SESSIONS: 1,
        Count.PEOPLE: 0,
        Count.CODINGS: 1,
        Count.TIME: 2_000,
    } == {by: counted_together(first, second, by) for by in Count}


def test_who_is_only_seen_is_not_heard() -> None:
    """Nor who is heard in another part."""
    seen = voice("p-s", None, heard=False)

    assert (BOUBACAR,) == heard_in(
        HERE, TimeRange(6_000, 7_000), (MARIAM, BOUBACAR, seen)
    )
