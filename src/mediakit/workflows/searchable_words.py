"""The words of transcripts, as the index keeps them up to date."""

import os
from collections.abc import Iterable
from dataclasses import replace

from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.check import TranscriptFileMissing
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.files import reason
from mediakit.library import Library
from mediakit.model.current import same_words
from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.search.question import WHOLE


def searchable(transcript: Transcript, record: TranscriptRecord) -> Transcript:
    """Return a transcript as the index takes it.

    Raises:
        TranscriptJsonUnreadable: Its times are those of no recording.
    """
    for segment in transcript.segments:
        if max(abs(segment.start), abs(segment.end)) >= WHOLE.end:
            reason = Reason(
                sentence("no recording has a segment from {start} to {end} ms"),
                start=segment.start,
                end=segment.end,
            )
            raise TranscriptJsonUnreadable(file=record.path, reason=reason)
    return replace(transcript, language=transcript.language or record.language)


def versions_of(
    library: Library, transcripts: Iterable[TranscriptRecord]
) -> tuple[dict[TranscriptId, str], dict[TranscriptId, MediakitError]]:
    """Return what tells one state of a transcript's file from another."""
    versions: dict[TranscriptId, str] = {}
    missing: dict[TranscriptId, MediakitError] = {}
    for record in transcripts:
        # a thousand Paths cost more than the search
        path = os.path.join(library.root, record.path)  # noqa: PTH118 see above
        try:
            file = os.stat(path)  # noqa: PTH116 see above
        except FileNotFoundError:
            missing[record.id] = TranscriptFileMissing(transcript=record.id, path=path)
        except OSError as error:
            missing[record.id] = ReadFailed(path=path, reason=reason(error))
        else:
            parts = (record.sha256, record.language, file.st_size, file.st_mtime_ns)
            versions[record.id] = " ".join(map(str, parts))
    return versions, missing


def heirs_of(
    known: Iterable[TranscriptRecord], current: Iterable[TranscriptRecord]
) -> dict[TranscriptId, TranscriptId]:
    """Return what is searched in the place of transcripts that are not current."""
    best = {same_words(record): record.id for record in current}
    chosen = frozenset(best.values())
    return {
        record.id: best[same_words(record)]
        for record in known
        if record.id not in chosen and same_words(record) in best
    }
