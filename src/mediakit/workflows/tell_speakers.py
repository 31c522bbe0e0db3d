"""Tell the speakers of a transcript apart by their voices, with a machine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.engines.speakers import Diariser
from mediakit.errors.corrections import TranscriptReplaced
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.leaving import Shown
from mediakit.model.speakers import attributed, is_named
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript, newest_version
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.read_sound import sound_of


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a transcript.

    Attributes:
        record: The new version, or the old one if nothing was changed.
        changed: Whether there is a new version.
        voices: How many voices are heard in the clip.
        speakers: The labels of those who speak in it, the first one first.
        named: How many segments a person named.
    """

    record: TranscriptRecord
    changed: bool
    voices: int
    speakers: tuple[str, ...]
    named: int


def tell_speakers(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    diariser: Diariser,
    purpose: Purpose,
    *,
    count: int | None = None,
    again: bool = False,
) -> Iterator[float | Told]:
    """Label who speaks in each segment of a transcript, in a new version of it.

    What people corrected while the machine was listening is corrected in that too.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript.
        diariser: Tells voices apart.
        purpose: To have a machine process them.
        count: How many people speak; found out if not given.
        again: Label what a person named too.

    Yields:
        How far it is, 0 to 1, now and then; what became of it at the end.

    Raises:
        ConsentRefused, ConsentWithdrawn: Somebody did not agree to a machine.
        EngineFailed: The diariser stopped.
        TranscriptReplaced: It is not the newest version.
        WriteFailed: The file could not be written; nothing is recorded.
        MediakitError: The sound or the words cannot be read.
    """
    records = catalog.read()
    newest = newest_version(records, record)
    if newest.id != record.id:
        raise TranscriptReplaced(transcript=record.id, newest=newest.id, kept="-")
    clip = records.get(Clip, record.clip)
    _pass(records, clip, purpose)
    turns = yield from diariser.turns(sound_of(library, clip), count)
    facts = diariser.facts | ({"count": count} if count else {})

    def correction(transcript: Transcript) -> Sequence[Segment]:
        # somebody may have refused while the machine was listening
        _pass(catalog.read(), clip, purpose)
        return attributed(transcript.segments, turns, again=again)

    def sourced(source: Source) -> Source:
        return replace(source, speakers=facts)

    newest = newest_version(catalog.read(), record)
    new = correct_transcript(library, catalog, newest, correction, sourced=sourced)
    segments = load_transcript(library, new).segments
    yield Told(
        new,
        changed=new.id != newest.id,
        voices=len({turn.speaker for turn in turns}),
        speakers=tuple(dict.fromkeys(s.speaker for s in segments if s.speaker)),
        named=sum(map(is_named, segments)),
    )


def _pass(records: Records, clip: Clip, purpose: Purpose) -> None:
    whole = TimeRange(0, max(clip.media.duration, 1))
    pass_gate(records, purpose, ((clip.id, whole),), Shown.SOUND)
