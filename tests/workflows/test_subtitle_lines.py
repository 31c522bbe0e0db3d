"""Subtitles of a part of what is said."""

from mediakit.media.rendering.film import Line
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Word
from mediakit.workflows.subtitle_lines import subtitle_lines


def test_are_timed_from_the_beginning_of_the_part() -> None:
    """What is said before and after is not shown; what overlaps is, for its time."""
    segments = [
        Segment(start=0, end=900, text="avant"),
        Segment(start=900, end=1500, text="au début"),
        Segment(start=1600, end=2500, text="à la fin"),
        Segment(start=2000, end=2600, text="après"),
    ]

    lines = subtitle_lines(segments, TimeRange(1000, 2000))

    assert (Line(0, 500, "au début"), Line(600, 1000, "à la fin")) == lines


def test_long_speech_is_shown_in_pieces() -> None:
    """Nobody reads three lines at once: pieces of the same length, by their words."""
    words = tuple(Word(n * 100, n * 100 + 90, f"parole{n:02}") for n in range(20))
    segment = Segment(
        start=0, end=2000, text=" ".join(word.text for word in words), words=words
    )

    lines = subtitle_lines([segment], TimeRange(0, 2000))

    assert [0, 700, 1400] == [line.start for line in lines]
    assert segment.text == " ".join(line.text for line in lines)
    assert max(len(line.text) for line in lines) <= 84


def test_long_speech_without_times_stays_whole() -> None:
    """Times are not made up."""
    segment = Segment(start=0, end=2000, text="parole " * 30)

    [line] = subtitle_lines([segment], TimeRange(0, 2000))

    assert (0, 2000) == (line.start, line.end)
