"""What is mended in a transcript file, each with its line, and what is refused."""

import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.transcripts import (
    TranscriptEmpty,
    TranscriptFormatUnknown,
    TranscriptLineUnreadable,
    TranscriptNotText,
    TranscriptOutsideClip,
    TranscriptTooLarge,
)
from mediakit.formats import registry
from mediakit.formats.registry import Reading, read_bytes
from mediakit.formats.repairs import Mended, Repair, by_kind, english
from mediakit.model.transcript import Word

CLIP = 60_000


def read(text: str | bytes, *, file: str = "f.srt", language: str = "") -> Reading:
    """Read a file as the transcript of a clip of a minute."""
    content = text.encode() if isinstance(text, str) else text
    return read_bytes(content, file, duration=CLIP, language=language)


def cue(start: str, end: str, text: str = "Oui.", number: str = "1") -> str:
    """Return a cue of four lines."""
    return f"{number}\n{start} --> {end}\n{text}\n\n"


def found(reading: Reading) -> list[tuple[Mended, int]]:
    """Return what was mended, and where."""
    return [(repair.kind, repair.line) for repair in reading.repairs]


def times(reading: Reading) -> list[tuple[int, int]]:
    """Return where each segment begins and ends."""
    return [(segment.start, segment.end) for segment in reading.segments]


SECOND = cue("00:00:09,000", "00:00:10,000", "Non.", "2")


@pytest.mark.parametrize(
    ("text", "kind", "line", "expected"),
    [
        ("00:00:01,000 --> 00:00:02,000\nOui.\n", Mended.NUMBER, 1, (1_000, 2_000)),
        (cue("00:00:01.000", "00:00:02.000"), Mended.TIME, 2, (1_000, 2_000)),
        (cue("00:00:01", "00:00:02"), Mended.TIME, 2, (1_000, 2_000)),
        (cue("00:01,5", "00:02,25"), Mended.TIME, 2, (1_500, 2_250)),
        (cue("0:00:01,000", "0:00:02,000"), Mended.TIME, 2, (1_000, 2_000)),
        (
            cue("00:00:02,000", "00:00:01,000"),
            Mended.END_BEFORE_START,
            2,
            (2_000, 7_000),
        ),
        (cue("00:00:07,000", "00:00:07,000"), Mended.NO_LENGTH, 2, (7_000, 9_000)),
    ],
)
def test_a_time_is_mended_and_reported(
    text: str, kind: Mended, line: int, expected: tuple[int, int]
) -> None:
    """One fault, one repair, on its line; a lost end lasts at most five seconds."""
    reading = read(text + SECOND)

    assert [(kind, line)] == found(reading)
    assert [expected, (9_000, 10_000)] == times(reading)


def test_what_goes_past_the_clip_is_cut_or_left_out() -> None:
    """A segment ends with the clip; one that begins later is not of this clip."""
    late = cue("00:01:00,000", "00:01:02,000", "Générique", "2")

    reading = read(cue("00:00:59,000", "00:01:01,000") + late)

    assert [(59_000, CLIP)] == times(reading)
    assert [(Mended.PAST_END, 2), (Mended.OUTSIDE, 6)] == found(reading)


def test_what_is_out_of_order_is_put_in_order() -> None:
    """The one that came too late is named."""
    reading = read(SECOND + cue("00:00:01,000", "00:00:02,000"))

    assert [(1_000, 2_000), (9_000, 10_000)] == times(reading)
    assert [(Mended.ORDER, 6)] == found(reading)


def test_empty_and_double_cues_are_left_out() -> None:
    """Each is counted as left out."""
    once = cue("00:00:01,000", "00:00:02,000")

    reading = read(once + cue("00:00:03,000", "00:00:04,000", "") + once)

    assert [(1_000, 2_000)] == times(reading)
    assert [(Mended.EMPTY, 6), (Mended.DUPLICATE, 10)] == found(reading)
    assert 2 == sum(repair.left_out for repair in reading.repairs)


def test_people_may_talk_at_once() -> None:
    """Overlaps are kept and marked, unless two named people make them."""
    unnamed = cue("00:00:01,000", "00:00:05,000") + cue("00:00:04,000", "00:00:06,000")
    named = unnamed.replace("Oui", "[Awa]: Oui", 1).replace("\nOui", "\n[Ali]: Oui")

    first, second = read(unnamed), read(named)

    assert [(1_000, 5_000), (4_000, 6_000)] == times(first) == times(second)
    assert [(Mended.OVERLAP, 6)] == found(first)
    assert [(), ("overlap",)] == [segment.flags for segment in first.segments]
    assert [] == found(second)


def test_a_long_segment_overlaps_all_that_begin_in_it() -> None:
    """Not only the next one."""
    reading = read(
        cue("00:00:01,000", "00:00:30,000", "Un")
        + cue("00:00:02,000", "00:00:03,000", "Deux")
        + cue("00:00:20,000", "00:00:21,000", "Trois")
    )

    assert [(Mended.OVERLAP, 6), (Mended.OVERLAP, 10)] == found(reading)


def test_what_begins_before_the_clip_begins_with_it() -> None:
    """Engines may say a little less than nothing; words stay in the clip too."""
    said = (
        '{"segments": [{"start": -0.02, "end": 70, "text": "Oui.", "words": '
        '[{"word": "Oui.", "start": -0.02, "end": 70}]}]}'
    )

    reading = read(said)

    assert [Mended.BEFORE_ZERO, Mended.PAST_END, Mended.WORD_TIMES] == [
        kind for kind, _line in found(reading)
    ]
    assert [(0, CLIP)] == times(reading)
    assert (Word(0, CLIP, "Oui."),) == reading.segments[0].words


def test_a_forgotten_blank_line_does_not_hide_a_number() -> None:
    """A number that counts on is no word of the cue above it."""
    reading = read(
        "1\n00:00:01,000 --> 00:00:02,000\nEn\n1962\n2\n"
        "00:00:03,000 --> 00:00:04,000\nOui.\n"
    )

    assert ["En\n1962", "Oui."] == [segment.text for segment in reading.segments]
    assert [] == found(reading)


def test_text_before_the_first_time_is_reported() -> None:
    """A title that somebody typed is not said by anyone."""
    reading = read("Gao, 3 mars\n\n" + SECOND)

    assert ["Non."] == [segment.text for segment in reading.segments]
    assert [(Mended.UNTIMED, 1)] == found(reading)


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "a\u202eb", "a\u2066b", "a\x07b"])
def test_what_could_command_a_terminal_is_removed(text: str) -> None:
    """Escapes and turned writing go; the letters stay."""
    reading = read(cue("00:00:01,000", "00:00:02,000", text))

    assert [(Mended.CONTROL_CHARACTERS, 2)] == found(reading)
    assert reading.segments[0].text.isprintable()
    assert reading.segments[0].text[0] + reading.segments[0].text[-1] == "ab"


def test_marks_that_join_letters_stay() -> None:
    """Scripts need them, and they command nothing."""
    joined = (
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f467"
    )

    reading = read(cue("00:00:01,000", "00:00:02,000", joined))

    assert joined == reading.segments[0].text
    assert [] == found(reading)


FRENCH = cue("00:00:01,000", "00:00:02,000", "Où êtes-vous ? À Gao…")
ARABIC = cue("00:00:01,000", "00:00:02,000", "السلام عليكم")


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (FRENCH, "utf-8", ""),
        (FRENCH, "utf-8-sig", ""),
        (FRENCH, "utf-16", ""),
        (FRENCH, "cp1252", ""),
        (FRENCH, "cp1252", "fr"),
        (ARABIC, "utf-8", "ar"),
        (ARABIC, "utf-16", ""),
        (ARABIC, "cp1256", "ar"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_letters_of_every_encoding_are_read(
    text: str, encoding: str, language: str, newline: str
) -> None:
    """The encoding is named where nothing but a guess could tell it."""
    reading = read(text.replace("\n", newline).encode(encoding), language=language)

    assert text.split("\n")[2] == reading.segments[0].text
    guessed = encoding.startswith("cp")
    assert [Repair(Mended.ENCODING, 0, {"encoding": encoding})] * guessed == list(
        reading.repairs
    )


def test_a_few_damaged_letters_do_not_change_the_others() -> None:
    """One bad byte among letters of UTF-8 is a damage, not another encoding."""
    damaged = (FRENCH + SECOND).encode().replace("ê".encode(), b"\xc3")

    reading = read(damaged)

    assert "Où �tes-vous ? À Gao…" == reading.segments[0].text
    assert [(Mended.DAMAGED_LETTERS, 3)] == found(reading)


@pytest.mark.parametrize(
    ("content", "error", "line"),
    [
        (b"1\n00:00:0x,000 --> 00:00:02,000\nOui\n", TranscriptLineUnreadable, 2),
        (b"1\n00:00:01,000 --> soon\nOui\n", TranscriptLineUnreadable, 2),
        (b"WEBVTT\n\n-00:01.000 --> 00:02.000\nOui\n", TranscriptLineUnreadable, 3),
        (b"start\tend\ttext\n1\t2\tOui\n1.5\t2\tNon\n", TranscriptLineUnreadable, 3),
        (b"\xff\xd8\xff\xe0\n\n\x00\x10JFIF", TranscriptNotText, 3),
        (b"1\n00:00:01,000 --> 00:00:02,000\n\x81\n", TranscriptNotText, 3),
    ],
)
def test_what_cannot_be_mended_is_refused_with_its_line(
    content: bytes, error: type[MediakitError], line: int
) -> None:
    """The person is told which line to correct, in which file."""
    with pytest.raises(error) as refused:
        read(content)

    assert line == refused.value.details["line"]
    assert "f.srt" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "file", "error"),
    [
        (b"", "f.srt", TranscriptEmpty),
        (b"1\n00:00:01,000 --> 00:00:02,000\n\n", "f.srt", TranscriptEmpty),
        (b"WEBVTT\n\nNOTE nothing\n", "f.vtt", TranscriptEmpty),
        (b"Just a letter.", "f.txt", TranscriptEmpty),
        (b"Just a letter.", "f.doc", TranscriptFormatUnknown),
        (b"1\n00:02:01,000 --> 00:02:02,000\nOui\n", "f.srt", TranscriptOutsideClip),
    ],
)
def test_a_file_without_a_word_for_this_clip_is_refused(
    content: bytes, file: str, error: type[MediakitError]
) -> None:
    """Empty, of no format, or of another recording."""
    with pytest.raises(error, match=file):
        read(content, file=file)


def test_a_file_larger_than_any_transcript_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By its bytes before it is read, by its segments after."""
    monkeypatch.setattr(registry, "MOST_SEGMENTS", 1)
    with pytest.raises(TranscriptTooLarge, match="at most 20 MB and 1 segments"):
        read(SECOND + SECOND)
    monkeypatch.setattr(registry, "LARGEST", 10)
    with pytest.raises(TranscriptTooLarge):
        read(SECOND)


def test_a_record_tells_each_kind_of_repair_once() -> None:
    """Ten thousand faults of one kind are one sentence with the first lines."""
    repairs = [
        Repair(Mended.ENCODING, values={"encoding": "cp1252"}),
        *(Repair(Mended.EMPTY, line) for line in range(1, 10_001)),
        Repair(Mended.NUMBER, 4),
    ]

    told = english(repairs, "line")

    assert 3 == len(told) == len(by_kind(repairs))
    assert "the letters were read as cp1252, not UTF-8" == told[0]
    assert told[1].startswith("lines 1, 2, 3,")
    assert told[1].endswith("50, 9950 more: has no text; left out")
    assert "line 4: the number is missing" == told[2]
