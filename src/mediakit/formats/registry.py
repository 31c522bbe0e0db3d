"""Every transcript format, and how a file's own is found."""

from dataclasses import dataclass
from typing import NoReturn

from mediakit.errors import (
    TranscriptEmpty,
    TranscriptFormatUnknown,
    TranscriptOutsideClip,
    TranscriptTooLarge,
)
from mediakit.formats import native, plain_text, srt, tsv, vtt, whisper_json
from mediakit.formats.base import Draft, TranscriptFormat
from mediakit.formats.letters import decode
from mediakit.formats.mend import mend
from mediakit.formats.repairs import Repair
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment

FORMATS: tuple[TranscriptFormat, ...] = (
    native,
    srt,
    vtt,
    plain_text,
    tsv,
    whisper_json,
)
NAMES = tuple(fmt.NAME for fmt in FORMATS)

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


def format_named(name: str) -> TranscriptFormat:
    """Return the format people call *name*."""
    return next(fmt for fmt in FORMATS if name == fmt.NAME)


def find_format(text: str, file: str) -> TranscriptFormat:
    """Return the format a text is in, by its content, else by its file's name.

    Raises:
        TranscriptFormatUnknown: Neither says.
    """
    for fmt in FORMATS:
        if fmt.recognizes(text):
            return fmt
    for fmt in FORMATS:
        if file.lower().endswith(fmt.SUFFIXES):
            return fmt
    raise TranscriptFormatUnknown(file=file, formats=", ".join(NAMES))


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
        TranscriptTooNew: A newer mediakit wrote it.
        TranscriptEmpty: Nothing is said in it.
        TranscriptOutsideClip: All of it lies after the clip's end.
    """
    if len(content) > LARGEST:
        _refuse_size(file)
    text, misread = decode(content, file, language)
    fmt = format_named(name) if name else find_format(text, file)
    draft = fmt.read(text, file)
    if len(draft.cues) > MOST_SEGMENTS:
        _refuse_size(file)
    segments, mended = mend(draft.cues, duration)
    if not segments:
        if any(cue.segment.text.strip() for cue in draft.cues):
            raise TranscriptOutsideClip(file=file, end=format_time(duration))
        raise TranscriptEmpty(file=file)
    repairs = (*misread, *draft.repairs, *mended)
    return Reading(
        fmt.NAME, draft, segments, tuple(sorted(repairs, key=lambda r: r.line))
    )


def _refuse_size(file: str) -> NoReturn:
    raise TranscriptTooLarge(
        file=file, megabytes=LARGEST // 1_000_000, segments=MOST_SEGMENTS
    )
