"""What is written for other programs, read by other programs' own readers."""

from dataclasses import replace

import pysubs2
import webvtt

from mediakit.formats import plain_text, srt, tsv, vtt
from mediakit.model.transcript import Segment, Transcript
from tests.formats.spoken import SPOKEN

TRICKY = Transcript(
    segments=(
        *SPOKEN.segments,
        Segment(start=4_000, end=5_000, text="Un --> deux\n\n00:00 & <trois>"),
        Segment(start=5_000, end=6_000, text="1962"),
    )
)


def test_pysubs2_finds_the_same_subtitles() -> None:
    """Times and words, also of a text that looks like a number or a time."""
    found = pysubs2.SSAFile.from_string(srt.write(TRICKY), format_="srt")

    assert [
        (0, 1_480, "[Awa]: Bonjour à tous."),
        (1_900, 3_520, "[Moussa]: Nous voulons\nla paix."),
        (4_000, 5_000, "Un → deux\n00:00 &"),
        (5_000, 6_000, "1962"),
    ] == [(event.start, event.end, event.plaintext.strip()) for event in found]


def test_webvtt_py_finds_the_same_cues() -> None:
    """Voices, times and words; a comment is no cue."""
    found = webvtt.from_string(vtt.write(TRICKY, ["Not checked --> yet"]))

    assert [
        ("00:00:00.000", "Awa", "Bonjour à tous."),
        ("00:00:01.900", "Moussa", "Nous voulons\nla paix."),
        ("00:00:04.000", None, "Un --&gt; deux\n00:00 &amp; &lt;trois&gt;"),
        ("00:00:05.000", None, "1962"),
    ] == [(cue.start, cue.voice, cue.text) for cue in found.captions]


def test_what_would_end_a_line_does_not_end_a_cue() -> None:
    """Separators that only some programs know are spaces."""
    segment = replace(TRICKY.segments[3], text="Un\u2028\u2028deux\r\x85trois")

    written = vtt.write(Transcript(segments=(segment,)))

    assert ["Un  deux trois"] == [c.text for c in webvtt.from_string(written).captions]


def test_researchers_programs_find_a_time_before_each_paragraph() -> None:
    """Hashes, tenths after a hyphen, the name before a colon, one line each."""
    assert [
        "Not checked",
        "#00:00:00-0# Awa: Bonjour à tous.",
        "#00:00:01-9# Moussa: Nous voulons la paix.",
        "",
    ] == plain_text.write(SPOKEN, ["Not\nchecked"]).split("\n")


def test_a_spreadsheet_computes_nothing() -> None:
    """What would be a formula or an open quotation is shown as it was said."""
    said = ("=1+1", "+1", "-1", "@SUM(A1)", '"', "'", "'=1", "1")
    segments = tuple(replace(TRICKY.segments[3], text=text) for text in said)

    written = tsv.write(Transcript(segments=segments))

    cells = [line.split("\t")[2] for line in written.split("\n")[1:-1]]
    assert ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\"", "'", "''=1", "1"] == cells
    assert list(said) == [cue.segment.text for cue in tsv.read(written, "f").cues]


def test_a_sentence_with_a_colon_is_no_speaker() -> None:
    """Names are told apart only where most paragraphs begin with one."""
    talk = "#00:00:01-0# Il a dit: oui.\n#00:00:02-0# Et elle ?\n#00:00:03-0# Non.\n"

    cues = plain_text.read(talk, "f").cues

    assert ["", "", ""] == [cue.segment.speaker for cue in cues]
    assert "Il a dit: oui." == cues[0].segment.text
