"""Compare two versions of a transcript."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.errors.corrections import VersionMissing
from mediakit.model.difference import Difference, differences
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.settings import Library
from mediakit.workflows.load_transcript import load_transcript


@dataclass(frozen=True, slots=True)
class Compared:
    """Two transcripts, and what differs.

    Attributes:
        before: The one.
        after: The other.
        differences: In order.
    """

    before: TranscriptRecord
    after: TranscriptRecord
    differences: tuple[Difference, ...]


def compare_versions(
    library: Library, catalog: Catalog, record: TranscriptRecord, other: str
) -> Compared:
    """Compare a transcript with another, or with the version that it corrects.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript.
        other: An id; empty for the version before.

    Raises:
        VersionMissing: It corrects none, and no other was named.
        TranscriptNotFound: There is none with the id *other*.
        MediakitError: The words of one cannot be read; see `load_transcript`.
    """
    records = catalog.read()
    if other:
        before, after = record, records.find(TranscriptRecord, other)
    elif record.replaces is None:
        raise VersionMissing(transcript=record.id)
    else:
        before, after = records.get(TranscriptRecord, record.replaces), record
    found = differences(
        load_transcript(library, before), load_transcript(library, after)
    )
    return Compared(before, after, tuple(found))
