"""Say who is heard or seen in a part of a clip."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.people import SpeakerNotFound
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.ids import PersonId, VoiceId
from mediakit.model.person import Person
from mediakit.model.spans import Spans, within
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.turns import turns_of
from mediakit.model.voice import Voice
from mediakit.workflows.came_back import put_voices, voices_taken_over
from mediakit.workflows.find_passage import passage_between
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.provenance import copies_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where somebody is heard or seen, as typed; the whole clip if nothing is.

    Attributes:
        start: When it begins.
        end: When it ends.
        speaker: A label in the clip's transcript instead of times.
        heard: Whether the voice can be heard.
        seen: Whether the person can be seen.
    """

    start: str = ""
    end: str = ""
    speaker: str = ""
    heard: bool = True
    seen: bool = True


def add_voices(
    library: Library,
    catalog: Catalog,
    clip: str,
    people: Sequence[str],
    where: Where,
) -> list[Voice]:
    """Record who is heard or seen, and return it.

    Said again of the same person and part, it replaces what was said before. It is
    recorded of what was made of the clip and came back, too.

    Args:
        library: Where the transcripts are.
        catalog: The records.
        clip: The clip.
        people: Who, all of them everywhere; nobody if it is empty, which says that
            somebody looked and nobody can be recognised.
        where: When, and how.

    Raises:
        ClipNotFound, PersonNotFound, IdAmbiguous: A record is not found.
        TimeNotUnderstood: A time is none.
        RangeReversed: The end is not after the start.
        RangeBeyondClip: The end lies after that of the clip.
        SpeakerNotFound: No transcript of the clip has this speaker.
        MediakitError: A transcript cannot be read; see `load_transcript`.
    """
    parts = _parts(library, catalog, clip, where)
    with catalog.change() as change:
        found = change.find(Clip, clip)
        known = {
            (voice.person, voice.range): voice
            for voice in change.all(Voice)
            if voice.clip == found.id
        }
        said: list[Voice] = []
        for person in _people(change, people):
            for part in parts:
                voice = known.get((person, part)) or Voice(
                    id=VoiceId(change.new_id(Voice)),
                    clip=found.id,
                    person=person,
                    range=part,
                )
                heard, seen, speaker = where.heard, where.seen, where.speaker
                voice = replace(voice, heard=heard, seen=seen, speaker=speaker)
                said.append(change.put(voice))
        for copy, use in copies_of(change, found.id):
            put_voices(change, voices_taken_over(said, copy, use))
        return said


def _people(records: Records, typed: Sequence[str]) -> list[PersonId | None]:
    """Return everybody who was named once, or nobody."""
    found = dict.fromkeys(records.find(Person, one).id for one in typed)
    return [*found] or [None]


def _parts(
    library: Library, catalog: Catalog, typed: str, where: Where
) -> Sequence[TimeRange | None]:
    if where.speaker:
        return _turns(library, catalog.read(), typed, where.speaker)
    if where.start or where.end:
        return [passage_between(catalog, typed, where.start, where.end).range]
    return [None]


def _turns(library: Library, records: Records, typed: str, speaker: str) -> Spans:
    """Return when a speaker has the word, in the first transcript that knows them."""
    clip = records.find(Clip, typed)
    whole = TimeRange(0, clip.media.duration)
    of_clip = [t for t in records.all(TranscriptRecord) if t.clip == clip.id]
    speakers: dict[str, None] = {}
    for record in preferred(of_clip):
        segments = load_transcript(library, record).segments
        if turns := within(turns_of(segments, speaker), whole):
            return turns
        speakers |= dict.fromkeys(s.speaker for s in segments if s.speaker)
    known = ", ".join(speakers) or "-"
    raise SpeakerNotFound(clip=clip.id, speaker=speaker, speakers=known)
