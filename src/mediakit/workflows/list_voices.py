"""List who is heard and seen in a clip."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.person import Person
from mediakit.model.spans import Spans, without
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice


@dataclass(frozen=True, slots=True)
class ListedVoice:
    """A voice, with who it is; ``None`` where nobody can be recognised."""

    voice: Voice
    person: Person | None
    range: TimeRange


@dataclass(frozen=True, slots=True)
class ClipVoices:
    """Who is in a clip.

    Attributes:
        clip: Which.
        voices: By time.
        unknown: The parts of which nobody has said who is in them.
    """

    clip: Clip
    voices: tuple[ListedVoice, ...]
    unknown: Spans


def list_voices(catalog: Catalog, typed: str) -> ClipVoices:
    """Return who is heard and seen in a clip, by time.

    Raises:
        ClipNotFound, IdAmbiguous: The clip is not found.
    """
    records = catalog.read()
    clip = records.find(Clip, typed)
    people = {person.id: person for person in records.all(Person)}
    whole = TimeRange(0, clip.media.duration)
    voices = [
        ListedVoice(
            voice,
            people.get(voice.person) if voice.person else None,
            voice.range or whole,
        )
        for voice in records.all(Voice)
        if voice.clip == clip.id
    ]
    return ClipVoices(
        clip,
        tuple(sorted(voices, key=lambda listed: (listed.range, listed.voice.id))),
        without((whole,), (listed.range for listed in voices)),
    )
