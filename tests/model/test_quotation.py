"""Where words are said."""

import pytest

from mediakit.model.quotation import find_quote, reach, take_segments, words_within
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript, Word


def fold(text: str) -> list[str]:
    """Take a text apart at spaces and apostrophes, without its punctuation."""
    plain = text.casefold().replace("'", " ").replace("é", "e")
    return [word.strip(".,!?") for word in plain.split() if word.strip(".,!?")]


def spoken(*segments: tuple[int, int, str]) -> Transcript:
    """Return a transcript without word times."""
    return Transcript(
        segments=tuple(Segment(start=a, end=b, text=text) for a, b, text in segments)
    )


def timed(text: str, start: int = 0, step: int = 100) -> Segment:
    """Return a segment with a word every *step* milliseconds, each a little shorter."""
    words = tuple(
        Word(start + n * step, start + n * step + step - 10, word)
        for n, word in enumerate(text.split())
    )
    return Segment(start=start, end=words[-1].end, text=text, words=words)


WELL = Transcript(
    segments=(
        timed("Le puits est loin, l'école aussi."),
        timed("Il manque de la confiance.", 1000),
    )
)


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [
        ("puits", 100, 190),
        ("LE PUITS est loin", 0, 390),
        ("ecole aussi", 400, 590),
        ("l'école", 400, 490),
        ("aussi. Il manque", 500, 1190),
    ],
)
def test_words_are_found_at_their_times(quote: str, start: int, end: int) -> None:
    """Case, accents, punctuation and borders of segments do not matter."""
    (found,) = find_quote(WELL, quote, fold)

    assert TimeRange(start, end) == found.range


@pytest.mark.parametrize("quote", ["puit", "puits loin", "confiance Le", "", " ?! "])
def test_other_words_are_not_found(quote: str) -> None:
    """Only whole words in a row, and at least one."""
    assert () == find_quote(WELL, quote, fold)


def test_words_without_times_take_their_segments() -> None:
    """The smallest range that is sure to hold them."""
    transcript = spoken((0, 800, "Le puits"), (800, 2000, "est loin."))

    (found,) = find_quote(transcript, "puits est", fold)

    assert TimeRange(0, 2000) == found.range


def test_what_is_quoted_is_written_as_in_the_transcript() -> None:
    """A word with an apostrophe is two to compare but one to read."""
    (found,) = find_quote(WELL, "LOIN L'ECOLE", fold)

    assert "loin, l'école" == found.text


def test_every_place_is_found_once() -> None:
    """Twice in a segment without word times is one range; overlaps do not count."""
    transcript = spoken(
        (0, 1000, "non non non"), (1000, 2000, "oui"), (2000, 3000, "non non")
    )

    found = find_quote(transcript, "non non", fold)

    assert [TimeRange(0, 1000), TimeRange(2000, 3000)] == [one.range for one in found]


def test_words_that_take_no_time_are_no_passage() -> None:
    """A range must have a length to be cut."""
    word = Word(500, 500, "puits")
    transcript = Transcript(
        segments=(Segment(start=0, end=900, text="puits", words=(word,)),)
    )

    assert () == find_quote(transcript, "puits", fold)


def test_segments_are_taken_by_number() -> None:
    """Counted from 1, both included, up to the end of the one that ends last."""
    transcript = spoken((0, 900, "un"), (500, 2500, "deux"), (2000, 2200, "trois"))

    passage = take_segments(transcript, 2, 3)

    assert passage is not None
    assert (TimeRange(500, 2500), "deux trois") == (passage.range, passage.text)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (2, 1), (3, 4), (4, 4)])
def test_segments_that_are_not_there_are_not_taken(first: int, last: int) -> None:
    """Not even those that are."""
    transcript = spoken((0, 900, "un"), (900, 1800, "deux"), (1800, 2200, "trois"))

    assert take_segments(transcript, first, last) is None


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ((0, 700), "Le puits est loin, l'école aussi."),
        ((100, 300), "puits est"),
        ((140, 1100), "puits est loin, l'école aussi. Il"),
        ((146, 1000), "est loin, l'école aussi."),
        ((590, 1000), ""),
    ],
)
def test_what_is_said_in_a_part_is_read_back(
    part: tuple[int, int], expected: str
) -> None:
    """As it is written: words whose middle lies in it."""
    assert expected == words_within(WELL, TimeRange(*part))


def test_words_are_read_back_as_the_text_has_them() -> None:
    """Engines cut words where there is no space; where texts differ, words count."""
    words = (Word(0, 9, "l"), Word(10, 19, "'eau"), Word(20, 29, "est"))
    said = Segment(start=0, end=30, text="l'eau est", words=words)
    other = Segment(start=0, end=30, text="the water", words=words)

    assert "l'eau" == words_within(Transcript(segments=(said,)), TimeRange(0, 20))
    assert "l 'eau" == words_within(Transcript(segments=(other,)), TimeRange(0, 20))


def test_segments_without_timed_words_are_read_back_whole() -> None:
    """Those whose middle is in the part, or that the part is the middle of."""
    words = spoken((0, 1000, "One."), (1000, 2000, "Two."), (2000, 2000, "Now."))

    assert "One. Two." == words_within(words, TimeRange(100, 1900))
    assert "Two." == words_within(words, TimeRange(1400, 1600))
    assert "Now." == words_within(words, TimeRange(2000, 2001))


def test_an_enclitic_is_quoted_on_the_word_it_belongs_to() -> None:
    """Whisper times "-nous" by itself; nobody writes it so."""
    words = tuple(
        Word(n * 100, n * 100 + 90, text)
        for n, text in enumerate(["Que", "pouvons", "-nous", "faire", "?"])
    )
    said = Transcript(
        segments=(
            Segment(start=0, end=490, text="Que pouvons-nous faire ?", words=words),
        )
    )
    (found,) = find_quote(said, "que pouvons", fold)
    (longer,) = find_quote(said, "pouvons -nous faire", fold)

    assert ("Que pouvons", "pouvons-nous faire") == (found.text, longer.text)


def test_words_without_times_reach_further_than_what_is_asked() -> None:
    """The segment is said whole, so the neighbour who speaks in it is too."""
    said = spoken((0, 4_000, "Le puits est loin."), (4_000, 9_000, "Oui. Très."))

    assert TimeRange(0, 4_000) == reach(said, TimeRange(1_000, 3_000))
    assert TimeRange(0, 9_000) == reach(said, TimeRange(1_000, 8_000))


def test_timed_words_reach_no_further() -> None:
    """Each is said only where it is."""
    part = TimeRange(100, 300)

    assert part == reach(WELL, part)
