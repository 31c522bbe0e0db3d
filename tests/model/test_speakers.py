"""Who speaks in which segment."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mediakit.model.speakers import Turn, attributed
from mediakit.model.transcript import Segment, Word

WORDS = (
    Word(0, 400, "Oui."),
    Word(600, 900, "Venez"),
    Word(1000, 1400, "demain."),
    Word(1600, 2000, "D'accord."),
)
SAID = Segment(start=0, end=2000, text="Oui. Venez demain. D'accord.", words=WORDS)
BARE = replace(SAID, words=())


def _said(segments: tuple[Segment, ...]) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in segments]


def test_a_segment_is_whose_voice_is_heard_longest() -> None:
    """The label is marked as a machine's."""
    (one,) = attributed([BARE], [Turn(0, 800, 1), Turn(800, 3000, 2)])

    assert replace(BARE, speaker="SPEAKER 1", speaker_guessed=True) == one


def test_a_segment_is_split_where_the_speaker_changes() -> None:
    """Between words, and everything else stays."""
    turns = [Turn(0, 500, 1), Turn(500, 1500, 2), Turn(1500, 2000, 1)]

    parts = attributed([SAID], turns)

    assert [
        ("SPEAKER 1", "Oui."),
        ("SPEAKER 2", "Venez demain."),
        ("SPEAKER 1", "D'accord."),
    ] == _said(parts)
    assert [(0, 500), (500, 1500), (1500, 2000)] == [(p.start, p.end) for p in parts]
    assert WORDS == tuple(word for part in parts for word in part.words)


def test_a_word_goes_with_the_voice_that_says_most_of_it() -> None:
    """Turns do not begin exactly where words do."""
    parts = attributed([SAID], [Turn(0, 1100, 1), Turn(1050, 2000, 2)])

    assert ["Oui. Venez", "demain. D'accord."] == [part.text for part in parts]


def test_a_moment_of_another_voice_splits_nothing() -> None:
    """The edges of turns are not that exact."""
    said = replace(SAID, words=(WORDS[0], Word(600, 850, "Venez"), *WORDS[2:]))
    turns = [Turn(0, 580, 1), Turn(580, 870, 2), Turn(870, 2000, 1)]

    (one,) = attributed([said], turns)

    assert (said.words, "SPEAKER 1") == (one.words, one.speaker)


def test_words_in_which_nobody_is_heard_go_with_those_before() -> None:
    """And the first ones with those after them."""
    parts = attributed([SAID], [Turn(600, 900, 1), Turn(1600, 2000, 2)])

    assert ["Oui. Venez demain.", "D'accord."] == [part.text for part in parts]


def test_both_at_once_is_the_one_who_spoke_before() -> None:
    """A voice is not interrupted by an echo."""
    turns = [Turn(0, 100, 1), Turn(100, 2000, 2), Turn(600, 2000, 1)]

    (one,) = attributed([SAID], turns)

    assert WORDS == one.words


@pytest.mark.parametrize(
    "segment", [BARE, replace(SAID, words=WORDS[1:]), replace(SAID, text="Oui ou non.")]
)
def test_words_without_times_are_not_parted(segment: Segment) -> None:
    """Nobody knows on which side they are, and none is lost."""
    (one,) = attributed([segment], [Turn(0, 1100, 1), Turn(1100, 2000, 2)])

    assert (segment.text, "SPEAKER 1") == (one.text, one.speaker)


def test_another_voice_that_cannot_be_split_off_is_flagged() -> None:
    """As long as it is heard there; not the edge of the next one's turn."""
    both = [Turn(0, 1000, 1), Turn(1000, 2000, 2)]
    edge = [Turn(0, 1400, 1), Turn(1400, 2000, 2)]

    (mixed,) = attributed([BARE], both)

    assert ("several-voices",) == mixed.flags
    assert () == attributed([BARE], edge)[0].flags
    assert () == attributed([mixed], edge)[0].flags
    assert {()} == {part.flags for part in attributed([SAID], both)}


def test_labels_are_numbered_as_they_are_needed() -> None:
    """A voice in which no word is heard takes none."""
    later = replace(BARE, start=5000, end=6000)
    turns = [Turn(3000, 4000, 1), Turn(0, 2000, 3), Turn(5000, 6000, 2)]

    assert ["SPEAKER 1", "SPEAKER 2"] == [
        one.speaker for one in attributed([BARE, later], turns)
    ]


def test_what_a_person_named_stays() -> None:
    """And a machine does not take its label for somebody else."""
    named = replace(SAID, speaker="SPEAKER 1")
    later = replace(BARE, start=5000, end=6000)
    turns = [Turn(0, 900, 1), Turn(900, 2000, 2), Turn(5000, 6000, 2)]

    assert named == attributed([named, later], turns)[0]
    assert "SPEAKER 2" == attributed([named, later], turns)[1].speaker


def test_what_a_person_named_is_labelled_too_when_asked() -> None:
    """Where a voice is heard; elsewhere the person knows better."""
    named = replace(BARE, speaker="Awa")
    unheard = replace(named, start=5000, end=6000)

    assert ["SPEAKER 1", "Awa"] == [
        one.speaker
        for one in attributed([named, unheard], [Turn(0, 2000, 1)], again=True)
    ]


def test_what_a_machine_guessed_is_guessed_anew() -> None:
    """A label of before goes where nobody is heard now."""
    guessed = replace(BARE, speaker="SPEAKER 7", speaker_guessed=True)

    assert (BARE,) == attributed([guessed], [])
    assert ["SPEAKER 1"] == [
        one.speaker for one in attributed([guessed], [Turn(0, 2000, 5)])
    ]


_TIMES = st.integers(0, 4000)
_TURNS = st.lists(
    st.builds(
        lambda start, length, speaker: Turn(start, start + length, speaker),
        _TIMES,
        st.integers(1, 2000),
        st.integers(1, 3),
    )
)


@example(
    turns=[Turn(0, 1, 1), Turn(299, 301, 2), Turn(599, 651, 3), Turn(600, 651, 1)],
    lengths=[300, 300, 300],
)
@given(turns=_TURNS, lengths=st.lists(st.integers(0, 700), max_size=8))
def test_nothing_that_is_said_is_lost(turns: list[Turn], lengths: list[int]) -> None:
    """Every word stays, in order and in time, whatever was heard; twice is as once."""
    words, time = [], 0
    for number, length in enumerate(lengths):
        words.append(Word(time, time + length, f"w{number}"))
        time += length + 50 * (number % 2)
    text = " ".join(word.text for word in words)
    segment = Segment(start=0, end=time, text=text, words=tuple(words))

    parts = attributed([segment], turns)

    assert text == " ".join(part.text for part in parts)
    assert text == " ".join(word.text for part in parts for word in part.words)
    times = [time for part in parts for time in (part.start, part.end)]
    assert sorted(times) == times
    assert (0, segment.end) == (times[0], times[-1])
    assert parts == attributed(parts, turns)
