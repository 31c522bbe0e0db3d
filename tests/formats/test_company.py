"""What is written for other programs, read by other programs' own readers."""

from dataclasses import replace
from pathlib import Path

import pympi
import pysubs2
import webvtt
from praatio import textgrid as praat

from mediakit.formats import elan, nvivo, plain_text, srt, textgrid, tsv, ttml, vtt
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


AT_ONCE = Transcript(
    language="fr",
    segments=(
        Segment(start=0, end=2_000, text='Oui, "oui" & <non>.', speaker="Awa"),
        Segment(start=1_000, end=3_000, text="Non.", speaker="Awa"),
        Segment(start=1_500, end=1_800, text="Hm."),
        Segment(start=3_000, end=4_000, text="Awo.", speaker="Awa", language="bm"),
    ),
)


def test_pympi_finds_a_tier_for_each_speaker(tmp_path: Path) -> None:
    """Who talks over themselves has two; who has no name is ELAN's default."""
    file = tmp_path / "a.eaf"
    file.write_text(elan.write(AT_ONCE, ["Not checked"]), "utf-8")

    found = pympi.Eaf(str(file))

    tiers = {tier: found.get_annotation_data_for_tier(tier) for tier in found.tiers}
    assert {
        "Awa": [(0, 2_000, 'Oui, "oui" & <non>.')],
        "Awa 2": [(1_000, 3_000, "Non.")],
        "default": [(1_500, 1_800, "Hm.")],
        "Awa 3": [(3_000, 4_000, "Awo.")],
        "notes": [(0, 4_000, "Not checked")],
    } == tiers


def test_praatio_finds_a_tier_for_each_speaker(tmp_path: Path) -> None:
    """Intervals without gaps, quotation marks doubled, notes as a point."""
    file = tmp_path / "a.TextGrid"
    file.write_text(textgrid.write(SPOKEN, ["Not checked"]), "utf-8")

    found = praat.openTextgrid(str(file), includeEmptyIntervals=False)

    entries = {
        name: list(map(tuple, found.getTier(name).entries)) for name in found.tierNames
    }
    assert {
        "Awa": [(0, 1.48, "Bonjour à tous.")],
        "Moussa": [(1.9, 3.52, "Nous voulons la paix.")],
        "notes": [(0, "Not checked")],
    } == entries


def test_speakers_on_tiers_come_back() -> None:
    """Who spoke, in which language, over whom."""
    for fmt in (elan, textgrid):
        cues = fmt.read(fmt.write(AT_ONCE), "f").cues

        assert ["Awa", "Awa", "", "Awa"] == [cue.segment.speaker for cue in cues]
        assert [0, 1_000, 1_500, 3_000] == [cue.segment.start for cue in cues]
    draft = elan.read(elan.write(AT_ONCE), "f")
    assert "fr" == draft.language
    assert ["", "", "", "bm"] == [cue.segment.language for cue in draft.cues]


def test_pysubs2_finds_the_same_paragraphs() -> None:
    """In TTML too: times, line breaks, signs that XML has a use for."""
    found = pysubs2.SSAFile.from_string(ttml.write(AT_ONCE), format_="ttml")

    assert [(0, 2_000, 'Oui, "oui" & <non>.'), (1_000, 3_000, "Non.")] == [
        (event.start, event.end, event.plaintext.strip()) for event in found[:2]
    ]


def test_nvivo_finds_a_row_for_each_segment() -> None:
    """As many tabs in each line, tenths of a second, one line each."""
    assert [
        "Timespan\tContent\tSpeaker",
        "0:00:00.0 - 0:00:01.4\tBonjour à tous.\tAwa",
        "0:00:01.9 - 0:00:03.5\tNous voulons la paix.\tMoussa",
        "",
    ] == nvivo.write(SPOKEN).split("\n")
