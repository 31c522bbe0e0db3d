"""Final Cut Pro 7 XML as Premiere and Resolve write it: read as far as it can be."""

from fractions import Fraction

import pytest

from mediakit.errors.timelines import TimelineUnreadable
from mediakit.timeline import as_fcp7, reading
from tests.timeline.cuts import puzzles, told

RATE = "<rate><timebase>25</timebase><ntsc>FALSE</ntsc></rate>"
FILE = f"""<file id="file-1"><name>GAO_0001.MP4</name>
<pathurl>file://localhost/C%3a/Rushes/GAO_0001.MP4</pathurl>{RATE}
<timecode>{RATE}<string>10:00:00:00</string><displayformat>NDF</displayformat>
<reel><name>A001</name></reel></timecode></file>"""


def item(
    start: int,
    end: int,
    first: int,
    last: int,
    *more: str,
    file: str = '<file id="file-1"/>',
) -> str:
    """Return a clip item."""
    return (
        f"<clipitem><name>GAO_0001.MP4</name>{RATE}<start>{start}</start>"
        f"<end>{end}</end><in>{first}</in><out>{last}</out>{file}{''.join(more)}"
        "</clipitem>"
    )


def sequence(tracks: str, *, name: str = "sequence-1", sound: str = "") -> str:
    """Return a sequence with tracks of pictures."""
    return (
        f'<sequence id="{name}"><name>Cut</name>{RATE}<timecode>{RATE}'
        "<frame>90000</frame><displayformat>NDF</displayformat></timecode>"
        f"<media><video>{tracks}</video><audio>{sound}</audio></media></sequence>"
    )


def document(*sequences: str) -> bytes:
    """Return a file as Premiere exports it."""
    inner = "".join(sequences)
    whole = f"<project><children>{inner}</children></project>"
    return f'<!DOCTYPE xmeml><xmeml version="4">{whole}</xmeml>'.encode()


def track(*items: str) -> str:
    """Return a track."""
    return f"<track>{''.join(items)}</track>"


def test_a_file_is_described_once() -> None:
    """Name, reel, clock and place of a file hold for every item that names it."""
    one = item(0, 50, 100, 150, file=FILE)

    read = as_fcp7.read(document(sequence(track(one, item(50, 75, 0, 25)))), "cut")

    assert [
        ("V1", 0, 50, "GAO_0001.MP4", Fraction(4)),
        ("V1", 50, 25, "GAO_0001.MP4", Fraction(0)),
    ] == told(read)
    [source] = {one.source for one in read.found}
    assert source is not None
    assert ("A001", "C:/Rushes/GAO_0001.MP4") == (source.reel, source.path)
    assert 10 * 3600 == source.first
    assert "01:00:02:00" == read.timecode(Fraction(2))
    assert [] == puzzles(read)


def test_a_shot_that_is_named_again_is_not_lost() -> None:
    """OpenTimelineIO says of one that is like another only which it is."""
    first = item(0, 50, 100, 150, file=FILE).replace("<clipitem", '<clipitem id="c-1"')
    shots = track(first, item(50, 75, 0, 25), '<clipitem id="c-1"/>')

    read = as_fcp7.read(document(sequence(shots)), "cut")

    assert [(0, 50), (50, 25), (75, 50)] == [
        (one.at, one.length) for one in (x.placed(read.rate) for x in read.found)
    ]
    assert read.found[0].start == read.found[2].start
    assert [
        "V1 01:00:03:00: where it is is not said; it is put after what is before"
    ] == puzzles(read)


def test_shots_are_as_long_as_their_transitions() -> None:
    """Where a transition says an edge, what is under it is in both shots."""
    shots = (
        item(0, -1, 0, 60, file=FILE),
        "<transitionitem><start>40</start><end>60</end></transitionitem>",
        item(-1, 100, 200, 260),
    )

    read = as_fcp7.read(document(sequence(track(*shots))), "cut")

    assert [(0, 60), (40, 60)] == [(at, length) for _t, at, length, *_ in told(read)]


def test_a_nested_sequence_is_opened() -> None:
    """What lies in it is where it is seen, cut off as it is, however deep."""
    deepest = sequence(track(item(0, 100, 0, 100, file=FILE)), name="sequence-3")
    nested = sequence(track(item(10, 110, 0, 100, deepest, file="")), name="sequence-2")
    outer = item(25, 75, 20, 70, nested, file="")

    read = as_fcp7.read(document(sequence(track(outer))), "cut")

    assert [("V1", 25, 50, "GAO_0001.MP4", Fraction(10, 25))] == told(read)


def test_what_is_played_at_another_speed_is_told() -> None:
    """All that it may take of its recording counts."""
    fast = (
        "<filter><effect><effectid>timeremap</effectid><parameter><parameterid>speed"
        "</parameterid><value>200</value></parameter></effect></filter>"
    )
    shot = item(0, 50, 25, 75, fast, file=FILE)

    read = as_fcp7.read(document(sequence(track(shot))), "cut")

    [found] = read.found
    assert found.start - 36_000 <= 1
    assert found.start - 36_000 + found.lasts >= 2 + 4
    assert ["V1 01:00:00:00: it is played at 200 % of its speed"] == puzzles(read)


def test_a_speed_that_is_none_does_not_take_for_ever() -> None:
    """Numbers with powers of ten are not worked out."""
    fast = (
        "<filter><effect><effectid>timeremap</effectid><parameter><parameterid>speed"
        "</parameterid><value>1e999999999</value></parameter></effect></filter>"
    )

    read = as_fcp7.read(document(sequence(track(item(0, 50, 25, 75, fast)))), "cut")

    assert [False] == [one.is_sure for one in read.found]


def test_what_is_not_seen_and_not_understood_is_listed() -> None:
    """What is switched off, drawn, offline, of several cameras; each with its place."""
    shots = (
        item(0, 25, 0, 25, "<enabled>FALSE</enabled>", file=FILE),
        "<generatoritem><start>25</start><end>50</end></generatoritem>",
        item(50, 75, 0, 25, file='<file id="x"><name>Lost.mov</name></file>'),
        item(75, 100, 0, 25, "<multiclip id='m'/>", file=""),
        "<surprise><start>100</start><end>125</end></surprise>",
        item(125, 150, 0, 25, '<sequence id="gone"/>', file=""),
        item(
            150, 175, 0, 25, file="<file id='t'><mediaSource>Text</mediaSource></file>"
        ),
    )

    read = as_fcp7.read(document(sequence(track(*shots)), sequence("")), "cut")

    assert [50, 75] == [at for _track, at, *_more in told(read)]
    assert [False, False] == [one.is_sure for one in read.found if one.source][1:] * 2
    assert [
        ": the sequence 'Cut' was not read: it is not the first one",
        "V1 01:00:00:00: 'GAO_0001.MP4' is switched off",
        "V1 01:00:03:00: which camera of 'GAO_0001.MP4' is seen is not understood",
        "V1 01:00:04:00: it holds a surprise, which is not read",
        "V1 01:00:05:00: the sequence 'GAO_0001.MP4' is not in the file",
    ] == [one.removeprefix("01:00:00:00") for one in puzzles(read)]


def test_a_sequence_within_itself_is_refused() -> None:
    """In one sentence, as are numbers that no film has."""
    one = item(0, 50, 0, 50, '<sequence id="b"/>', file="")
    other = item(0, 50, 0, 50, '<sequence id="a"/>', file="")
    whole = sequence(
        track(item(0, 50, 0, 50, sequence(track(one), name="a"), file=""))
    ) + sequence(track(other), name="b")

    with pytest.raises(TimelineUnreadable) as caught:
        as_fcp7.read(document(whole), "cut")

    assert "the sequence 'a' lies within itself" == caught.value.details["reason"]
    with pytest.raises(TimelineUnreadable) as caught:
        as_fcp7.read(document(sequence(track(item(0, int("9" * 400), 0, 1)))), "cut")
    assert "no number of frames" in caught.value.details["reason"]


def test_sequences_that_multiply_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten in ten in ten, and so on: a file of some lines that never ends."""
    monkeypatch.setattr(reading, "MOST_PARTS", 2000)
    inner = sequence(track(item(0, 9, 0, 9, file=FILE)), name="s0")
    for depth in range(1, 12):
        ten = (
            item(0, 9, 0, 9, f'<sequence id="s{depth - 1}"/>', file="")
            for _ in "0123456789"
        )
        inner += sequence(track(*ten), name=f"s{depth}")
    whole = sequence(track(item(0, 9, 0, 9, '<sequence id="s11"/>', file=""))) + inner

    with pytest.raises(TimelineUnreadable) as caught:
        as_fcp7.read(document(whole), "cut")

    assert "it is nested or large beyond any film" == caught.value.details["reason"]


def test_a_part_that_is_counted_by_itself_may_be_any_of_its_recording() -> None:
    """Programs differ in what its frames are counted from."""
    part = "<subclipinfo><startoffset>50</startoffset></subclipinfo>"
    content = document(sequence(track(item(0, 25, 10, 35, part, file=FILE))))

    read = as_fcp7.read(content, "cut")

    assert [False] == [one.is_sure for one in read.found]
    assert ["counted by itself"] == [one[-17:] for one in puzzles(read)]
