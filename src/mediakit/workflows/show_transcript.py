"""Show a transcript to the team, without the words that consent closes to it too."""

from dataclasses import replace

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import shown_words


def show_transcript(
    library: Library, catalog: Catalog, record: TranscriptRecord, purpose: Purpose
) -> Transcript:
    """Return the words of a transcript; of closed segments only their times.

    Raises:
        MediakitError: The transcript cannot be read; see `load_transcript`.
    """
    transcript = load_transcript(library, record)
    shown = shown_words(catalog.read(), purpose, record.clip, transcript.segments)
    return replace(transcript, segments=shown)
