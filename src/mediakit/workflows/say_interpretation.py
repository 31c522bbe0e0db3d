"""Make a voice-over of an oral translation: its recordings, each where it belongs."""

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reason
from mediakit.errors.interpreting import RecordingLost
from mediakit.errors.voiceovers import NothingInterpreted
from mediakit.files import checksum, is_file
from mediakit.library import Library
from mediakit.media.probe import probe
from mediakit.media.rendering.takes import TimedTake, write_takes
from mediakit.model.excerpt import Excerpt
from mediakit.model.language import normalize_tag
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Recording
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.check_recordings import CHANGED, MISSING
from mediakit.workflows.correct_transcript import newest_version
from mediakit.workflows.keep_voiceover import Kept, keep_voiceover, open_excerpt
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.stage_copies import staging


def say_interpretation(
    library: Library,
    catalog: Catalog,
    typed: str,
    *,
    language: str,
    by: str = "",
    purpose: Purpose,
) -> Kept:
    """Keep what an interpreter said of an excerpt, segment by segment, as a voice-over.

    Each recording is heard when its segment is spoken, or right after the one before
    it where that takes longer.

    Args:
        library: Where the recordings are.
        catalog: The records.
        typed: The excerpt.
        language: BCP 47 tag of what the interpreter speaks.
        by: Whose interpretation; the newest if empty.
        purpose: For whom; see `for_the_team`.

    Raises:
        NothingInterpreted: There is no such interpretation, or none of the excerpt.
        RecordingLost: A recording is missing or changed.
        MediakitError: It cannot be kept; see `keep_voiceover`.
    """
    tag = normalize_tag(language)
    records = catalog.read()
    excerpt = open_excerpt(records, typed, purpose)
    record = _interpretation(records, excerpt, tag, by)
    takes = _takes(library, excerpt, record) if record else []
    if record is None or not takes:
        raise NothingInterpreted(excerpt=excerpt.id, clip=excerpt.clip, language=tag)
    with staging(library.incoming_voiceovers) as folder:
        path = folder / "voiceover.wav"
        write_takes(takes, path)
        return keep_voiceover(
            library,
            catalog,
            excerpt.id,
            path,
            language=record.language,
            by=record.by,
            purpose=purpose,
        )


def _interpretation(
    records: Records, excerpt: Excerpt, tag: str, by: str
) -> TranscriptRecord | None:
    known = [
        one
        for one in records.all(TranscriptRecord)
        if (one.clip, one.origin) == (excerpt.clip, Origin.ORAL_TRANSLATION)
        and one.language == tag
        and by in {"", one.by}
    ]
    return newest_version(records, known[-1]) if known else None


def _takes(
    library: Library, excerpt: Excerpt, record: TranscriptRecord
) -> list[TimedTake]:
    recordings = load_transcript(library, record).recordings
    return [
        _take(library, excerpt, record, one)
        for one in recordings
        if _is_of(one, excerpt.range)
    ]


def _is_of(recording: Recording, range_: TimeRange) -> bool:
    """Tell whether more than half of what a recording is about is in a range."""
    within = min(recording.end, range_.end) - max(recording.start, range_.start)
    return 2 * within > recording.end - recording.start


def _take(
    library: Library, excerpt: Excerpt, record: TranscriptRecord, one: Recording
) -> TimedTake:
    path = library.resolve(one.path)
    if not library.owns(path) or not is_file(path):
        raise RecordingLost(
            path=str(path), transcript=record.id, reason=Reason(MISSING)
        )
    if checksum(path) != one.sha256:
        raise RecordingLost(
            path=str(path), transcript=record.id, reason=Reason(CHANGED)
        )
    start = max(0, one.start - excerpt.range.start)
    return TimedTake(path, probe(path).duration, start)
