"""A transcript: what is said in a clip, in one language, from one source."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.transcript_record import Origin


@dataclass(frozen=True, slots=True)
class Word:
    """One timed word.

    Attributes:
        start: Milliseconds from the clip's beginning.
        end: Milliseconds, never before *start*.
        text: The word as written, punctuation attached, without outer spaces.
        probability: The engine's confidence, 0 to 1, if it gave one.
    """

    start: int
    end: int
    text: str
    probability: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence or breath of speech.

    Attributes:
        start: Milliseconds from the clip's beginning.
        end: Milliseconds, never before *start*.
        text: What is said, without outer spaces; may hold line breaks.
        speaker: The label of who speaks, or empty.
        speaker_guessed: A machine told the voices apart; no person said who speaks.
        language: BCP 47 tag where it differs from the transcript's, or empty.
        words: Timed words, if they are known.
        probability: The engine's confidence in the segment, 0 to 1.
        no_speech: The engine's probability that nobody speaks, 0 to 1.
        flags: Doubts about the segment, as ``repeated``; see the engines.
    """

    start: int
    end: int
    text: str
    speaker: str = ""
    language: str = ""
    words: tuple[Word, ...] = ()
    probability: float | None = None
    no_speech: float | None = None
    flags: tuple[str, ...] = ()
    speaker_guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """How a transcript came to be.

    Attributes:
        origin: Machine, imported, ...
        engine: The speech engine, as ``faster-whisper``, for a machine's.
        model: The name of its model.
        model_sha256: The digest of the model's weights.
        notice: A warning that goes wherever the words go, as for the demo model.
        by: Who interpreted or translated, by the name they agreed to.
        date: The day they did, ISO 8601.
        options: The engine's options, as written in commands.
        file_name: The imported file's name.
        file_format: The imported file's format, as ``srt``.
        repairs: What had to be mended on import, one sentence each (English).
        speakers: What told the speakers apart, if a machine did, and how.
    """

    origin: Origin
    engine: str = ""
    model: str = ""
    model_sha256: str = ""
    notice: str = ""
    by: str = ""
    date: str = ""
    options: dict[str, str | int | float | bool] | None = None
    file_name: str = ""
    file_format: str = ""
    repairs: tuple[str, ...] = ()
    speakers: dict[str, str | int] | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """An interpreter who says what a part of the clip means.

    Attributes:
        start: Milliseconds from the clip's beginning: the part that is interpreted.
        end: Milliseconds.
        path: The file, relative to the library (``interpretations/…``).
        sha256: Of the file's bytes, in hexadecimal.
    """

    start: int
    end: int
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The timed words of a clip.

    Attributes:
        language: BCP 47 tag, as ``fr``; empty if unknown.
        language_probability: The engine's confidence when it detected it.
        segments: In order of start.
        source: Where the words come from; ``None`` while a format that cannot
            say so is being read.
        clip: The clip, once it belongs to one.
        id: As ``t-…``, once it is kept.
        recordings: Of the interpreter, for an oral translation, in order. Its words
            share the time of their part as they shared that of the recording.
    """

    segments: tuple[Segment, ...]
    language: str = ""
    language_probability: float | None = None
    source: Source | None = None
    clip: ClipId | None = None
    id: TranscriptId | None = None
    recordings: tuple[Recording, ...] = ()

    @property
    def text(self) -> str:
        """All that is said, a line a segment."""
        return "\n".join(segment.text for segment in self.segments)
