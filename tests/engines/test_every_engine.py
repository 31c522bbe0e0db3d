"""What holds for every speech engine, the real ones and the fake."""

from collections.abc import Iterator

import pytest

from mediakit.engines.base import Detected, Engine, Options, Samples
from mediakit.engines.demo import demo_models
from mediakit.engines.registry import load
from mediakit.errors.engines import LanguageUnknown
from tests.extras import REAL_ENGINES
from tests.fakes.engine import FakeEngine
from tests.fakes.program import read_nothing
from tests.speech import (
    EVERY_SPEECH,
    FRENCH,
    THREE_ENGLISH,
    Speech,
    samples,
    silence,
)

every_speech = pytest.mark.parametrize("speech", EVERY_SPEECH, ids=lambda s: s.name)


@pytest.fixture(scope="module", params=["fake", *REAL_ENGINES])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return each engine, loaded once: PyTorch alone takes seconds."""
    return _engine(request.param)


@pytest.fixture(scope="module", params=REAL_ENGINES)
def real_engine(request: pytest.FixtureRequest) -> Engine:
    """Return each engine that hears words."""
    return _engine(request.param)


_loaded: dict[str, Engine] = {"fake": FakeEngine()}


def _engine(name: str) -> Engine:
    if name not in _loaded:
        model = next(model for model in demo_models() if model.engine == name)
        _loaded[name] = load(model, threads=1, read=read_nothing)
    return _loaded[name]


@every_speech
def test_hears_the_language(real_engine: Engine, speech: Speech) -> None:
    """It is the one that is spoken, and sure."""
    heard = real_engine.transcribe([samples(speech)], Options())

    assert speech.language == heard.language
    assert heard.probability is not None
    assert 0.9 < heard.probability


@every_speech
def test_hears_the_words(real_engine: Engine, speech: Speech) -> None:
    """What is said is written."""
    heard = real_engine.transcribe([samples(speech)], Options())

    assert " ".join(speech.sentences) == " ".join(s.text for s in heard.segments)


def test_times_are_ordered_and_inside_the_recording(engine: Engine) -> None:
    """Segments and words are whole milliseconds, none before another, none outside."""
    sound = [silence(2), samples(FRENCH), silence(7), samples(FRENCH)]

    segments = list(engine.transcribe(sound, Options()).segments)

    words = [word for segment in segments for word in segment.words]
    assert len(segments) >= 2
    assert words
    for timed in (segments, words):
        times = [time for one in timed for time in (one.start, one.end)]
        assert sorted(times) == times
        assert 2 * FRENCH.duration + 9000 >= times[-1]


def test_every_word_of_a_segment_is_within_it(engine: Engine) -> None:
    """Words are the segment's text, between its start and its end."""
    segments = list(engine.transcribe([samples(FRENCH)], Options()).segments)

    for segment in segments:
        assert segment.text == " ".join(word.text for word in segment.words)
        assert segment.start == segment.words[0].start
        assert segment.end == segment.words[-1].end


@pytest.mark.parametrize("tags", [(), ("fr",)])
def test_hears_nothing_in_silence(engine: Engine, tags: tuple[str, ...]) -> None:
    """Silence gives no segments, whatever language it is said to be in."""
    heard = engine.transcribe([silence(3)], Options(languages=tags))

    assert [] == list(heard.segments)


def test_hears_nothing_in_no_sound_at_all(engine: Engine) -> None:
    """A recording without a sample gives no segments."""
    assert [] == list(engine.transcribe([], Options()).segments)


def test_a_language_that_is_told_is_not_detected(engine: Engine) -> None:
    """It comes back as it was told, without a probability."""
    heard = engine.transcribe([samples(FRENCH)], Options(languages=("fr-ML",)))

    assert ("fr-ML", None) == (heard.language, heard.probability)


def test_a_language_that_is_not_told_is_one_the_model_knows(engine: Engine) -> None:
    """The probability tells how sure that is."""
    heard = engine.transcribe([samples(FRENCH)], Options())

    assert heard.language in engine.languages
    assert heard.probability is not None
    assert 0 <= heard.probability <= 1


def test_in_its_middle_a_recording_is_in_the_language_it_began_in(
    engine: Engine,
) -> None:
    """As it was found then, and as surely."""
    begun = Options(detected=Detected("fr", 0.75))

    heard = engine.transcribe([samples(FRENCH)], begun)

    assert ("fr", 0.75) == (heard.language, heard.probability)


def test_in_its_middle_another_language_is_heard_as_such(real_engine: Engine) -> None:
    """What is said in English after a beginning in French."""
    begun = Options(detected=Detected("fr", 0.75))

    segments = list(real_engine.transcribe([samples(THREE_ENGLISH)], begun).segments)

    assert {"en"} == {segment.language for segment in segments}


def test_a_short_prompt_is_listened_with(engine: Engine) -> None:
    """Nothing of it is left out."""
    assert "" == engine.not_prompted("IMRAP, FDS, Ménaka.")


def test_the_beginning_of_a_prompt_that_is_too_long_is_left_out(
    real_engine: Engine,
) -> None:
    """What is left out is known, and the rest is taken."""
    names = [f"Ménaka{number}" for number in range(200)]

    left_out = real_engine.not_prompted(", ".join(names))

    assert left_out.startswith("Ménaka0, Ménaka1, ")
    rest = ", ".join(names).removeprefix(left_out)
    assert rest.endswith("Ménaka199")
    assert "" == real_engine.not_prompted(rest)


@pytest.mark.parametrize("tags", [("bm",), ("fr", "ses")])
def test_refuses_a_language_it_does_not_know(
    engine: Engine, tags: tuple[str, ...]
) -> None:
    """Bambara is not imitated in French, not even in part of a recording."""
    with pytest.raises(LanguageUnknown) as caught:
        engine.transcribe([samples(FRENCH)], Options(languages=tags))

    assert {"language": tags[-1]} == caught.value.details


def test_takes_sound_as_it_is_needed(engine: Engine) -> None:
    """The first segments come before the last blocks are read."""
    taken = []

    def blocks() -> Iterator[Samples]:
        for number in range(20):
            taken.append(number)
            yield samples(FRENCH)
            yield silence(10 - FRENCH.duration / 1000)

    first = next(engine.transcribe(blocks(), Options()).segments)

    assert 1000 > first.start
    assert 20 > len(taken)


def test_is_on_a_device(engine: Engine) -> None:
    """What it computes on is known, for the record."""
    assert engine.device in {"cpu", "cuda"}
