"""Find the transcript that a person means: by its own id, or the newest of a clip."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors import TranscriptMissing
from mediakit.model.clip import Clip
from mediakit.model.ids import normalize_id
from mediakit.model.transcript import TranscriptRecord

_OF_TRANSCRIPTS = "t-"


def find_transcript(catalog: Catalog, typed: str) -> TranscriptRecord:
    """Return a transcript by its id, or the newest of the clip with that id.

    Raises:
        ClipNotFound: The id is no transcript's, and no clip has it.
        TranscriptNotFound: No transcript has this id.
        TranscriptMissing: The clip has none yet.
    """
    records = catalog.read()
    if normalize_id(typed).startswith(_OF_TRANSCRIPTS):
        return records.find(TranscriptRecord, typed)
    clip = records.find(Clip, typed)
    found = [t for t in records.all(TranscriptRecord) if t.clip == clip.id]
    if not found:
        raise TranscriptMissing(clip=clip.id)
    return found[-1]


def transcripts_of(catalog: Catalog, typed: str) -> list[TranscriptRecord]:
    """Return every transcript of a clip, oldest first.

    Raises:
        ClipNotFound: No clip has this id.
    """
    records = catalog.read()
    clip = records.find(Clip, typed)
    return [t for t in records.all(TranscriptRecord) if t.clip == clip.id]
