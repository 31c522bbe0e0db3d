"""Keep an oral translation: its takes become a new version, the old one stays."""

from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.interpretation import with_takes
from mediakit.model.transcript import Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.correct_transcript import newest_version
from mediakit.workflows.find_segments import Original
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.note_takes import Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who puts what is spoken into which language, and when.

    Attributes:
        language: BCP 47 tag.
        by: The name they agreed to.
        day: ISO 8601.
    """

    language: str
    by: str
    day: str


@dataclass(frozen=True, slots=True)
class Interpreted:
    """An interpretation as it is now.

    Attributes:
        record: The newest version.
        missing: The numbers of the segments that nothing is about yet.
    """

    record: TranscriptRecord
    missing: list[int]


def own_translation(
    records: Records, clip: Clip, terms: Terms, origin: Origin
) -> TranscriptRecord | None:
    """Return the newest translation of a clip by the same person, if there is one."""
    known = [
        one
        for one in records.all(TranscriptRecord)
        if (one.clip, one.origin) == (clip.id, origin)
        and (one.language, one.by) == (terms.language, terms.by)
    ]
    return newest_version(records, known[-1]) if known else None


def load_own(
    library: Library, catalog: Catalog, original: Original, terms: Terms
) -> Transcript:
    """Return an interpreter's words as they are; without segments if there are none.

    Raises:
        MediakitError: They cannot be read; see `load_transcript`.
    """
    own = own_translation(catalog.read(), original.clip, terms, Origin.ORAL_TRANSLATION)
    return load_transcript(library, own) if own else Transcript(segments=())


def keep_interpretation(
    library: Library, catalog: Catalog, original: Original, terms: Terms, notes: Notes
) -> Interpreted | None:
    """Make a version of what was noted; return nothing if nothing ever was.

    Words that a machine heard are a machine's until somebody has checked them.

    Raises:
        ClipNotFound: The clip was removed meanwhile.
        WriteFailed: The version could not be written; the notes stay.
        MediakitError: The version before cannot be read; see `load_transcript`.
    """
    noted = notes.read()
    clip, originals = original.clip, original.segments
    with catalog.change() as change:
        own = own_translation(change, clip, terms, Origin.ORAL_TRANSLATION)
        before = load_transcript(library, own) if own else Transcript(segments=())
        segments, recordings = with_takes(
            originals,
            (before.segments, before.recordings),
            (note.take for note in noted),
        )
        if (segments, recordings) != (before.segments, before.recordings):
            sources = [note.source for note in noted]
            source = _source(before.source, sources)
            transcript = Transcript(
                clip=clip.id,
                language=terms.language,
                segments=segments,
                recordings=recordings,
                source=source,
            )
            own = put_transcript(
                library,
                change,
                transcript,
                state=State.MACHINE if source.engine else State.UNCHECKED,
                replaces=own.id if own else None,
            )
    notes.discard()
    return Interpreted(own, original.missing(segments)) if own else None


def _source(before: Source | None, sources: list[Source]) -> Source:
    """Return how a version came to be: with the last model that was used for it."""
    with_engine = [one for one in (before, *sources) if one and one.engine]
    last = sources[-1]
    if not with_engine:
        return last
    return replace(with_engine[-1], by=last.by, date=last.date)
