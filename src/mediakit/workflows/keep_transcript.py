"""Keep a transcript: its words in a file, its record in the catalog."""

import hashlib
from collections import Counter
from dataclasses import replace

from mediakit.catalog.catalog import Catalog, Change
from mediakit.files import write_durably
from mediakit.formats import native
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.spans import Spans
from mediakit.model.stamp import Stamp
from mediakit.model.transcript import Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord


def keep_transcript(
    library: Library, catalog: Catalog, transcript: Transcript, *, state: State
) -> TranscriptRecord:
    """Write the file of a transcript that belongs to a clip, and record it.

    Raises:
        ClipNotFound: The clip is not in the catalog, or no longer.
        WriteFailed: The file could not be written; nothing is recorded.
    """
    with catalog.change() as change:
        return put_transcript(library, change, transcript, state=state)


def put_transcript(
    library: Library,
    change: Change,
    transcript: Transcript,
    *,
    state: State,
    replaces: TranscriptId | None = None,
    checked: Stamp | None = None,
    checked_parts: Spans = (),
) -> TranscriptRecord:
    """Do as `keep_transcript` does, as part of a change that is under way.

    The file comes first: whatever dies afterwards leaves at most a file that no
    record names, never a record without its file.

    Raises:
        ClipNotFound: The clip is not in the catalog, or no longer.
        WriteFailed: The file could not be written; nothing is recorded.
    """
    if transcript.clip is None:
        raise ValueError("a transcript is kept with its clip")
    # it may have been removed while its words were being found
    clip = change.get(Clip, transcript.clip).id
    id_ = TranscriptId(change.new_id(TranscriptRecord))
    path = f"{library.transcripts.name}/{id_}{native.SUFFIXES[0]}"
    content = native.write(replace(transcript, id=id_)).encode()
    write_durably(library.resolve(path), content)
    record = _record(transcript, clip, id_, path, content, state)
    return change.put(
        replace(record, replaces=replaces, checked=checked, checked_parts=checked_parts)
    )


def _record(
    transcript: Transcript,
    clip: ClipId,
    id_: TranscriptId,
    path: str,
    content: bytes,
    state: State,
) -> TranscriptRecord:
    source = transcript.source or Source(origin=Origin.IMPORTED)
    return TranscriptRecord(
        id=id_,
        clip=clip,
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        language=transcript.language,
        origin=source.origin,
        state=state,
        segments=len(transcript.segments),
        engine=source.engine,
        model=source.model,
        notice=source.notice,
        by=source.by,
        date=source.date,
        flags=dict(Counter(flag for s in transcript.segments for flag in s.flags)),
        guessed_speakers=sum(s.speaker_guessed for s in transcript.segments),
    )
