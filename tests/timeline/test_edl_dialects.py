"""Edit decision lists as other programs write them: read as far as they can be."""

from fractions import Fraction

from mediakit.model.frame_rate import RATES, FrameRate
from mediakit.timeline import as_edl
from tests.timeline.cuts import puzzles, told


def read(*lines: str, rate: str = "25") -> tuple[list[tuple[object, ...]], list[str]]:
    """Return the shots of a list of a film with a rate, and what is not understood."""
    content = "\r\n".join(lines).encode("latin-1")
    assert as_edl.recognizes(content)
    made = as_edl.read(content, "cut", FrameRate(RATES[rate]))
    return [*told(made)], puzzles(made)


def test_a_list_of_resolve_without_a_mode_is_read() -> None:
    """Names of clips are below their events, reels may be longer than eight letters."""
    shots, unread = read(
        "TITLE: Été",
        "",
        "001  GAO_0001_LONG V C   10:00:04:00 10:00:06:00 01:00:00:00 01:00:02:00  ",
        "* FROM CLIP NAME:  GAO_0001.MP4",
        "* COMMENT: anything",
        "002  AX       AA/V  C        00:00:00:00 00:00:01:00 01:00:02:00 01:00:03:00",
        "* FROM CLIP NAME:  Été.mp4",
    )

    assert [
        ("A1", 50, 25, "Été.mp4", Fraction(0)),
        ("V1", 0, 50, "GAO_0001.MP4", Fraction(36_004)),
        ("V1", 50, 25, "Été.mp4", Fraction(0)),
    ] == shots
    assert [] == unread


def test_what_is_dissolved_or_wiped_away_is_still_seen() -> None:
    """For as long as that takes, from where it was left."""
    shots, _unread = read(
        "TITLE: A",
        "001  ONE V C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00",
        "002  ONE V C        00:00:12:00 00:00:12:00 01:00:02:00 01:00:02:00",
        "002  TWO V D    025 00:00:30:00 00:00:34:00 01:00:02:00 01:00:06:00",
        "* FROM CLIP NAME: First.mov",
        "* TO CLIP NAME: Second.mov",
        "003  TRE V W001 010 00:00:50:00 00:00:51:00 01:00:06:00 01:00:07:00",
    )

    assert [
        ("V1", 0, 50, "ONE", Fraction(10)),
        ("V1", 50, 25, "First.mov", Fraction(12)),
        ("V1", 50, 100, "Second.mov", Fraction(30)),
        ("V1", 150, 10, "Second.mov", Fraction(34)),
        ("V1", 150, 25, "TRE", Fraction(50)),
    ] == shots


def test_what_is_left_without_a_name_is_the_shot_before() -> None:
    """Programs name it once."""
    shots, _unread = read(
        "TITLE: A",
        "001  AX V C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00",
        "* FROM CLIP NAME: First.mov",
        "002  AX V C        00:00:12:00 00:00:12:00 01:00:02:00 01:00:02:00",
        "002  AX V D    025 00:00:30:00 00:00:34:00 01:00:02:00 01:00:06:00",
        "* TO CLIP NAME: Second.mov",
    )

    assert ("V1", 50, 25, "First.mov", Fraction(12)) in shots


def test_speeds_and_what_makes_no_sense_are_listed() -> None:
    """By the line of the list; the rest is read."""
    shots, unread = read(
        "FCM: NON-DROP FRAME",
        "001  ONE V C        00:00:10:00 00:00:14:00 01:00:00:00 01:00:02:00",
        "M2   ONE            050.0                00:00:10:00",
        "002  ONE V C        00:00:10:00 00:00:11:00 01:00:02:00 01:00:02:99",
        "Riddles everywhere",
        "003  BL  V C        00:00:00:00 00:00:01:00 01:00:03:00 01:00:04:00",
        "004  TWO NONE C     00:00:00:00 00:00:01:00 01:00:04:00 01:00:05:00",
    )

    assert [("V1", 0, 50, "ONE", Fraction(10))] == shots
    assert [
        "line 5: it says 'Riddles everywhere'",
        "line 4: '01:00:02:99' is no timecode at 25 frames a second",
        "V1 01:00:00:00: it is played at 200 % of its speed",
    ] == unread


def test_skipped_numbers_are_counted_as_the_list_says() -> None:
    """Some say it at the top, some only in the timecode."""
    after_a_minute = (
        "001  ONE V C        00:00:00;00 00:01:00;02 01:00:00;00 01:01:00;02"
    )
    plain = after_a_minute.replace(";", ":")

    marked, _unread = read("TITLE: A", after_a_minute, rate="29.97")
    said, _unread = read("TITLE: A", "FCM: DROP FRAME", plain, rate="29.97")

    assert [1800] == [one[2] for one in marked] == [one[2] for one in said]


def test_a_list_of_another_rate_than_the_film_is_counted_at_its_own() -> None:
    """Where it counts further in a second than the film has frames; it is told."""
    shots, unread = read(
        "TITLE: Cut",
        "001  GAO V C 10:00:04:00 10:00:06:15 01:00:00:00 01:00:02:15",
        "002  GAO V C 10:00:04:00 10:00:06:29 01:00:02:15 01:00:05:14",
        "003  GAO V C 10:00:04:00 10:00:04:14 01:00:05:14 01:00:05:28",
    )

    assert [0, 75, 164] == [at for _track, at, *_others in shots]
    assert ["00:00:00:00: its timecode counts 29.97 frames a second"] == [
        one.replace("01:00", "00:00") for one in unread
    ]


def test_a_recording_of_another_rate_is_in_the_cut_all_the_same() -> None:
    """Its timecode cannot be counted; whose shot it is, is known."""
    content = b"001  GAO V C 10:00:04:29 10:00:06:29 01:00:00:00 01:00:02:00"

    made = as_edl.read(content, "cut", FrameRate(RATES["25"]))

    assert [(Fraction(2), False)] == [(one.length, one.is_sure) for one in made.found]
    assert ["line 1: '10:00:04:29' is no timecode at 25 frames a second"] == puzzles(
        made
    )


def test_what_is_said_below_many_edits_is_read_once() -> None:
    """An event of a stranger may have any number of either."""
    edit = "001  GAO V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00"
    comments = ["* x"] * 2_000

    shots, unread = read("TITLE: Cut", *[edit] * 2_000, *comments)

    assert (2_000, []) == (len(shots), unread)


def test_lines_of_blanks_do_not_take_for_ever() -> None:
    """Nothing is tried once for each of them."""
    blanks = "001  " + " " * 400 + "A " * 200
    speed, name = "M2 " + " " * 900 + "x", "* FROM CLIP" + " " * 900 + "x"

    shots, unread = read(
        "TITLE: Cut",
        *[blanks] * 200,
        *[speed, name] * 200,
        "001\tGAO \t V    C  00:00:00:00\t00:00:01:00  01:00:00:00 01:00:01:00",
    )

    assert (400, 1) == (len(unread), len(shots))
