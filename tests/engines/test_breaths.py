"""Where somebody speaks, whatever the language."""

from itertools import pairwise

import pytest

from mediakit.engines.base import RATE
from mediakit.engines.breaths import breaths
from tests.speech import FRENCH, THREE_ENGLISH, samples, silence

pytestmark = pytest.mark.engine


def test_pauses_part_what_is_said() -> None:
    """Each piece lies where somebody speaks, but for a little air."""
    pause = silence(2)
    sound = [pause, samples(FRENCH), pause, samples(FRENCH)]

    (first, second) = breaths(sound)

    for start, end, begin in ((*first, 2000), (*second, 4000 + FRENCH.duration)):
        assert begin - 100 <= start < begin + 400
        assert begin + 1500 < end <= begin + FRENCH.duration + 100


def test_no_piece_is_too_long_to_say_again() -> None:
    """However long somebody speaks."""
    pieces = list(breaths([samples(THREE_ENGLISH)] * 4))

    assert len(pieces) > 3
    assert all(end - start <= 16_000 for start, end in pieces)
    assert all(a[1] <= b[0] for a, b in pairwise(pieces))


def test_silence_has_no_pieces() -> None:
    """Nor has nothing at all."""
    assert [] == list(breaths([silence(3)]))
    assert [] == list(breaths([silence(0)]))
    assert RATE == len(silence(1))
