"""A voice: a time range of a clip in which a person is heard or seen."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, PersonId, VoiceId
from mediakit.model.possible import verify_range
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who is heard or seen in a part of a clip; several may be at once.

    Attributes:
        id: As ``v-…``.
        clip: Where.
        person: Who; ``None`` says that somebody looked, and nobody can be
            recognised here: a landscape, a title, music.
        range: When; ``None`` means the whole clip.
        heard: Whether the voice can be heard.
        seen: Whether the person can be seen.
        speaker: The transcript's label it was found by, or empty.

    Raises:
        ValueError: The range is none.
    """

    id: VoiceId
    clip: ClipId
    person: PersonId | None
    range: TimeRange | None = None
    heard: bool = True
    seen: bool = True
    speaker: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.range is not None:
            verify_range(self.range)
