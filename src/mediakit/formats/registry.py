"""Every transcript format, and how a file's own is found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.errors.transcripts import (
    TranscriptEmpty,
    TranscriptFormatUnknown,
    TranscriptOutsideClip,
    TranscriptTooLarge,
)
from mediakit.formats import (
    docx,
    elan,
    native,
    nvivo,
    otranscribe,
    plain_text,
    srt,
    textgrid,
    tsv,
    ttml,
    vtt,
    whisper_json,
)
from mediakit.formats.base import Draft, TranscriptFormat
from mediakit.formats.claims import believable, believable_source
from mediakit.formats.letters import decode
from mediakit.formats.mend import mend
from mediakit.formats.repairs import Repair
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment, Transcript

Format = TranscriptFormat[str] | TranscriptFormat[bytes]

# what says clearly what it is comes first
TEXTS: tuple[TranscriptFormat[str], ...] = (
    native,
    elan,
    ttml,
    textgrid,
    otranscribe,
    srt,
    vtt,
    tsv,
    nvivo,
    plain_text,
    whisper_json,
)
BINARIES: tuple[TranscriptFormat[bytes], ...] = (docx,)
FORMATS: tuple[Format, ...] = (*TEXTS, *BINARIES)

# what people may call the format that their program reads
ALSO_CALLED = {"f4": "txt", "maxqda": "txt", "atlasti": "txt", "praat": "textgrid"}
NAMES = (*(fmt.NAME for fmt in FORMATS), *ALSO_CALLED)

# a day without a pause is 40,000 segments and 5 MB
LARGEST = 20_000_000
MOST_SEGMENTS = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A transcript file, read and mended.

    Attributes:
        format: The name of the format it is in.
        draft: What it says of its language and source.
        segments: In order, inside the clip.
        repairs: What had to be mended, in the file's order.
    """

    format: str
    draft: Draft
    segments: tuple[Segment, ...]
    repairs: tuple[Repair, ...]


def format_named(name: str) -> Format:
    """Return the format people call *name*."""
    named = ALSO_CALLED.get(name, name)
    return next(fmt for fmt in FORMATS if named == fmt.NAME)


def write_bytes(name: str, transcript: Transcript, notes: Sequence[str] = ()) -> bytes:
    """Turn a transcript into a file of the format people call *name*."""
    written = format_named(name).write(transcript, notes)
    return written.encode() if isinstance(written, str) else written


def too_large(file: str) -> TranscriptTooLarge:
    """Return what is wrong with a file that no transcript can be as large as."""
    return TranscriptTooLarge(
        file=file, megabytes=LARGEST // 1_000_000, segments=MOST_SEGMENTS
    )


def is_named_as_transcript(file: str) -> bool:
    """Tell whether a file's name ends as transcripts' names do."""
    return any(_has_suffix(fmt, file) for fmt in FORMATS)


def stem_of(file: str) -> str:
    """Return the name of a file without the end that says its format."""
    suffixes = [suffix for fmt in FORMATS for suffix in fmt.SUFFIXES]
    found = [s for s in suffixes if file.lower().endswith(s.lower())]
    return file[: -max(map(len, found))] if found else file


def read_bytes(
    content: bytes, file: str, *, duration: int, name: str = "", language: str = ""
) -> Reading:
    """Read a transcript file of a clip and mend what can be mended.

    Args:
        content: The whole file.
        file: What errors call it.
        duration: Of the clip, in milliseconds.
        name: The format's name; empty to find it.
        language: The words' BCP 47 tag, to guess an old encoding by.

    Raises:
        TranscriptTooLarge: No transcript has so many bytes or segments.
        TranscriptNotText: It is no text.
        TranscriptFormatUnknown: It is in no format known here.
        TranscriptLineUnreadable: A line cannot be understood.
        TranscriptJsonUnreadable: It is broken JSON, or holds something else.
        TranscriptDocumentUnreadable: It is broken or hostile XML, or a document
            that is.
        TranscriptTooNew: A newer mediakit wrote it.
        TranscriptEmpty: Nothing is said in it.
        TranscriptOutsideClip: All of it lies after the clip's end.
    """
    if len(content) > LARGEST:
        raise too_large(file)
    found, draft, misread = _draft(content, file, name, language)
    if len(draft.cues) > MOST_SEGMENTS:
        raise too_large(file)
    if draft.source:
        draft = replace(draft, source=believable_source(draft.source))
    segments, mended = mend(draft.cues, duration)
    segments = tuple(map(believable, segments))
    if not segments:
        if any(cue.segment.text.strip() for cue in draft.cues):
            raise TranscriptOutsideClip(file=file, end=format_time(duration))
        raise TranscriptEmpty(file=file)
    repairs = (*misread, *draft.repairs, *mended)
    return Reading(found, draft, segments, tuple(sorted(repairs, key=lambda r: r.line)))


def _draft(
    content: bytes, file: str, name: str, language: str
) -> tuple[str, Draft, tuple[Repair, ...]]:
    """Return a file's format, what it holds, and how its letters were mended."""
    wanted = ALSO_CALLED.get(name, name)
    for binary in BINARIES:
        if wanted == binary.NAME or (not wanted and binary.recognizes(content)):
            return binary.NAME, binary.read(content, file), ()
    text, misread = decode(content, file, language)
    fmt = _text_format(text, file, wanted)
    return fmt.NAME, fmt.read(text, file), misread


def _text_format(text: str, file: str, name: str) -> TranscriptFormat[str]:
    """Return the format of a text: as named, by its content, else by its file's name.

    Raises:
        TranscriptFormatUnknown: Nothing says.
    """
    for fmt in TEXTS:
        if name == fmt.NAME or (not name and fmt.recognizes(text)):
            return fmt
    for fmt in TEXTS:
        if _has_suffix(fmt, file):
            return fmt
    raise TranscriptFormatUnknown(file=file, formats=", ".join(NAMES))


def _has_suffix(fmt: Format, file: str) -> bool:
    return file.lower().endswith(tuple(map(str.lower, fmt.SUFFIXES)))
