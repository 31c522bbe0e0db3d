"""Find the segments that are to be interpreted or translated: those of the original."""

from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.catalog.records import kind_of
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.ids import normalize_id
from mediakit.model.interpretation import missing
from mediakit.model.leaving import Shown, is_withheld, spoken
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose, pass_gate, pass_parts
from mediakit.workflows.withhold_words import withholding


@dataclass(frozen=True, slots=True)
class Original:
    """What is spoken in a clip, with or without its words.

    Attributes:
        clip: The clip.
        record: The transcript whose segments these are.
        segments: In order; their numbers are counted from 1. Of those that are closed
            to the team only the times are there.
    """

    clip: Clip
    record: TranscriptRecord
    segments: tuple[Segment, ...]

    def missing(self, done: Iterable[Segment]) -> list[int]:
        """Return the numbers of the open segments that nothing is about."""
        numbers = missing(self.segments, done)
        return [n for n in numbers if not is_withheld(self.segments[n - 1])]


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
    may be none at all yet. What is closed to this purpose is withheld.

    Raises:
        ClipNotFound: No clip has this id.
        TranscriptNotFound: No transcript has it.
        ConsentRefused, ConsentWithdrawn: All of it is closed to this purpose.
        MediakitError: The words cannot be read; see `load_transcript`.
    """
    records = catalog.read()
    clip = clip_of(records, typed)
    for record in _candidates(records, clip, typed):
        said = [(clip.id, one) for one in load_transcript(library, record).segments]
        parts = tuple((clip.id, spoken(one)) for _clip, one in said)
        passed = pass_parts(records, purpose, parts, Shown.SOUND | Shown.WORDS)
        shown = withholding(passed)
        return Original(clip, record, tuple(shown(*one) for one in said))
    pass_clip(records, clip, purpose)
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
