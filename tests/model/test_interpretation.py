"""What an interpreter says, in the time of the clip."""

from mediakit.model.interpretation import (
    Take,
    interpreted,
    missing,
    part_of,
    speaker_of,
    stands_for,
    with_takes,
)
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Recording, Segment, Word


def said(start: int, end: int, text: str = "x", speaker: str = "") -> Segment:
    """Return a segment."""
    return Segment(start=start, end=end, text=text, speaker=speaker)


ORIGINALS = (
    said(0, 1000, speaker="Awa"),
    said(1000, 3000, speaker="Awa"),
    said(2500, 2900, speaker="Moussa"),
    said(5000, 6000, speaker="Moussa"),
)


def take(start: int, end: int, text: str) -> Take:
    """Return a take with a recording named after its text."""
    return Take(said(start, end, text), Recording(start, end, f"{text}.wav", text))


def test_words_share_the_time_of_the_part() -> None:
    """As they shared that of the recording, which may be longer or shorter."""
    heard = (
        Segment(start=100, end=300, text="Oui.", words=(Word(100, 300, "Oui.", 0.9),)),
        Segment(start=300, end=500, text="Bon.", words=(Word(400, 500, "Bon.", 0.8),)),
    )

    one = interpreted(heard, TimeRange(1000, 1800))

    assert (1000, 1800, "Oui. Bon.") == (one.start, one.end, one.text)
    assert (Word(1000, 1400, "Oui.", 0.9), Word(1600, 1800, "Bon.", 0.8)) == one.words


def test_a_part_of_several_segments_ends_with_the_last_to_end() -> None:
    """Somebody may interrupt within what another says."""
    assert TimeRange(1000, 3000) == part_of(ORIGINALS, 1, 2)


def test_speakers_are_named_if_there_is_one() -> None:
    """A part in which two speak is nobody's."""
    assert "Awa" == speaker_of(ORIGINALS[:2])
    assert "" == speaker_of(ORIGINALS[1:3])


def test_a_part_stands_for_what_has_its_times_or_lies_in_it() -> None:
    """What interrupts another segment is not part of it."""
    assert {1} == stands_for(ORIGINALS, TimeRange(1000, 3000))
    assert {2} == stands_for(ORIGINALS, TimeRange(2500, 2900))
    assert {0, 1, 2} == stands_for(ORIGINALS, TimeRange(0, 3000))
    assert {3} == stands_for(ORIGINALS, TimeRange(5100, 5900))
    assert set() == stands_for(ORIGINALS, TimeRange(4000, 5100))


def test_what_nothing_is_about_is_missing() -> None:
    """By its number."""
    assert [2, 3, 4] == missing(ORIGINALS, [said(0, 1000)])
    assert [4] == missing(ORIGINALS, [said(0, 3000)])


def test_a_new_take_replaces_what_it_is_about() -> None:
    """With its recording; the others stay, in order of time."""
    first = with_takes(
        ORIGINALS,
        ((), ()),
        (take(5000, 6000, "d"), take(0, 1000, "a"), take(1000, 3000, "b")),
    )

    segments, recordings = with_takes(ORIGINALS, first, [take(0, 3000, "new")])

    assert ["a", "b", "d"] == [one.text for one in first[0]]
    assert ["new", "d"] == [one.text for one in segments]
    assert ["new.wav", "d.wav"] == [one.path for one in recordings]


def test_what_was_typed_takes_the_recording_away() -> None:
    """It says something else."""
    spoken = with_takes(ORIGINALS, ((), ()), [take(0, 1000, "a")])

    segments, recordings = with_takes(ORIGINALS, spoken, [Take(said(0, 1000, "b"))])

    assert (["b"], ()) == ([one.text for one in segments], recordings)


def test_who_interrupts_does_not_replace_who_speaks() -> None:
    """Segments may overlap."""
    segments, _recordings = with_takes(
        ORIGINALS, ((), ()), [take(1000, 3000, "b"), take(2500, 2900, "c")]
    )

    assert ["b", "c"] == [one.text for one in segments]
