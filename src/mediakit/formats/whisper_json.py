"""The JSON that Whisper's many programs write, in its dialects.

- openai-whisper and what follows it: ``segments[].words[]``, times in seconds;
- WhisperX: the same with ``score`` and ``speaker``, some words without times;
- the API's ``verbose_json``: the words beside the segments, or alone;
- whisper.cpp: ``transcription[].offsets`` in milliseconds, tokens for words;
- transformers: ``chunks[].timestamp``, whose last end may be null.

Written in openai-whisper's own.
"""

import math
from collections.abc import Sequence
from typing import Any

import msgspec

from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.formats import native
from mediakit.formats.base import Draft
from mediakit.formats.whisper_dialects import cues_of
from mediakit.formats.whisper_shapes import JsonFile, JsonSegment
from mediakit.model.language import tag_or_nothing
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin

NAME = "whisper"
SUFFIXES = (".json",)
HOLDS_NOTES = True

# the API says a language by its name
_NAMES = {
    "afrikaans": "af",
    "amharic": "am",
    "arabic": "ar",
    "chinese": "zh",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hausa": "ha",
    "italian": "it",
    "lingala": "ln",
    "malagasy": "mg",
    "portuguese": "pt",
    "russian": "ru",
    "shona": "sn",
    "somali": "so",
    "spanish": "es",
    "swahili": "sw",
    "turkish": "tr",
    "yoruba": "yo",
}


def recognizes(text: str) -> bool:
    """Tell whether *text* is JSON with one of the lists these programs write."""
    if text.lstrip()[:1] not in {"{", "["} or native.recognizes(text):
        return False
    try:
        found = _decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return any(
        part is not None
        for part in (found.segments, found.words, found.chunks, found.transcription)
    )


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues.

    Raises:
        TranscriptJsonUnreadable: It is no JSON, or none of these programs' kind.
    """
    try:
        found = _decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise TranscriptJsonUnreadable(file=file, reason=str(error)) from error
    cues, repairs = cues_of(found, file)
    named = found.language or (found.result.language if found.result else "") or ""
    return Draft(
        cues=tuple(cues),
        repairs=tuple(repairs),
        # it may be "auto", or a name few know; the person can say it better
        language=tag_or_nothing(_NAMES.get(named.lower(), named)),
        source=_source(found),
        place="segment",
    )


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file, as openai-whisper writes it."""
    document: dict[str, Any] = {"notes": list(notes)} if notes else {}
    document["text"] = "".join(f" {segment.text}" for segment in transcript.segments)
    document["segments"] = [
        _written(number, segment) for number, segment in enumerate(transcript.segments)
    ]
    document["language"] = transcript.language
    encoded = msgspec.json.format(msgspec.json.encode(document), indent=1)
    return f"{encoded.decode()}\n"


def _decode(text: str) -> JsonFile:
    # faster-whisper has no writer: people dump its segments as a bare list
    found = msgspec.json.decode(text, type=JsonFile | list[JsonSegment])
    return found if isinstance(found, JsonFile) else JsonFile(segments=found)


def _source(found: JsonFile) -> Source:
    if found.transcription is None:
        model = found.model if isinstance(found.model, str) else ""
        return Source(origin=Origin.MACHINE, engine="whisper", model=model)
    model = found.model.get("type", "") if isinstance(found.model, dict) else ""
    return Source(origin=Origin.MACHINE, engine="whisper.cpp", model=str(model))


def _written(number: int, segment: Segment) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": number,
        "start": segment.start / 1000,
        "end": segment.end / 1000,
        "text": f" {segment.text}",
    }
    if segment.speaker:
        written["speaker"] = segment.speaker
    if segment.probability:
        written["avg_logprob"] = math.log(segment.probability)
    if segment.no_speech is not None:
        written["no_speech_prob"] = segment.no_speech
    if segment.words:
        written["words"] = [
            {
                "word": f" {word.text}",
                "start": word.start / 1000,
                "end": word.end / 1000,
                "probability": word.probability,
            }
            for word in segment.words
        ]
    return written
