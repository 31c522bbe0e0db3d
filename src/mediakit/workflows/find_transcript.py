"""Find the transcript that a person means: by its own id, or the clip's current one."""

from mediakit.catalog.catalog import Catalog, Records
from mediakit.catalog.records import kind_of
from mediakit.errors.transcripts import TranscriptMissing, TranscriptNotChosen
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.ids import normalize_id
from mediakit.model.language import normalize_tag, primary
from mediakit.model.transcript_record import Origin, TranscriptRecord


def find_transcript(
    catalog: Catalog, typed: str, *, language: str = "", origin: Origin | None = None
) -> TranscriptRecord:
    """Return a transcript by its id, or the current one of the clip with that id.

    Args:
        catalog: The catalog.
        typed: The id of a transcript or of a clip.
        language: A tag, to choose among the clip's; ``fr`` is also ``fr-ML``.
        origin: Where its words come from, to choose among the clip's.

    Raises:
        ClipNotFound: The id is no transcript's, and no clip has it.
        TranscriptNotFound: No transcript has this id.
        TranscriptMissing: The clip has none yet.
        TranscriptNotChosen: It has none in this language, or of this origin.
        LanguageNotUnderstood: The language is no tag.
    """
    tag = normalize_tag(language) if language else ""
    records = catalog.read()
    if normalize_id(typed).startswith(f"{kind_of(TranscriptRecord).letter}-"):
        return records.find(TranscriptRecord, typed)
    clip = records.find(Clip, typed)
    found = preferred(_of(records, clip))
    if not found:
        raise TranscriptMissing(clip=clip.id)
    for record in found:
        same_language = tag in {"", record.language, primary(record.language)}
        if same_language and origin in {None, record.origin}:
            return record
    raise TranscriptNotChosen(clip=clip.id)


def transcripts_of(catalog: Catalog, typed: str) -> list[TranscriptRecord]:
    """Return every transcript of a clip, oldest first.

    Raises:
        ClipNotFound: No clip has this id.
    """
    records = catalog.read()
    return _of(records, records.find(Clip, typed))


def _of(records: Records, clip: Clip) -> list[TranscriptRecord]:
    return [t for t in records.all(TranscriptRecord) if t.clip == clip.id]
