"""Compare two versions of a transcript."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.corrections import VersionMissing
from mediakit.library import Library
from mediakit.model.difference import Difference, differences
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import ask_for_words, withholding


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
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    other: str,
    purpose: Purpose,
) -> Compared:
    """Compare a transcript with another, or with the version that it corrects.

    Of segments that are closed to this purpose, only their times are told.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript.
        other: An id; empty for the version before.
        purpose: What it is for.

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
    found = [*differences(*(load_transcript(library, one) for one in (before, after)))]
    return Compared(before, after, _shown(records, purpose, (before, after), found))


def _shown(
    records: Records,
    purpose: Purpose,
    compared: tuple[TranscriptRecord, TranscriptRecord],
    found: Sequence[Difference],
) -> tuple[Difference, ...]:
    """Return differences without the words that are closed."""
    one, other = (record.clip for record in compared)
    said = [(one, segment) for each in found for segment in each.before]
    said += [(other, segment) for each in found for segment in each.after]
    shown = withholding(ask_for_words(records, purpose, said))
    return tuple(
        Difference(
            tuple(shown(one, segment) for segment in each.before),
            tuple(shown(other, segment) for segment in each.after),
        )
        for each in found
    )
