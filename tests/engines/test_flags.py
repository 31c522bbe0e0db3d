"""Doubts about segments."""

from dataclasses import replace

import pytest

from mediakit.engines.flags import Flag, Signs, flagged
from mediakit.model.transcript import Segment


def _segment(text: str, seconds: float = 3, no_speech: float = 0.1) -> Segment:
    return Segment(start=0, end=round(seconds * 1000), text=text, no_speech=no_speech)


PLAIN = _segment("Nous voulons vivre ensemble.")
BEFORE = _segment("Merci.")


@pytest.mark.parametrize(
    ("segment", "before", "signs", "flag"),
    [
        (PLAIN, PLAIN, Signs(), Flag.REPEATED),
        (_segment("merci " * 40, 30), None, Signs(), Flag.REPEATED),
        (PLAIN, None, Signs(prompt=f"Ménaka. {PLAIN.text}"), Flag.REPEATED),
        (PLAIN, None, Signs(past_end=900), Flag.PAST_END),
        (_segment(PLAIN.text, 0.5), None, Signs(), Flag.TOO_FAST),
        (_segment(PLAIN.text, 0), None, Signs(), Flag.TOO_FAST),
        (_segment(PLAIN.text, 3, 0.8), None, Signs(), Flag.NO_SPEECH),
        (PLAIN, None, Signs(loudness=0.0001), Flag.SILENCE),
        (PLAIN, None, Signs(sureness=0.4), Flag.LANGUAGE_UNSURE),
        (replace(PLAIN, language="en"), None, Signs(), Flag.LANGUAGE_CHANGED),
        (PLAIN, replace(BEFORE, language="en"), Signs(), Flag.LANGUAGE_CHANGED),
    ],
)
def test_each_doubt_has_its_flag(
    segment: Segment,
    before: Segment | None,
    signs: Signs,
    flag: Flag,
) -> None:
    """One sign of an invention gives one flag, and the text stays."""
    found = flagged(segment, before, signs)

    assert ((flag,), segment.text) == (found.flags, found.text)


@pytest.mark.parametrize(
    ("segment", "before", "signs"),
    [
        (PLAIN, BEFORE, Signs(past_end=100, sureness=0.99)),
        (_segment("Oui.", 0.1), _segment("Oui."), Signs()),
        (_segment("Non, non, non, non, non.", 2), None, Signs()),
        (_segment("À Ménaka."), None, Signs(prompt="À Ménaka.", loudness=0.01)),
    ],
)
def test_what_people_do_say_is_not_doubted(
    segment: Segment, before: Segment | None, signs: Signs
) -> None:
    """Short answers are quick and come twice."""
    assert () == flagged(segment, before, signs).flags
