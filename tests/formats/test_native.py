"""The library's own JSON: nothing is lost, and newer files are respected."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.errors.transcripts import TranscriptJsonUnreadable, TranscriptTooNew
from mediakit.formats import native
from mediakit.formats.registry import FORMATS, read_bytes
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.transcript import Recording, Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin
from tests.formats.spoken import SPOKEN

FULL = replace(
    SPOKEN,
    id=TranscriptId("t-0000000001"),
    clip=ClipId("c-0000000001"),
    language_probability=0.0,
    source=Source(
        origin=Origin.MACHINE,
        engine="faster-whisper",
        model="small",
        model_sha256="0" * 64,
        notice="A warning.",
        by="Fanta",
        date="2026-11-22",
        options={"beam_size": 5, "vad": True, "temperature": 0.5, "task": "transcribe"},
        repairs=("one", "two"),
    ),
    recordings=(Recording(0, 900, "interpretations/c-1/0001-ab.wav", "ab" * 32),),
)

_letters = st.text(max_size=20)
_chance = st.none() | st.floats(0, 1)
_time = st.integers(-(2**53), 2**53)
_words = st.builds(Word, _time, _time, _letters, _chance)
_segments = st.builds(
    Segment,
    start=_time,
    end=_time,
    text=_letters,
    speaker=_letters,
    language=_letters,
    words=st.lists(_words, max_size=3).map(tuple),
    probability=_chance,
    no_speech=_chance,
    flags=st.lists(_letters, max_size=2).map(tuple),
)


@given(st.lists(_segments, max_size=4).map(tuple))
@settings(max_examples=100)
def test_whatever_is_written_is_read_back(segments: tuple[Segment, ...]) -> None:
    """Every field of every segment and word, with any letter in it."""
    transcript = replace(FULL, segments=segments)

    assert transcript == native.read_whole(native.write(transcript), "f")


def test_a_person_can_read_it() -> None:
    """A line for each segment and each word; what is empty is not there."""
    lines = native.write(SPOKEN).split("\n")

    assert (
        '      {"start": 620, "end": 800, "text": "à", "probability": 0.99},' in lines
    )
    assert "source" not in native.write(SPOKEN)
    assert json.loads(native.write(SPOKEN))["version"] == native.VERSION


def _document(**changed: Any) -> str:
    """Return a full transcript's text with some of its fields changed."""
    return json.dumps(json.loads(native.write(FULL)) | changed)


def test_a_newer_field_is_no_obstacle() -> None:
    """Fields nobody knows yet are skipped at every level."""
    segment = {"start": 1, "end": 2, "text": "Oui.", "mood": {"calm": [1]}}

    transcript = native.read_whole(
        _document(version=2, mood="calm", segments=[segment]), "f"
    )

    assert (Segment(start=1, end=2, text="Oui."),) == transcript.segments


def test_a_newer_file_that_means_something_else_is_refused() -> None:
    """It says which version is needed, not that the file is broken."""
    with pytest.raises(TranscriptTooNew, match="format 2, this one knows 1"):
        native.read_whole(_document(version=2, segments={"all": []}), "f")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        _document()[:-200],
        _document(segments=None),
        _document(segments=[{"start": "1", "end": 2, "text": ""}]),
        _document(source={"origin": "dream"}),
        '{"segments": ' + '[{"words": ' * 100_000,
    ],
)
def test_a_damaged_file_is_refused(text: str) -> None:
    """Cut off, of another shape, or nested without end: named, with the reason."""
    with pytest.raises(TranscriptJsonUnreadable, match=r"^t\.json is no transcript"):
        native.read_whole(text, "t.json")


def test_what_cannot_be_true_is_not_taken() -> None:
    """A stranger's file commands no terminal, and stops no export."""
    segment = Segment(
        start=0,
        end=1000,
        text="Oui.",
        language="\x1b[2J",
        probability=-1,
        no_speech=7,
        flags=("\x1b[31m", "silence"),
        words=(Word(0, 900, "Oui.", 5),),
    )
    source = Source(
        origin=Origin.MACHINE, engine="a\nb", notice="\x1b[31m" + "n" * 9_000
    )
    content = native.write(Transcript(segments=(segment,), source=source)).encode()

    reading = read_bytes(content, "f.json", duration=2_000)

    plain = Segment(
        start=0,
        end=1000,
        text="Oui.",
        flags=("silence",),
        words=(Word(0, 900, "Oui."),),
    )
    assert (plain,) == reading.segments
    assert reading.draft.source is not None
    assert "a b" == reading.draft.source.engine
    assert 500 == len(reading.draft.source.notice)
    for fmt in FORMATS:
        fmt.write(Transcript(segments=reading.segments))
