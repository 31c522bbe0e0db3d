"""The turns of a speaker."""

from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.turns import turns_of

TALK = (
    (0, 1000, "A"),
    (2500, 4000, "A"),
    (4100, 5000, "B"),
    (5100, 6000, "A"),
    (8100, 9000, "A"),
    (8500, 9500, "B"),
    (9600, 9600, "A"),
    (9900, 10_000, ""),
)


def test_breaths_belong_to_who_has_the_word() -> None:
    """Until somebody else speaks, or the silence is too long to be a breath."""
    segments = [
        Segment(start=start, end=end, text="…", speaker=speaker)
        for start, end, speaker in TALK
    ]

    turns = turns_of(reversed(segments), "A")

    assert (TimeRange(0, 4000), TimeRange(5100, 6000), TimeRange(8100, 9000)) == turns
    assert (TimeRange(4100, 5000), TimeRange(8500, 9500)) == turns_of(segments, "B")
    assert () == turns_of(segments, "C")
