"""What may leave, once it is known what of people it shows."""

from mediakit.model.cause import Cause
from mediakit.model.gate import Answer, Decision, Finding
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Shown, joined, judge, spoken
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment

GAO, MOPTI = ClipId("c-1"), ClipId("c-2")


def found(cause: Cause, start: int, end: int, clip: ClipId = GAO) -> Finding:
    """Return a finding in a clip."""
    return Finding(clip=clip, range=TimeRange(start, end), cause=cause)


def refusing(*refusals: Finding) -> Decision:
    """Return a decision with these refusals."""
    return Decision(answer=Answer.REFUSED, refusals=refusals)


def test_a_part_stays_whole_or_stays_behind() -> None:
    """One that only touches what is closed leaves; each clip is its own."""
    before, within, after = TimeRange(0, 10), TimeRange(5, 15), TimeRange(20, 30)
    parts = [(GAO, before), (GAO, within), (GAO, after), (MOPTI, within)]

    verdict = judge(parts, refusing(found(Cause.PENDING, 10, 20)), Shown.SOUND)

    assert ((GAO, before), (GAO, after), (MOPTI, within)) == verdict.parts


def test_a_withdrawn_voice_is_not_overridden() -> None:
    """Everything else is, and known by name."""
    withdrawn, pending = found(Cause.WITHDRAWN, 0, 5), found(Cause.PENDING, 5, 10)
    parts = [(GAO, TimeRange(0, 5)), (GAO, TimeRange(5, 10))]

    verdict = judge(parts, refusing(withdrawn, pending), Shown.SOUND, override=True)

    assert ((GAO, TimeRange(5, 10)),) == verdict.parts
    assert (withdrawn,) == verdict.refusals
    assert (pending,) == verdict.overridden


def test_overlapping_parts_become_one() -> None:
    """What is kept of a use names no millisecond twice."""
    parts = [(GAO, TimeRange(5, 9)), (MOPTI, TimeRange(0, 1)), (GAO, TimeRange(0, 6))]

    assert [(GAO, TimeRange(0, 9)), (MOPTI, TimeRange(0, 1))] == list(joined(parts))


def test_words_without_length_are_somewhere_all_the_same() -> None:
    """Or nobody could close them."""
    assert TimeRange(5, 6) == spoken(Segment(start=5, end=5, text="Oui."))
