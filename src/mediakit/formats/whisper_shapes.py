"""What the JSON of Whisper's programs is made of; see `whisper_json`."""

from typing import Annotated, Any

import msgspec

_HOURS = 1_000
Seconds = Annotated[float, msgspec.Meta(ge=-60, le=_HOURS * 3600)]
Milliseconds = Annotated[int, msgspec.Meta(ge=-60_000, le=_HOURS * 3_600_000)]


class JsonWord(msgspec.Struct):
    """A word of openai-whisper, WhisperX (score) or the API."""

    word: str = ""
    text: str = ""
    start: Seconds | None = None
    end: Seconds | None = None
    probability: float | None = None
    score: float | None = None


class JsonSegment(msgspec.Struct):
    """A segment of openai-whisper, WhisperX (speaker) or the API."""

    text: str = ""
    start: Seconds | None = None
    end: Seconds | None = None
    speaker: str | int | None = None
    words: list[JsonWord] | None = None
    avg_logprob: float | None = None
    no_speech_prob: float | None = None


class JsonChunk(msgspec.Struct):
    """A segment or a word of transformers."""

    timestamp: tuple[Seconds | None, Seconds | None]
    text: str = ""


class JsonOffsets(msgspec.Struct):
    """The times of whisper.cpp."""

    start: Milliseconds = msgspec.field(name="from")
    end: Milliseconds = msgspec.field(name="to")


class JsonToken(msgspec.Struct):
    """A token of whisper.cpp."""

    text: str = ""
    offsets: JsonOffsets | None = None
    p: float | None = None


class JsonSpoken(msgspec.Struct):
    """A segment of whisper.cpp."""

    offsets: JsonOffsets
    text: str = ""
    speaker: str | int | None = None
    tokens: list[JsonToken] | None = None


class JsonNamed(msgspec.Struct):
    """What whisper.cpp says of the language and the model."""

    language: str = ""
    type: str = ""


class JsonFile(msgspec.Struct):
    """A whole file, of whichever program."""

    segments: list[JsonSegment] | None = None
    words: list[JsonWord] | None = None
    chunks: list[JsonChunk] | None = None
    transcription: list[JsonSpoken] | None = None
    language: str | None = None
    result: JsonNamed | None = None
    # Any: whisper.cpp says much about its model, other programs a name
    model: Any = None
