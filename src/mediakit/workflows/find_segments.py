"""Find the segments that are to be interpreted or translated: those of the original."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.catalog.records import kind_of
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.ids import normalize_id
from mediakit.model.leaving import Shown
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.settings import Library
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose, pass_gate


@dataclass(frozen=True, slots=True)
class Original:
    """What is spoken in a clip, with or without its words.

    Attributes:
        clip: The clip.
        record: The transcript whose segments these are.
        segments: In order; their numbers are counted from 1.
    """

    clip: Clip
    record: TranscriptRecord
    segments: tuple[Segment, ...]


def clip_of(records: Records, typed: str) -> Clip:
    """Return the clip that was typed, or the one of the transcript that was.

    Raises:
        ClipNotFound: No clip has this id.
        TranscriptNotFound: No transcript has it.
    """
    if normalize_id(typed).startswith(f"{kind_of(TranscriptRecord).letter}-"):
        return records.get(Clip, records.find(TranscriptRecord, typed).clip)
    return records.find(Clip, typed)


def find_segments(
    library: Library, catalog: Catalog, typed: str, purpose: Purpose
) -> Original | None:
    """Return the segments of a transcript, or those of a clip as it is spoken.

    Those that people or machines wrote down come before those without words; there
    may be none at all yet.

    Raises:
        ClipNotFound: No clip has this id.
        TranscriptNotFound: No transcript has it.
        ConsentRefused, ConsentWithdrawn: The clip is closed to this purpose.
        MediakitError: The words cannot be read; see `load_transcript`.
    """
    records = catalog.read()
    clip = clip_of(records, typed)
    pass_clip(records, clip, purpose)
    for record in _candidates(records, clip, typed):
        segments = load_transcript(library, record).segments
        return Original(clip, record, segments)
    return None


def pass_clip(records: Records, clip: Clip, purpose: Purpose) -> None:
    """Ask the gate whether a clip may be listened to.

    Raises:
        ConsentRefused, ConsentWithdrawn: It is closed to this purpose.
    """
    whole = TimeRange(0, max(clip.media.duration, 1))
    pass_gate(records, purpose, ((clip.id, whole),), Shown.SOUND)


def _candidates(records: Records, clip: Clip, typed: str) -> list[TranscriptRecord]:
    if normalize_id(typed).startswith(f"{kind_of(TranscriptRecord).letter}-"):
        return [records.find(TranscriptRecord, typed)]
    written = [one for one in records.all(TranscriptRecord) if one.clip == clip.id]
    return [
        record
        for record in preferred(written)
        # where a model heard nobody, the voice may still have been found
        if record.segments
        and (record.origin.is_speech or record.origin is Origin.SEGMENTS)
    ]
