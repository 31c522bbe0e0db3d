"""Import a transcript that was made elsewhere, mending what can be mended."""

import contextlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.transcripts import TranscriptLanguageNeeded
from mediakit.files import read_whole
from mediakit.formats.registry import LARGEST, Reading, read_bytes
from mediakit.formats.repairs import english
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.language import normalize_tag
from mediakit.model.transcript import Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.load_transcript import load_transcript


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to.

    Attributes:
        record: The transcript, new or there already.
        reading: What was read, and what was mended to read it.
        is_new: Whether the clip did not have the same words yet.
    """

    record: TranscriptRecord
    reading: Reading
    is_new: bool


@dataclass(frozen=True, slots=True)
class Readable:
    """A file that was read, and not kept yet.

    Attributes:
        transcript: Its words, with their clip.
        reading: What was read, and what was mended to read it.
        state: How far people have checked it.
    """

    transcript: Transcript
    reading: Reading
    state: State


def import_transcript(
    library: Library,
    catalog: Catalog,
    typed: str,
    path: Path,
    *,
    format_name: str = "",
    language: str = "",
    origin: Origin | None = None,
    by: str = "",
    day: str = "",
) -> Imported:
    """Read a transcript file and keep its words with a clip.

    Args:
        library: Where the transcript's own file goes.
        catalog: Where it is recorded.
        typed: The clip's id.
        path: The file to read.
        format_name: The format's name; empty to find it.
        language: A tag; empty for the file's own, or the clip's only one.
        origin: Where the words come from; ``None`` for what the file says, or
            imported.
        by: Who translated it, if the words are a translation.
        day: ISO 8601 day on which they did.

    Raises:
        ClipNotFound: No clip has this id.
        MediakitError: The file cannot be read; see `read_transcript`.
    """
    clip = catalog.read().find(Clip, typed)
    readable = read_transcript(
        clip,
        path,
        format_name=format_name,
        language=language,
        origin=origin,
        by=by,
        day=day,
    )
    return keep_words(library, catalog, readable)


def read_transcript(
    clip: Clip,
    path: Path,
    *,
    format_name: str = "",
    language: str = "",
    origin: Origin | None = None,
    by: str = "",
    day: str = "",
) -> Readable:
    """Read a transcript file of a clip; the arguments are `import_transcript`'s.

    Raises:
        ReadFailed: The file cannot be read.
        TranscriptLanguageNeeded: Nothing says which language it is in.
        MediakitError: The file cannot be understood; see `read_bytes`.
    """
    tag = normalize_tag(language) if language else ""
    reading = read_bytes(
        read_whole(path, most=LARGEST + 1),
        path.name,
        duration=clip.media.duration,
        name=format_name,
        language=tag or " ".join(clip.languages[:1]),
    )
    source = _source(reading, path, origin)
    if by:
        source = replace(source, by=by, date=day)
    transcript = Transcript(
        segments=reading.segments,
        language=tag or _language(reading, clip, source.origin, path),
        source=source,
        clip=clip.id,
    )
    return Readable(transcript, reading, _state(source, origin))


def keep_words(library: Library, catalog: Catalog, readable: Readable) -> Imported:
    """Keep what was read, unless the clip has the same words.

    Raises:
        ClipNotFound: The clip is no longer in the catalog.
        WriteFailed: The words could not be written; nothing is recorded.
    """
    transcript = readable.transcript
    with catalog.change() as change:
        there = same_words(library, change, transcript)
        if there is not None:
            return Imported(there, readable.reading, is_new=False)
        record = put_transcript(library, change, transcript, state=readable.state)
    return Imported(record, readable.reading, is_new=True)


def same_words(
    library: Library, records: Records, transcript: Transcript
) -> TranscriptRecord | None:
    """Return the clip's transcript that says the same, if it has one."""
    for record in records.all(TranscriptRecord):
        if (record.clip, record.language, record.segments) != (
            transcript.clip,
            transcript.language,
            len(transcript.segments),
        ):
            continue
        if record.by != (transcript.source.by if transcript.source else ""):
            continue
        # one that cannot be read is for 'check' to report, and not the same
        with contextlib.suppress(MediakitError):
            if load_transcript(library, record).segments == transcript.segments:
                return record
    return None


def _source(reading: Reading, path: Path, origin: Origin | None) -> Source:
    said = reading.draft.source or Source(origin=Origin.IMPORTED)
    return replace(
        said,
        origin=origin or said.origin,
        file_name=os.fsencode(path.name).decode("utf-8", "replace"),
        file_format=reading.format,
        repairs=english(reading.repairs, reading.draft.place),
    )


def _state(source: Source, said: Origin | None) -> State:
    """Return how far people have checked words: a file alone proves nothing."""
    if said is Origin.CORRECTED:
        return State.CHECKED
    is_machines = source.origin in {Origin.MACHINE, Origin.MACHINE_TRANSLATION}
    if is_machines or (source.engine and said is None):
        return State.MACHINE
    return State.UNCHECKED


def _language(reading: Reading, clip: Clip, origin: Origin, path: Path) -> str:
    if reading.draft.language:
        return normalize_tag(reading.draft.language)
    # the clip's language is exactly what a translation is not in
    if len(clip.languages) == 1 and not origin.is_translation:
        return clip.languages[0]
    raise TranscriptLanguageNeeded(file=path.name)
