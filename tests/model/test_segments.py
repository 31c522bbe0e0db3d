"""Segments split, joined and written anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.segments import joined, rewritten, split
from mediakit.model.transcript import Segment, Word

WORDS = (Word(0, 400, "Oui."), Word(500, 900, "Nous"), Word(1000, 1500, "partons."))
SAID = Segment(
    start=0, end=1500, text="Oui. Nous partons.", words=WORDS, flags=("too-fast",)
)
NEXT = Segment(
    start=2000,
    end=3000,
    text="Demain.",
    speaker="B",
    words=(Word(2000, 2900, "Demain."),),
)


def test_a_segment_is_split_between_words() -> None:
    """Each word goes where most of it is, and nothing is said twice."""
    first, second = split(SAID, 450)

    assert ("Oui.", (0, 450), WORDS[:1]) == (first.text, _time(first), first.words)
    assert ("Nous partons.", (450, 1500)) == (second.text, _time(second))


def test_a_word_that_is_cut_stays_whole() -> None:
    """Its time ends where its segment does."""
    first, second = split(SAID, 800)

    assert ("Oui. Nous", Word(500, 800, "Nous")) == (first.text, first.words[-1])
    assert (Word(1000, 1500, "partons."),) == second.words


def test_without_timed_words_letters_are_shared() -> None:
    """Half of the time is half of the letters."""
    bare = Segment(start=0, end=1000, text="un deux trois quatre")

    first, second = split(bare, 500)

    assert ("un deux trois", "quatre") == (first.text, second.text)


def test_words_without_times_are_not_lost() -> None:
    """Some programs time only some of them."""
    partly = Segment(start=0, end=1000, text="un deux trois quatre", words=WORDS[:1])

    first, second = split(partly, 500)

    assert ("un deux trois", "quatre") == (first.text, second.text)


def _time(segment: Segment) -> tuple[int, int]:
    return segment.start, segment.end


def test_joined_segments_say_all_in_the_time_of_all() -> None:
    """With every doubt, and the first one's speaker."""
    one = joined([SAID, NEXT])

    assert ("Oui. Nous partons. Demain.", (0, 3000), "") == (
        one.text,
        _time(one),
        one.speaker,
    )
    assert (*WORDS, *NEXT.words) == one.words
    assert ("too-fast",) == one.flags


@given(st.integers(1, 1499))
def test_split_and_joined_is_as_before(time: int) -> None:
    """Text and times come back, but for the word that was cut."""
    again = joined(split(SAID, time))

    assert (SAID.text, _time(SAID)) == (again.text, _time(again))
    assert [w.text for w in WORDS] == [w.text for w in again.words]


def test_what_was_not_touched_stays_as_it_was() -> None:
    """Doubts included."""
    same = rewritten([SAID, NEXT], start=0, end=1500, text=SAID.text, speaker="")

    assert SAID is same


def test_what_a_person_wrote_is_not_doubted() -> None:
    """Its words keep the times that they can keep."""
    new = rewritten(
        [SAID, NEXT], start=0, end=1500, text="Oui, nous restons.", speaker="A"
    )

    assert ((), "A") == (new.flags, new.speaker)
    assert [(0, "Oui,"), (500, "nous"), (1000, "restons.")] == [
        (word.start, word.text) for word in new.words
    ]


def test_a_speaker_alone_changes_nothing_else() -> None:
    """The words are still the machine's, with its doubts."""
    named = rewritten([SAID], start=0, end=1500, text=SAID.text, speaker="A")

    assert ("A", SAID.flags, SAID.words) == (named.speaker, named.flags, named.words)


@pytest.mark.parametrize(
    ("start", "end", "text", "first"),
    [(0, 3000, "Oui. Nous partons demain.", 0), (450, 1500, "Nous partons.", 500)],
)
def test_other_times_take_the_words_that_are_there(
    start: int, end: int, text: str, first: int
) -> None:
    """Segments may be merged or taken apart by writing other times."""
    new = rewritten([SAID, NEXT], start=start, end=end, text=text, speaker="")

    assert (first, text.split()) == (new.words[0].start, [w.text for w in new.words])


def test_without_timed_words_none_are_invented() -> None:
    """What was imported without times of words stays without."""
    bare = Segment(start=0, end=1000, text="Oui.")

    assert () == rewritten([bare], start=0, end=1000, text="Non.", speaker="").words


def test_a_neighbour_does_not_change_the_language() -> None:
    """Only the one that is corrected counts, also where the next one begins."""
    here = Segment(start=0, end=1000, text="I ni ce.", language="bm")
    beside = Segment(start=1000, end=2000, text="Bonjour.")

    new = rewritten([here, beside], start=0, end=1000, text="I ni sogoma.", speaker="")

    assert "bm" == new.language
    moved = rewritten([here, beside], start=100, end=1000, text="I ni ce", speaker="")
    assert "bm" == moved.language


def test_a_split_writes_an_enclitic_as_it_was() -> None:
    """The words of a half are its own, however the engine took them apart."""
    words = tuple(
        Word(n * 100, n * 100 + 90, text)
        for n, text in enumerate(["Que", "pouvons", "-nous", "faire", "ensemble"])
    )
    whole = Segment(
        start=0, end=490, text="Que pouvons-nous faire ensemble", words=words
    )
    first, second = split(whole, 300)

    assert ("Que pouvons-nous", "faire ensemble") == (first.text, second.text)
