"""Doubts about segments."""

import pytest

from mediakit.engines.flags import Flag, flagged
from mediakit.model.transcript import Segment


def _segment(text: str, seconds: float = 3, no_speech: float = 0.1) -> Segment:
    return Segment(start=0, end=round(seconds * 1000), text=text, no_speech=no_speech)


PLAIN = _segment("Nous voulons vivre ensemble.")


@pytest.mark.parametrize(
    ("segment", "before", "past_end", "sureness", "flag"),
    [
        (PLAIN, PLAIN, 0, None, Flag.REPEATED),
        (_segment("merci " * 40, 30), None, 0, None, Flag.REPEATED),
        (PLAIN, None, 900, None, Flag.PAST_END),
        (_segment(PLAIN.text, 0.5), None, 0, None, Flag.TOO_FAST),
        (_segment(PLAIN.text, 0), None, 0, None, Flag.TOO_FAST),
        (_segment(PLAIN.text, 3, 0.8), None, 0, None, Flag.NO_SPEECH),
        (PLAIN, None, 0, 0.4, Flag.LANGUAGE_UNSURE),
    ],
)
def test_each_doubt_has_its_flag(
    segment: Segment,
    before: Segment | None,
    past_end: int,
    sureness: float | None,
    flag: Flag,
) -> None:
    """One sign of an invention gives one flag, and the text stays."""
    found = flagged(segment, before, past_end=past_end, sureness=sureness)

    assert ((flag,), segment.text) == (found.flags, found.text)


@pytest.mark.parametrize(
    ("segment", "before", "sureness"),
    [
        (PLAIN, _segment("Merci."), 0.99),
        (_segment("Oui.", 0.1), _segment("Oui."), None),
        (_segment("Non, non, non, non, non.", 2), None, None),
    ],
)
def test_what_people_do_say_is_not_doubted(
    segment: Segment, before: Segment | None, sureness: float | None
) -> None:
    """Short answers are quick and come twice."""
    assert () == flagged(segment, before, past_end=100, sureness=sureness).flags
