"""What holds for all that tells speakers apart, the real one and the fake."""

import pytest

from mediakit.engines import sherpa_speakers
from mediakit.engines.base import Samples
from mediakit.engines.speakers import Diariser
from tests.extras import needs_sherpa
from tests.fakes.speakers import FakeDiariser
from tests.speaker_models import listen, voice, write_models
from tests.speech import silence

REAL = pytest.param(
    sherpa_speakers.NAME, marks=[pytest.mark.engine, needs_sherpa], id="sherpa-onnx"
)
# milliseconds: a frame is ten, and filters take their time
NEAR = 100


@pytest.fixture(scope="module", params=["fake", REAL])
def diariser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Diariser:
    """Return each."""
    if request.param == "fake":
        return FakeDiariser()
    folder = write_models(tmp_path_factory.mktemp("models") / "speakers")
    return sherpa_speakers.load(folder, threads=1)


def test_two_voices_are_told_apart(diariser: Diariser) -> None:
    """With when each is heard; one that comes back has the number it had."""
    sound = [
        *(silence(0.5), voice(2, low=False), silence(1)),
        *(voice(1.5, low=True), silence(1), voice(1, low=False)),
    ]

    turns, _shares = listen(diariser, sound)

    assert [1, 2, 1] == [turn.speaker for turn in turns]
    for turn, (start, end) in zip(
        turns, [(500, 2500), (3500, 5000), (6000, 7000)], strict=True
    ):
        assert start == pytest.approx(turn.start, abs=NEAR)
        assert end == pytest.approx(turn.end, abs=NEAR)


def test_voices_are_numbered_as_they_are_first_heard(diariser: Diariser) -> None:
    """Whoever speaks first is the first."""
    for low in (True, False):
        sound = [voice(1, low=low), silence(1), voice(1, low=not low)]

        turns, _shares = listen(diariser, sound)

        assert [1, 2] == [turn.speaker for turn in turns]


def test_so_many_voices_as_there_are_people(diariser: Diariser) -> None:
    """Somebody who knows that one person speaks is believed."""
    sound = [voice(1, low=True), silence(1), voice(1, low=False)]

    turns, _shares = listen(diariser, sound, count=1)

    assert {1} == {turn.speaker for turn in turns}


@pytest.mark.parametrize("sound", [[], [silence(0)], [silence(2)]])
def test_nobody_is_heard_where_nobody_speaks(
    diariser: Diariser, sound: list[Samples]
) -> None:
    """Nor where there is no sound at all."""
    turns, _shares = listen(diariser, sound)

    assert () == turns


def test_tells_how_far_it_is(diariser: Diariser) -> None:
    """Never backwards, and never past the end."""
    _turns, shares = listen(diariser, [voice(3, low=True)])

    assert shares
    assert sorted(shares) == shares
    assert 0 <= shares[0]
    assert 1 >= shares[-1]


def test_turns_are_inside_the_recording(diariser: Diariser) -> None:
    """One who speaks to the end stops there."""
    turns, _shares = listen(diariser, [voice(1, low=True)])

    assert turns
    assert 0 <= turns[0].start
    assert 1000 >= turns[-1].end
