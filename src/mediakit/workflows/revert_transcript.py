"""Go back to an earlier version of a transcript, without losing the later ones."""

from collections.abc import Sequence

from mediakit.catalog.catalog import Catalog
from mediakit.errors.corrections import VersionUnrelated
from mediakit.library import Library
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript, versions
from mediakit.workflows.load_transcript import load_transcript


def revert_transcript(
    library: Library, catalog: Catalog, record: TranscriptRecord, version: str
) -> TranscriptRecord:
    """Make the words of an earlier version those of a new one, and return it.

    They come from where they came from then, and people have checked them as far:
    what was checked since were other words.

    Raises:
        TranscriptNotFound: No transcript has the id *version*.
        VersionUnrelated: It is no version of this transcript.
        TranscriptReplaced: Somebody corrected the transcript meanwhile.
        MediakitError: Its words cannot be read; see `load_transcript`.
    """
    records = catalog.read()
    line = versions(records, record)
    wanted = records.find(TranscriptRecord, version)
    if wanted not in line:
        known = ", ".join(one.id for one in line)
        raise VersionUnrelated(version=wanted.id, transcript=record.id, versions=known)
    words = load_transcript(library, wanted)

    def correction(transcript: Transcript) -> Sequence[Segment]:
        del transcript
        return words.segments

    def sourced(source: Source) -> Source:
        return words.source or source

    return correct_transcript(
        library,
        catalog,
        line[-1],
        correction,
        recordings=words.recordings,
        sourced=sourced,
        checked_as=wanted,
    )
