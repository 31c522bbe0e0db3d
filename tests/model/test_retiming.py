"""Corrected words keep the times they can keep."""

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.retiming import retime
from mediakit.model.transcript import Word

SAID = (
    Word(1000, 1400, "Les", 0.9),
    Word(1500, 2000, "gens", 0.8),
    Word(2100, 2600, "demenaca", 0.2),
    Word(2700, 3000, "partent.", 0.9),
)


def _times(words: tuple[Word, ...]) -> list[tuple[int, int, str]]:
    return [(word.start, word.end, word.text) for word in words]


def test_words_that_did_not_change_keep_their_times() -> None:
    """Only the stretch that was wrong is timed anew, within its own time."""
    words = retime(SAID, "Les gens de Ménaka partent.", start=1000, end=3000)

    assert [
        (1000, 1400, "Les"),
        (1500, 2000, "gens"),
        (2100, 2225, "de"),
        (2225, 2600, "Ménaka"),
        (2700, 3000, "partent."),
    ] == _times(words)


def test_case_and_punctuation_make_no_other_word() -> None:
    """They are written as corrected; time and probability stay."""
    words = retime(SAID, "« LES gens, demenaca partent !", start=1000, end=3000)

    assert [("LES", 1000, 0.9), ("gens,", 1500, 0.8)] == [
        (word.text, word.start, word.probability) for word in words[1:3]
    ]


def test_a_word_in_between_takes_the_pause() -> None:
    """It is said between its neighbours."""
    words = retime(SAID, "Les bonnes gens demenaca partent.", start=1000, end=3000)

    assert (1400, 1500, "bonnes") == _times(words)[1]


def test_words_before_and_after_take_what_is_left_of_the_segment() -> None:
    """From its start, and to its end."""
    words = retime(SAID, "Oui les gens demenaca partent. Tous.", start=400, end=3900)

    assert (400, 1000, "Oui") == _times(words)[0]
    assert (3000, 3900, "Tous.") == _times(words)[-1]


def test_nothing_known_is_shared_by_letters() -> None:
    """The whole time is theirs."""
    words = retime((), "oh la", start=0, end=400)

    assert [(0, 200, "oh"), (200, 400, "la")] == _times(words)


WRITTEN = st.sampled_from(["un", "deux", "Trois,", "quatre", "!", "cinq"])
texts = st.lists(WRITTEN, max_size=8)


@given(texts, texts, st.integers(0, 500), st.integers(0, 3000))
def test_words_are_those_written_in_order_and_in_time(
    before: list[str], after: list[str], start: int, length: int
) -> None:
    """Whatever was there and whatever is written."""
    known = tuple(Word(200 * n, 200 * n + 150, w) for n, w in enumerate(before))

    words = retime(known, " ".join(after), start=start, end=start + length)

    assert after == [word.text for word in words]
    times = [time for word in words for time in (word.start, word.end)]
    assert sorted(times) == times
    assert all(start <= time <= start + length for time in times)


@given(texts)
def test_nothing_corrected_changes_nothing(before: list[str]) -> None:
    """The same text has the same times."""
    known = tuple(Word(200 * n, 200 * n + 150, w, 0.5) for n, w in enumerate(before))

    assert known == retime(known, " ".join(before), start=0, end=2000)


def test_an_hour_in_one_segment_is_no_matter_of_hours() -> None:
    """What is the same at both ends keeps its times, however many words there are."""
    count = 30_000
    known = [Word(n, n + 1, f"w{n}") for n in range(count)]
    text = " ".join(["w0", "other", *(word.text for word in known[2:])])

    words = retime(known, text, start=0, end=count)

    assert Word(1, 2, "other") == words[1]
    assert list(known[2:]) == list(words[2:])
    turned = retime(known, " ".join(w.text for w in known[::-1]), start=0, end=count)
    assert (count, 0, count) == (len(turned), turned[0].start, turned[-1].end)
