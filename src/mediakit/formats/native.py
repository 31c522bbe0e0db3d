"""The library's own transcripts: JSON that keeps everything, a line a word.

Fields that hold nothing are not written. Fields that a newer mediakit added are
skipped when reading; they stay in the file, which is never written again.
"""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import msgspec

from mediakit.errors.transcripts import TranscriptJsonUnreadable, TranscriptTooNew
from mediakit.formats.base import Cue, Draft
from mediakit.model.transcript import Transcript

NAME = "json"
SUFFIXES = (".json",)
HOLDS_NOTES = True

FORMAT = "mediakit-transcript"
VERSION = 1


class _Head(msgspec.Struct):
    format: str = ""
    version: int = VERSION


def recognizes(text: str) -> bool:
    """Tell whether *text* is JSON that says it is a transcript of mediakit's."""
    # looked for first, because decoding a large file costs more
    if FORMAT not in text:
        return False
    try:
        return msgspec.json.decode(text, type=_Head).format == FORMAT
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues.

    Raises:
        TranscriptJsonUnreadable: It is no JSON, or no transcript.
        TranscriptTooNew: It is, but of a later format that cannot be understood.
    """
    transcript = read_whole(text, file)
    return Draft(
        cues=tuple(
            Cue(number, segment)
            for number, segment in enumerate(transcript.segments, start=1)
        ),
        language=transcript.language,
        source=transcript.source,
        place="segment",
    )


def read_whole(text: str, file: str) -> Transcript:
    """Turn the text of a file into the transcript it was written from.

    Raises:
        TranscriptJsonUnreadable: It is no JSON, or no transcript.
        TranscriptTooNew: It is, but of a later format that cannot be understood.
    """
    try:
        head = msgspec.json.decode(text, type=_Head)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise TranscriptJsonUnreadable(file=file, reason=str(error)) from error
    try:
        return msgspec.json.decode(text, type=Transcript)
    except (msgspec.MsgspecError, RecursionError) as error:
        if head.version > VERSION:
            raise TranscriptTooNew(
                file=file, found=head.version, known=VERSION
            ) from error
        raise TranscriptJsonUnreadable(file=file, reason=str(error)) from error


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file; nothing is lost."""
    # Any: what JSON can hold
    head: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    head |= {"notes": list(notes)} if notes else {}
    head |= _filled(transcript)
    segments = head.pop("segments", [])
    lines = [f"  {_json(key)}: {_json(value)}," for key, value in head.items()]
    body = ",".join(f"\n    {_segment(segment)}" for segment in segments)
    return "\n".join(["{", *lines, f'  "segments": [{body}\n  ]', "}", ""])


def _segment(segment: dict[str, Any]) -> str:
    words = segment.pop("words", ())
    if not words:
        return _json(segment)
    lines = ",\n".join(f"      {_json(word)}" for word in words)
    return f'{_json(segment)[:-1]}, "words": [\n{lines}\n    ]}}'


# Any: records, and what JSON can hold
def _filled(value: Any) -> Any:
    """Turn a record into dictionaries without the fields that hold their default."""
    if isinstance(value, tuple):
        return [_filled(item) for item in value]
    if not is_dataclass(value):
        return value
    return {
        field.name: _filled(found)
        for field in fields(value)
        if (found := getattr(value, field.name)) != field.default
    }


def _json(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
