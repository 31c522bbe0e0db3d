"""Transcripts as text with exact moments."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.exchange.refi_project import SyncPoint, TextSelection, WrittenTranscript
from mediakit.exchange.refi_text import (
    language_of,
    named,
    origin_of,
    read_text,
    write_text,
)
from mediakit.model.guid import named_guid
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Word

GUID = named_guid("a", "transcript")
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"])
LABELS = st.text(LETTERS, max_size=8).map(lambda text: " ".join(text.split()))
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=5)


@st.composite
def spoken(draw: st.DrawFn) -> Segment:
    """Return a segment, with lines, a label with a colon, and words that are timed."""
    start, length = draw(st.integers(0, 10**6)), draw(st.integers(0, 9_000))
    said = [one for one in map(str.strip, draw(WORDS)) if one] or ["a"]
    between = draw(st.sampled_from([" ", "\n"]))
    timed = draw(st.booleans())
    return Segment(
        start=start,
        end=start + length,
        text=between.join(said),
        speaker=draw(LABELS),
        words=tuple(
            Word(start + n, start + n + draw(st.integers(0, 300)), one)
            for n, one in enumerate(said)
        )
        if timed
        else (),
    )


@settings(max_examples=40)
@given(st.lists(spoken(), max_size=5))
def test_what_was_written_here_is_read_as_it_was(said: list[Segment]) -> None:
    """Texts, times, speakers and timed words, also of people who speak at once."""
    transcript = write_text(GUID, "a", said, ())

    assert tuple(said) == read_text(transcript, 10**7)


def test_moments_are_exact() -> None:
    """The start and end of each segment and word, and where they stand."""
    words = (Word(1000, 1200, "La"), Word(1200, 1800, "paix"))
    segment = Segment(start=1000, end=2000, text="La paix", speaker="Awa", words=words)

    transcript = write_text(GUID, "a", [segment], ())

    assert "Awa: La paix\n" == transcript.text
    assert [(5, 1000), (5, 1000), (7, 1200), (8, 1200), (12, 1800), (12, 2000)] == [
        (point.position, point.time) for point in transcript.points
    ]


def test_a_part_marks_the_words_in_it_and_keeps_its_own_times() -> None:
    """To the millisecond, though no word begins or ends there."""
    words = (Word(0, 400, "La"), Word(400, 900, "paix"), Word(900, 1500, "vient"))
    segment = Segment(start=0, end=1500, text="La paix vient", words=words)
    part = TextSelection(guid=named_guid("a", "part"), start="", end="")

    transcript = write_text(GUID, "a", [segment], [(part, TimeRange(413, 1000))])
    (selection,) = transcript.selections
    points = {point.guid: point for point in transcript.points}

    assert (413, 3) == _told(points[selection.start])
    assert (1000, 7) == _told(points[selection.end])


def test_a_part_in_which_nothing_is_said_marks_nothing() -> None:
    """It is a part of the recording only."""
    part = TextSelection(guid=named_guid("a", "part"), start="", end="")
    segment = Segment(start=0, end=1000, text="La paix")

    transcript = write_text(GUID, "a", [segment], [(part, TimeRange(2000, 3000))])

    assert () == transcript.selections


def test_what_stands_between_two_moments_of_others_is_a_segment() -> None:
    """In the order of the text; what stands before the first has no time."""
    points = (SyncPoint("b", 2260, 9), SyncPoint("a", 0, 3), SyncPoint("c", 5000, 99))
    transcript = WrittenTranscript(
        guid=named_guid("of", "others"),
        name="x",
        text="?\r\nBon.\r\nOui.",
        points=points,
    )

    assert (
        Segment(start=0, end=2260, text="Bon."),
        Segment(start=2260, end=5000, text="Oui."),
    ) == read_text(transcript, 9000)


def test_the_name_says_language_and_origin() -> None:
    """There is no other place for them."""
    transcript = WrittenTranscript(
        guid=GUID, name=named("A [b]", "fr", "machine"), text=""
    )

    assert ("fr", "machine") == (language_of(transcript), origin_of(transcript))


def _told(point: SyncPoint) -> tuple[int, int]:
    return point.time, point.position


def test_a_small_file_does_not_become_a_large_one() -> None:
    """Moments that are named as ours and overlap are read as anybody's."""
    text = "La paix d'abord. " * 100
    points = [
        point
        for number in range(500)
        for point in (
            SyncPoint(named_guid(GUID, str(number), "start"), number, 0),
            SyncPoint(named_guid(GUID, str(number), "end"), number + 1, len(text)),
        )
    ]
    transcript = WrittenTranscript(guid=GUID, name="a", text=text, points=tuple(points))

    said = read_text(transcript, 10**7)

    assert len(text) >= sum(len(one.text) for one in said) > 0
