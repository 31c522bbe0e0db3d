"""What a person should check first."""

import pytest

from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.review import (
    Waiting,
    Wanted,
    confidence,
    in_order,
    is_checked,
    is_to_check,
)
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord


def a_record(
    state: State = State.MACHINE,
    origin: Origin = Origin.MACHINE,
    checked: tuple[tuple[int, int], ...] = (),
) -> TranscriptRecord:
    """Return a transcript's record."""
    return TranscriptRecord(
        id=TranscriptId("t-1"),
        clip=ClipId("c-1"),
        path="transcripts/t-1.json",
        sha256="0" * 64,
        language="fr",
        origin=origin,
        state=state,
        segments=1,
        checked_parts=tuple(TimeRange(*part) for part in checked),
    )


def waiting(
    text: str,
    *wanted: Wanted,
    sure: float | None = None,
    flags: tuple[str, ...] = (),
) -> Waiting:
    """Return a segment that waits."""
    segment = Segment(start=0, end=1, text=text, flags=flags)
    return Waiting(
        record=a_record(), number=1, segment=segment, wanted=wanted, confidence=sure
    )


def test_what_is_wanted_comes_first_then_doubts_then_the_least_sure() -> None:
    """What a room will be shown before a strong quote, and that before what was cut.

    Where nothing is known of how sure the machine was, that comes last.
    """
    queue = [
        waiting("nobody said how sure"),
        waiting("sure", sure=0.9),
        waiting("unsure", sure=0.3),
        waiting("too fast", sure=0.8, flags=("too-fast",)),
        waiting("cut", Wanted.CUT, sure=0.9),
        waiting("strong", Wanted.STRONG, sure=0.9),
        waiting("to be shown", Wanted.PLAYLIST, sure=1.0),
        waiting("strong and unsure", Wanted.STRONG, Wanted.CUT, sure=0.2),
    ]

    assert [
        *("to be shown", "strong and unsure", "strong", "cut"),
        *("too fast", "unsure", "sure", "nobody said how sure"),
    ] == [one.segment.text for one in in_order(queue)]


def test_how_sure_the_machine_was_of_its_words_will_do() -> None:
    """Their mean, where it said nothing of the segment."""
    words = (Word(0, 1, "a", 0.5), Word(1, 2, "b"), Word(2, 3, "c", 0.7))
    segment = Segment(start=0, end=3, text="a b c", words=words)

    assert 0.6 == pytest.approx(confidence(segment))
    assert confidence(Segment(start=0, end=1, text="a")) is None


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (a_record(State.MACHINE), True),
        (a_record(State.UNCHECKED, Origin.TRANSLATION), True),
        (a_record(State.CHECKED), False),
        (a_record(State.APPROVED), False),
        (a_record(origin=Origin.SEGMENTS), False),
    ],
)
def test_only_what_nobody_checked_as_a_whole_waits(
    record: TranscriptRecord, *, expected: bool
) -> None:
    """And only words."""
    assert expected is is_to_check(record)


def test_a_segment_is_checked_when_all_of_it_is() -> None:
    """It may be in several parts, as before it was joined."""
    segment = Segment(start=1000, end=3000, text="a")

    assert is_checked(a_record(checked=((0, 2000), (2000, 3000))), segment)
    assert not is_checked(a_record(checked=((0, 2999),)), segment)
    assert not is_checked(a_record(), segment)
