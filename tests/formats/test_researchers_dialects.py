"""Files as researchers' and broadcasters' programs write them, and broken ones."""

from collections.abc import Sequence

import msgspec
import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.transcripts import TranscriptDocumentUnreadable
from mediakit.formats import elan, otranscribe, textgrid, ttml
from mediakit.formats.registry import Reading, read_bytes
from mediakit.formats.repairs import Mended
from mediakit.model.transcript import Segment
from tests.formats.spoken import SAMPLES

HELLO, PEACE = "Bonjour à tous.", "Nous voulons la paix."
BOTH = ["Awa", "Moussa"]


def read(name: str) -> Reading:
    """Read a sample as the transcript of a clip of four and a half seconds."""
    return read_bytes((SAMPLES / name).read_bytes(), name, duration=4_600)


def flat(segments: Sequence[Segment]) -> list[str]:
    """Return what is said, a segment a line."""
    return [" ".join(segment.text.split()) for segment in segments]


@pytest.mark.parametrize(
    ("name", "format_name", "times", "speakers"),
    [
        ("elan.eaf", "elan", [(0, 1_480), (1_900, 3_520)], BOTH),
        ("pympi.eaf", "elan", [(0, 1_480), (1_900, 3_520)], BOTH),
        ("praatio_long.TextGrid", "textgrid", [(0, 1_480), (1_900, 3_520)], BOTH),
        ("praatio_short.TextGrid", "textgrid", [(0, 1_480), (1_900, 3_520)], BOTH),
        ("aligner.TextGrid", "textgrid", [(0, 1_480), (1_900, 3_520)], BOTH),
        ("pysubs2.ttml", "ttml", [(0, 1_480), (1_900, 3_520)], ["", ""]),
        ("ffmpeg.ttml", "ttml", [(0, 1_480), (1_900, 3_520)], ["", ""]),
        ("netflix.dfxp", "ttml", [(0, 1_480), (1_900, 3_520)], BOTH),
        ("karaoke.ttml", "ttml", [(0, 1_480), (1_900, 3_520)], ["", ""]),
        ("otranscribe_old.otr", "otr", [(0, 2_000), (2_000, 4_600)], ["", ""]),
        ("nvivo.txt", "nvivo", [(0, 1_400), (1_900, 3_500)], BOTH),
        ("atrain_nvivo.txt", "txt", [(0, 2_000), (2_000, 4_600)], ["", ""]),
        ("transana.txt", "txt", [(0, 1_900), (1_900, 4_600)], ["", ""]),
        (
            "atrain_maxqda.txt",
            "txt",
            [(0, 2_000), (2_000, 4_600)],
            ["SPEAKER_00", "SPEAKER_01"],
        ),
        (
            "teams.txt",
            "txt",
            [(0, 2_000), (2_000, 4_600)],
            ["Awa Traoré", "Moussa Ag Ali"],
        ),
    ],
)
def test_the_same_two_sentences_in_each_program(
    name: str, format_name: str, times: list[tuple[int, int]], speakers: list[str]
) -> None:
    """Format, times, speakers and text are found."""
    reading = read(name)

    assert format_name == reading.format
    assert times == [(s.start, s.end) for s in reading.segments]
    assert speakers == [s.speaker for s in reading.segments]
    assert [HELLO, PEACE] == flat(reading.segments)


@pytest.mark.parametrize("name", ["karaoke.ttml", "aligner.TextGrid"])
def test_words_that_are_timed_keep_their_times(name: str) -> None:
    """Karaoke spans, and the words of an aligner."""
    words = [[(w.start, w.text) for w in s.words] for s in read(name).segments]

    assert [(0, "Bonjour"), (620, "à"), (800, "tous.")] == words[0]
    assert [1_900, 2_100, 2_600, 2_800] == [start for start, _text in words[1]]


@pytest.mark.parametrize(
    ("name", "language"),
    [("elan.eaf", "fr"), ("netflix.dfxp", "fr"), ("pympi.eaf", "")],
)
def test_a_language_is_brought_to_its_short_form(name: str, language: str) -> None:
    """ELAN and broadcasters say it in three letters."""
    assert language == read(name).draft.language


def test_the_words_of_an_editor_lose_its_marks() -> None:
    """Bold, entities and the page's own space are not said."""
    reading = read("otranscribe.otr")

    assert [HELLO, "Nous voulons la paix & l'eau."] == flat(reading.segments)
    assert [(0, 1_900), (1_900, 4_600)] == [(s.start, s.end) for s in reading.segments]
    assert BOTH == [s.speaker for s in reading.segments]


def test_what_a_page_hides_is_not_said() -> None:
    """Words pasted from Word bring comments and styles with them."""
    page = (
        "<!--[if gte mso 9]><xml>a</xml><![endif]--><style>p { color: red }</style>"
        '<p><SPAN CLASS="timestamp" data-timestamp="1">0:01</SPAN> 2 < 3 &amp; <![x]>'
        '<span lang="fr">oui</span><o:p></o:p></p>'
    )
    text = msgspec.json.encode({"text": page, "media": "", "media-time": 0}).decode()

    assert ["2 < 3 & oui"] == [
        one.segment.text for one in otranscribe.read(text, "f").cues
    ]


def test_commas_and_quotation_marks_of_a_spreadsheet() -> None:
    """NVivo takes tables between commas too, and so do we."""
    segments = read("nvivo.csv.txt").segments

    assert ["Bonjour, à tous.", 'Nous voulons la "paix".'] == flat(segments)
    assert BOTH == [s.speaker for s in segments]


def test_names_before_the_words_of_a_table() -> None:
    """MAXQDA writes a tab after the time, and no column of speakers."""
    text = "#00:00:01-0#\tAwa: Bonjour.\n#00:00:03-0#\tMoussa: Oui.\n"

    reading = read_bytes(text.encode(), "gao.txt", duration=4_600)

    assert [("Awa", "Bonjour."), ("Moussa", "Oui.")] == [
        (one.speaker, one.text) for one in reading.segments
    ]


def test_what_hangs_on_speech_is_reported_and_left_out() -> None:
    """Words, glosses and translations of a tier are no speech of their own."""
    repairs = read("elan.eaf").repairs

    assert 2 == sum(r.kind is Mended.ASIDE for r in repairs)
    assert 1 == sum(r.kind is Mended.EMPTY for r in repairs)


def test_marks_and_phones_are_reported_and_left_out() -> None:
    """A bell is not said, and neither is a single sound."""
    repairs = read("aligner.TextGrid").repairs

    assert [Mended.ASIDE, Mended.ASIDE] == [r.kind for r in repairs]


def test_two_languages_stay_apart() -> None:
    """A segment says its language where it is not everybody's."""
    spoken = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="fr"><body><div>'
        '<p begin="0s" end="1s">Oui.</p>'
        '<p begin="1s" end="2s" xml:lang="bam">Awo.</p></div></body></tt>'
    )

    segments = read_bytes(spoken.encode(), "f", duration=4_600).segments

    assert ["", "bm"] == [s.language for s in segments]


def test_times_begin_with_what_is_around_them() -> None:
    """A paragraph counts from its division, which may end it too."""
    nested = (
        '<tt><body begin="1s"><div begin="00:00:01.5" end="3s">'
        '<p begin="0.5s">Oui.</p></div></body></tt>'
    )

    [cue] = ttml.read(nested, "f").cues

    assert (3_000, 4_000) == (cue.segment.start, cue.segment.end)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("00:00:01:15", 1_500),
        ("45f", 1_500),
        ("1500ms", 1_500),
        ("0.025m", 1_500),
        ("01:00:01.5", 3_601_500),
        ("3000000t", 300),
    ],
)
def test_each_way_of_writing_a_time(text: str, time: int) -> None:
    """Thirty frames and ten million ticks a second."""
    document = (
        '<tt xmlns:p="http://www.w3.org/ns/ttml#parameter" p:frameRate="30" '
        f'p:tickRate="10000000"><body><p begin="{text}">Oui.</p></body></tt>'
    )

    assert time == ttml.read(document, "f").cues[0].segment.start


def test_frames_of_american_television() -> None:
    """A multiplier says how much slower than thirty."""
    document = (
        '<tt frameRate="30" frameRateMultiplier="1000 1001"><body>'
        '<p begin="30f">Oui.</p></body></tt>'
    )

    assert 1_001 == ttml.read(document, "f").cues[0].segment.start


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("elan", "<ANNOTATION_DOCUMENT>"),
        ("elan", "<tt/>"),
        ("elan", '<ANNOTATION_DOCUMENT><HEADER TIME_UNITS="PAL-frames"/>'),
        (
            "elan",
            (
                '<ANNOTATION_DOCUMENT><TIER TIER_ID="A"><ALIGNABLE_ANNOTATION '
                'TIME_SLOT_REF1="ts9"/></TIER></ANNOTATION_DOCUMENT>'
            ),
        ),
        ("ttml", "<ANNOTATION_DOCUMENT/>"),
        ("ttml", '<tt><body><p begin="soon">Oui.</p></body></tt>'),
        ("ttml", '<tt><body><p begin="1s" end="-1s">Oui.</p></body></tt>'),
        ("textgrid", 'File type = "ooTextFile"\nObject class = "TextGrid"\n0\n1\n'),
        ("textgrid", 'File type = "ooTextFile"\nObject class = "Pitch"\n0 1 "a"'),
        ("otr", '{"text": 1, "media": ""}'),
        ("otr", '{"text": "<p>'),
        ("docx", "PK"),
        ("docx", "Dear all,"),
    ],
)
def test_broken_files_are_refused(name: str, text: str) -> None:
    """With the file's name, and never a traceback."""
    with pytest.raises(MediakitError, match=r"gao\.x"):
        read_bytes(text.encode(), "gao.x", duration=4_600, name=name)


def test_a_cut_off_textgrid_says_where() -> None:
    """The line it ends on is in the message."""
    whole = (SAMPLES / "praatio_short.TextGrid").read_text("utf-8")

    with pytest.raises(MediakitError, match="line 15"):
        textgrid.read(whole[: whole.index("1.48\n4.6")], "f")


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><ANNOTATION_DOCUMENT>&b;</ANNOTATION_DOCUMENT>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><ANNOTATION_DOCUMENT/>',
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<a>" * 250,
        "<a>" + "<b/>" * 1_000_001,
    ],
    ids=["entity", "network", "file", "deep", "many"],
)
def test_hostile_xml_is_refused(text: str) -> None:
    """No entity is expanded, no other file is read, nothing grows without end."""
    with pytest.raises(TranscriptDocumentUnreadable):
        elan.read(text, "f.eaf")
    assert not elan.recognizes(text)
