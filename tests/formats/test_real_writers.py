"""Files from openai-whisper's own writers and faster-whisper's own segments."""

import dataclasses
import importlib
import json
import math
from pathlib import Path
from typing import Any

import pytest

from mediakit.formats.registry import Reading, read_bytes
from mediakit.model.transcript import Segment, Word
from tests.extras import needs_openai_whisper

# Any: whisper's results are dictionaries
RESULT: dict[str, Any] = {
    "text": ' Bonjour à tous. Nous --> la "paix" & l\'eau.',
    "language": "fr",
    "segments": [
        {
            "id": 0,
            "seek": 0,
            "start": 0.0,
            "end": 1.48,
            "text": " Bonjour à tous.",
            "tokens": [50364, 50438],
            "temperature": 0.0,
            "avg_logprob": -0.1,
            "compression_ratio": 0.9,
            "no_speech_prob": 0.01,
            "words": [
                {"word": " Bonjour", "start": 0.0, "end": 0.62, "probability": 0.98},
                {"word": " à", "start": 0.62, "end": 0.8, "probability": 0.99},
                {"word": " tous.", "start": 0.8, "end": 1.48, "probability": 0.97},
            ],
        },
        {
            "id": 1,
            "seek": 0,
            "start": 1.9,
            "end": 3.52,
            "text": ' Nous --> la "paix" & l\'eau.',
            "tokens": [50459, 50540],
            "temperature": 0.0,
            "avg_logprob": -0.2,
            "compression_ratio": 0.9,
            "no_speech_prob": 0.02,
            "words": [
                {"word": " Nous", "start": 1.9, "end": 2.1, "probability": 0.9},
                {"word": " -->", "start": 2.1, "end": 2.6, "probability": 0.9},
                {"word": " la", "start": 2.6, "end": 2.8, "probability": 0.9},
                {"word": ' "paix"', "start": 2.8, "end": 3.0, "probability": 0.9},
                {"word": " &", "start": 3.0, "end": 3.2, "probability": 0.9},
                {"word": " l'eau.", "start": 3.2, "end": 3.52, "probability": 0.9},
            ],
        },
    ],
}
# openai-whisper writes an arrow as -> where it would be taken for a time
SAID = ["Bonjour à tous.", 'Nous -> la "paix" & l\'eau.']


def read(content: bytes, name: str) -> Reading:
    """Read what a program wrote."""
    return read_bytes(content, name, duration=10_000)


@pytest.mark.engine
@needs_openai_whisper
def test_openai_whisper_writes_what_we_read(tmp_path: Path) -> None:
    """Each of its formats, from its own writers, without a repair."""
    utils = importlib.import_module("whisper.utils")
    options = {"max_line_width": None, "max_line_count": None, "highlight_words": False}
    for suffix in ("json", "srt", "vtt", "tsv"):
        utils.get_writer(suffix, str(tmp_path))(RESULT, "clip.wav", options)
        file = tmp_path / f"clip.{suffix}"

        reading = read(file.read_bytes(), file.name)

        assert [(0, 1_480), (1_900, 3_520)] == [
            (s.start, s.end) for s in reading.segments
        ]
        assert SAID == [s.text.replace("-->", "->") for s in reading.segments]
        assert () == reading.repairs


@pytest.mark.engine
def test_faster_whisper_segments_are_read() -> None:
    """Its segments, dumped as everyone dumps them."""
    transcribe = importlib.import_module("faster_whisper.transcribe")
    first = RESULT["segments"][0]
    words = [transcribe.Word(**word) for word in first["words"]]
    segment = transcribe.Segment(**(first | {"words": words}))

    reading = read(json.dumps([dataclasses.asdict(segment)]).encode(), "dump.json")

    assert [
        Segment(
            start=0,
            end=1_480,
            text="Bonjour à tous.",
            words=(
                Word(0, 620, "Bonjour", 0.98),
                Word(620, 800, "à", 0.99),
                Word(800, 1_480, "tous.", 0.97),
            ),
            probability=math.exp(-0.1),
            no_speech=0.01,
        )
    ] == list(reading.segments)
