"""Files as other programs write them, each read as its program meant it."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.formats import whisper_json
from mediakit.formats.registry import Reading, read_bytes
from mediakit.formats.repairs import Mended
from mediakit.model.transcript import Segment, Word
from mediakit.model.transcript_record import Origin
from tests.formats.spoken import SAMPLES

HELLO = Segment(start=0, end=1_480, text="Bonjour à tous.")
PEACE = Segment(start=1_900, end=3_520, text="Nous voulons la paix.")
END = '"end": null, "text"'
HELLO_WORDS = (
    Word(0, 620, "Bonjour"),
    Word(620, 800, "à"),
    Word(800, 1_480, "tous."),
)
PEACE_WORDS = (
    Word(1_900, 2_100, "Nous"),
    Word(2_100, 2_600, "voulons"),
    Word(2_600, 2_800, "la"),
    Word(2_800, 3_520, "paix."),
)


def read(name: str) -> Reading:
    """Read a sample as the transcript of a clip of four and a half seconds."""
    return read_bytes((SAMPLES / name).read_bytes(), name, duration=4_600)


def plain(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments with only what every dialect has."""
    return [Segment(start=s.start, end=s.end, text=s.text) for s in segments]


@pytest.mark.parametrize(
    ("name", "format_name", "language"),
    [
        ("openai_whisper.json", "whisper", "fr"),
        ("openai_whisper.tsv", "tsv", ""),
        ("faster_whisper_dump.json", "whisper", ""),
        ("api_verbose.json", "whisper", "fr"),
        ("whisper_cpp.json", "whisper", "fr"),
        ("transformers_words.json", "whisper", ""),
        ("whisper_terminal.txt", "txt", ""),
        ("youtube.vtt", "vtt", "fr"),
    ],
)
def test_the_same_two_sentences_in_each_dialect(
    name: str, format_name: str, language: str
) -> None:
    """Format, language, times and text are found."""
    reading = read(name)

    assert (format_name, language) == (reading.format, reading.draft.language)
    assert [HELLO, PEACE] == plain(reading.segments)


@pytest.mark.parametrize(
    "name", ["openai_whisper.json", "transformers_words.json", "youtube.vtt"]
)
def test_words_have_their_times(name: str) -> None:
    """Timed words come along wherever the file has them."""
    words = [segment.words for segment in read(name).segments]

    assert [HELLO_WORDS, PEACE_WORDS] == [
        tuple(replace(word, probability=None) for word in spoken) for spoken in words
    ]


def test_openai_whisper_says_how_sure_it_is() -> None:
    """Probabilities of words, segments and silence are kept."""
    first = read("openai_whisper.json").segments[0]

    assert 0.9003 == pytest.approx(first.probability, abs=1e-4)
    assert 0.0123 == first.no_speech
    assert [0.98, 0.99, 0.97] == [word.probability for word in first.words]


@pytest.mark.parametrize(
    ("name", "engine", "model"),
    [
        ("openai_whisper.json", "whisper", ""),
        ("whisper_cpp.json", "whisper.cpp", "base"),
    ],
)
def test_a_machines_words_say_so(name: str, engine: str, model: str) -> None:
    """JSON of a speech engine is a machine's work whoever imports it."""
    source = read(name).draft.source

    assert source is not None
    assert (Origin.MACHINE, engine, model) == (
        source.origin,
        source.engine,
        source.model,
    )


def test_whisperx_names_speakers_and_leaves_numbers_untimed() -> None:
    """Words without times get those their neighbours leave, and that is reported."""
    reading = read("whisperx.json")
    second = reading.segments[1]

    assert ["SPEAKER_00", "SPEAKER_01"] == [s.speaker for s in reading.segments]
    assert (
        Word(1_900, 2_100, "En", 0.5),
        Word(2_100, 2_600, "2012"),
        Word(2_600, 2_600, ","),
        Word(2_600, 2_800, "la", 0.7),
        Word(2_800, 3_520, "paix.", 0.8),
    ) == second.words
    assert [(Mended.WORD_TIMES, 2)] == [(r.kind, r.line) for r in reading.repairs]


def test_whisperx_subtitles_name_speakers_too() -> None:
    """A name in brackets before a colon is the speaker."""
    reading = read("whisperx.srt")

    assert [
        ("SPEAKER_00", "Bonjour à tous."),
        ("SPEAKER_01", "Nous voulons la paix."),
    ] == [(s.speaker, s.text) for s in reading.segments]
    assert () == reading.repairs


def test_the_words_beside_the_segments_are_shared_out() -> None:
    """The API gives words apart: each goes to the segment it is said in."""
    said = [[w.text for w in s.words] for s in read("api_verbose.json").segments]

    assert [["Bonjour", "à", "tous"], ["Nous", "voulons", "la", "paix"]] == said


def test_words_alone_become_segments_at_pauses() -> None:
    """The API asked for words only says nothing of sentences."""
    segments = read("api_words.json").segments

    assert ["Bonjour à tous", "Nous voulons la paix"] == [s.text for s in segments]
    assert [(0, 1_480), (2_900, 4_520)] == [(s.start, s.end) for s in segments]


@pytest.mark.parametrize("name", ["transformers.json", "openai_whisper.json"])
def test_an_end_that_is_null_is_estimated(name: str) -> None:
    """Transformers leaves the last end open when the sound stops before it."""
    text = (SAMPLES / name).read_text("utf-8").replace('"end": 3.52, "text"', END)

    reading = read_bytes(text.encode(), name, duration=4_600)

    assert [HELLO, replace(PEACE, end=4_600)] == plain(reading.segments)
    assert [(Mended.END_MISSING, 2)] == [(r.kind, r.line) for r in reading.repairs]


@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("f4transkript.txt", [(0, 1_500), (1_500, 3_500)]),
        ("easytranscript.txt", [(0, 1_900), (1_900, 3_500)]),
    ],
)
def test_a_time_stands_before_or_after_its_paragraph(
    name: str, times: list[tuple[int, int]]
) -> None:
    """Researchers' programs do either; names before a colon are speakers."""
    segments = read(name).segments

    assert times == [(s.start, s.end) for s in segments]
    assert ["Awa", "Moussa"] == [s.speaker for s in segments]
    assert PEACE.text == " ".join(segments[1].text.split())


def test_the_last_paragraph_lasts_until_the_clip_ends() -> None:
    """Nothing follows that would say when it is over."""
    segments = read("otranscribe.txt").segments

    assert [(0, 2_000), (2_000, 4_600)] == [(s.start, s.end) for s in segments]


def test_what_whisper_says_before_it_begins_is_left_out() -> None:
    """Lines without a time before the first are reported, not imported."""
    repairs = read("whisper_terminal.txt").repairs

    assert [(Mended.UNTIMED, 1), (Mended.UNTIMED, 2)] == [
        (r.kind, r.line) for r in repairs
    ]


def test_every_voice_of_a_cue_is_heard() -> None:
    """Two people in one cue are two segments; names, entities and comments."""
    reading = read("aviary.vtt")

    assert [
        ("Awa", "Bonjour à tous."),
        ("Moussa", "Nous voulons la paix."),
        ("Awa", "R&D <oui>"),
    ] == [(s.speaker, s.text) for s in reading.segments]
    assert [()] * 3 == [s.flags for s in reading.segments]
    assert [(Mended.FORMATTING, 15)] == [(r.kind, r.line) for r in reading.repairs]


def test_words_before_the_first_voice_are_heard() -> None:
    """They are nobody's, and not lost."""
    cue = "WEBVTT\n\n00:01.000 --> 00:02.000\nOui. <v Awa>Non."

    segments = read_bytes(cue.encode(), "f", duration=4_600).segments

    assert [("", "Oui."), ("Awa", "Non.")] == [(s.speaker, s.text) for s in segments]


def test_times_that_hold_several_words_time_none() -> None:
    """What stands between two times inside a cue need not be one word."""
    cue = "WEBVTT\n\n00:01.000 --> 00:02.000\nLa <00:01.500>paix à Gao"

    [segment] = read_bytes(cue.encode(), "f", duration=4_600).segments

    assert ("La paix à Gao", ()) == (segment.text, segment.words)


def test_a_tables_texts_are_as_they_stand() -> None:
    """A dash or a quotation mark begins many sentences."""
    table = "start\tend\ttext\n0\t9\t- Oui.\n10\t19\t\"Non.\"\n20\t29\t'Si.'\n"

    segments = read_bytes(table.encode(), "f", duration=4_600).segments

    assert ["- Oui.", '"Non."', "'Si.'"] == [s.text for s in segments]


def test_words_alone_do_not_make_endless_segments() -> None:
    """Without a pause or a full stop, a segment is at most forty words."""
    words = [{"word": "oui", "start": n / 10, "end": n / 10 + 0.1} for n in range(45)]

    draft = whisper_json.read(json.dumps({"words": words}), "f")

    assert [40, 5] == [len(cue.segment.words) for cue in draft.cues]


def test_subtitles_lose_their_looks_and_nothing_else() -> None:
    """Italics, colours and positions go; the signs of a sentence stay."""
    reading = read("subtitle_edit.srt")

    assert [
        "Bonjour à tous.",
        "- Nous voulons la paix.\n- Oui, la paix & rien d'autre.",
    ] == [s.text for s in reading.segments]
    assert [2, 6] == [r.line for r in reading.repairs if r.kind is Mended.FORMATTING]


@pytest.mark.parametrize(
    "document",
    [
        {"segments": [{"text": "a", "end": 1}]},
        {"segments": [{"text": "a", "start": 1e300, "end": 2e300}]},
        {"segments": [{"text": "a", "start": "soon"}]},
        {"chunks": [{"timestamp": [None, 1], "text": "a b"}]},
        {"transcription": [{"text": "a"}]},
    ],
)
def test_times_that_cannot_be_are_refused(document: object) -> None:
    """No start, or one that is no number of seconds, is not guessed."""
    with pytest.raises(TranscriptJsonUnreadable, match=r"f\.json"):
        whisper_json.read(json.dumps(document), "f.json")


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"segments": 3}', "[" * 100_000])
def test_broken_json_is_refused(text: str) -> None:
    """Cut off, of another kind, or nested without end."""
    with pytest.raises(TranscriptJsonUnreadable):
        whisper_json.read(text, "f.json")
    assert not whisper_json.recognizes(text)


def test_a_language_nobody_can_name_is_left_open() -> None:
    """A file may say "auto"; the person can say it better."""
    document = {"language": "auto", "segments": [{"text": "a", "start": 0, "end": 1}]}

    assert not whisper_json.read(json.dumps(document), "f").language
