"""From what a Whisper library says of each window to segments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.engines.base import Detected, Options, Samples, Task
from mediakit.engines.flags import Flag
from mediakit.engines.listening import Spoken, SpokenWord, WhisperEngine
from mediakit.errors.engines import EngineFailed, TranslationUnknown
from mediakit.errors.interpreting import LanguageNotSaid
from mediakit.model.transcript import Segment
from tests.speech import FRENCH, samples, silence


def _spoken(*times: tuple[float, float], text: str = "paix") -> Spoken:
    words = tuple(SpokenWord(start, end, f" {text}", 0.9) for start, end in times)
    return Spoken(times[0][0], times[-1][1], f" {text}" * len(times), words, -0.1, 0.01)


@dataclass
class _Listener:
    """Says the same of every window, and remembers in which language it was asked."""

    says: Iterable[Spoken] = (_spoken((0, 1)),)
    guesses: list[Mapping[str, float]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    together: list[int] = field(default_factory=list)
    device: str = "cpu"
    translates: bool = True
    unheeded: frozenset[str] = frozenset()

    def not_prompted(self, prompt: str) -> str:
        """Return what is longer than ten letters."""
        return prompt[:-10]

    def guess(self, samples: Samples) -> dict[str, float]:
        """Return the next guess, the last one for ever."""
        return dict(self.guesses.pop(0) if self.guesses[1:] else self.guesses[0])

    def listen(
        self, windows: Sequence[Samples], language: str, options: Options
    ) -> Iterable[tuple[int, Spoken]]:
        """Say it of every window."""
        self.asked.append(language)
        self.together.append(len(windows))
        return ((number, said) for number in range(len(windows)) for said in self.says)


def _heard(
    listener: _Listener,
    *tags: str,
    known: tuple[str, ...] = ("fr", "en", "jv"),
    seconds: float = 3,
) -> tuple[str, float | None, list[Segment]]:
    engine = WhisperEngine("test", listener, known)
    options = Options(languages=tags, skip_silence=False)
    heard = engine.transcribe([silence(seconds)], options)
    return heard.language, heard.probability, list(heard.segments)


def test_the_likeliest_language_is_one_of_those_that_may_be() -> None:
    """What the clip is said to be in narrows the choice."""
    listener = _Listener(guesses=[{"en": 0.6, "fr": 0.3, "ar": 0.1}])

    assert ("fr", 0.3) == _heard(listener, "fr", "jv")[:2]
    assert ["fr"] == listener.asked


def test_listens_longer_until_the_language_is_sure() -> None:
    """The first sure window decides; a guess is the best of three."""
    unsure, sure = {"en": 0.4, "fr": 0.3}, {"en": 0.1, "fr": 0.9}

    assert ("fr", 0.9) == _heard(_Listener(guesses=[unsure, sure]), seconds=90)[:2]
    assert ("en", 0.4) == _heard(_Listener(guesses=[unsure] * 3), seconds=120)[:2]


def test_a_guessed_language_is_flagged() -> None:
    """Every segment says that its language may be another."""
    _language, _sureness, segments = _heard(_Listener(guesses=[{"en": 0.4}]))

    assert Flag.LANGUAGE_UNSURE in segments[0].flags


def test_a_change_of_language_is_heard_and_flagged() -> None:
    """Each part is written in its own language, once that is sure."""
    french, english = {"fr": 0.9}, {"en": 0.9}
    listener = _Listener(guesses=[french, english, {"en": 0.5, "fr": 0.4}])

    language, _sureness, segments = _heard(listener, "fr", "en", seconds=90)

    assert "fr" == language
    assert ["", "en", ""] == [segment.language for segment in segments]
    assert ["fr", "en", "fr"] == listener.asked
    changed = [Flag.LANGUAGE_CHANGED in segment.flags for segment in segments]
    assert [False, True, True] == changed


def test_a_word_is_too_short_to_change_the_language() -> None:
    """What lasts a second is taken for any language."""
    listener = _Listener(guesses=[{"fr": 0.9}, {"en": 0.9}])

    assert ["", ""] == [s.language for s in _heard(listener, "fr", "en", seconds=31)[2]]


def test_windows_of_one_language_are_listened_to_together() -> None:
    """As many as the options say, and what is said lies in its own window."""
    listener = _Listener()
    engine = WhisperEngine("test", listener, ("fr",))
    options = Options(skip_silence=False, batch=2)

    segments = list(engine.transcribe([silence(75)], options).segments)

    assert [2, 1] == listener.together
    assert [0, 30_000, 60_000] == [segment.start for segment in segments]


@pytest.mark.parametrize(
    ("listener", "known"),
    [(_Listener(translates=False), ("en",)), (_Listener(), ("bm",))],
)
def test_does_not_translate_what_it_cannot(
    listener: _Listener, known: tuple[str, ...]
) -> None:
    """A model for English alone, or for a language Whisper never learnt, refuses."""
    engine = WhisperEngine("test", listener, known)

    with pytest.raises(TranslationUnknown) as caught:
        engine.transcribe([silence(3)], Options(task=Task.TRANSLATE))

    assert {"engine": "test", "languages": known[0]} == caught.value.details


def test_whisper_is_asked_by_its_own_code() -> None:
    """Javanese is jv to the world and jw to Whisper."""
    listener = _Listener()

    assert "jv-ID" == _heard(listener, "jv-ID")[0]
    assert ["jw"] == listener.asked


def test_a_model_made_for_another_language_listens_as_it_was_trained() -> None:
    """Bambara has no token: the one that the model hears in it is used."""
    listener = _Listener(guesses=[{"fr": 0.2, "en": 0.8}])

    assert ("bm", None) == _heard(listener, known=("bm",))[:2]
    assert ["en"] == listener.asked


def test_does_not_guess_between_languages_without_token() -> None:
    """A model for Bambara and Fulfulde cannot tell which it hears."""
    with pytest.raises(LanguageNotSaid) as caught:
        _heard(_Listener(), known=("bm", "ff"))

    assert {"languages": "bm, ff"} == caught.value.details


@pytest.mark.parametrize(
    "error", [RuntimeError("out of memory"), MemoryError(), IndexError("no word")]
)
def test_a_library_that_stops_is_named(error: Exception) -> None:
    """Its error becomes ours, with its reason."""

    def fails() -> Iterable[Spoken]:
        yield _spoken((0, 1))
        raise error

    with pytest.raises(EngineFailed) as caught:
        _heard(_Listener(says=fails()), "fr")

    assert "test" == caught.value.details["engine"]
    assert caught.value.details["reason"]


def test_a_recording_that_goes_on_is_doubted_as_if_it_never_stopped() -> None:
    """What was said last is repeated, or in another language, whoever heard it."""
    before = Segment(start=0, end=900, text="Nous voulons la paix.", language="en")
    listener = _Listener(says=[_spoken((0, 1), text=before.text)])
    options = Options(languages=("fr",), detected=Detected("fr", None, before))

    heard = WhisperEngine("test", listener, ("fr",)).transcribe(
        [samples(FRENCH)], options
    )

    (segment,) = heard.segments
    assert {Flag.REPEATED, Flag.LANGUAGE_CHANGED} <= set(segment.flags)


def test_text_past_the_end_is_flagged_and_kept() -> None:
    """Times stop at the end of what was heard."""
    _language, _sureness, (segment,) = _heard(_Listener(says=[_spoken((2, 9))]), "fr")

    assert (2000, 3000, "paix") == (segment.start, segment.end, segment.text)
    assert Flag.PAST_END in segment.flags


def test_text_without_words_has_the_times_of_its_segment() -> None:
    """Nothing said is lost for want of a word's time."""
    bare = Spoken(0.5, 1.25, " La paix.", (), -0.5, 0.0)

    _language, _sureness, (segment,) = _heard(_Listener(says=[bare]), "fr")

    assert (500, 1250, "La paix.") == (segment.start, segment.end, segment.text)
    assert 0.607 == segment.probability


def test_no_word_begins_before_the_voice() -> None:
    """The first word is not stretched over the silence before it."""
    engine = WhisperEngine("test", _Listener(), ("fr",))
    sound = [silence(2), samples(FRENCH)]

    (segment,) = engine.transcribe(sound, Options()).segments

    assert 2300 == pytest.approx(segment.start, abs=100)
    assert segment.start == segment.words[0].start


def test_empty_text_is_no_segment() -> None:
    """Blanks are not something said."""
    blank = Spoken(0, 1, "  ", (), -0.5, 0.0)

    assert [] == _heard(_Listener(says=[blank]), "fr")[2]


_times = st.floats(-1, 40, allow_nan=False)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(_times, _times), min_size=1, max_size=4).map(
            lambda times: _spoken(*times)
        ),
        max_size=4,
    )
)
def test_times_never_run_back(says: list[Spoken]) -> None:
    """Whatever a library claims, times are in order and in the recording."""
    segments = _heard(_Listener(says=says), "fr", seconds=65)[2]

    times = [
        time
        for segment in segments
        for one in segment.words
        for time in (one.start, one.end)
    ]
    assert sorted(times) == times
    assert all(0 <= time <= 65_000 for time in times)
