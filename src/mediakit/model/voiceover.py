"""A voice-over: an excerpt said again in another language, by an interpreter."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, ExcerptId, VoiceoverId
from mediakit.model.possible import verify_range
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiceover:
    """A recording that is heard over an excerpt, which is quieter meanwhile.

    Attributes:
        id: As ``vo-…``.
        clip: What it was said over.
        range: Which part: it is said from the start of this range on.
        excerpt: The excerpt it was said for.
        language: BCP 47 tag of what is said.
        by: Who says it, as they agreed to be called, or empty.
        path: The recording, relative to the library, with forward slashes.
        sha256: Of its bytes, in hexadecimal.
        duration: Milliseconds.
    """

    id: VoiceoverId
    clip: ClipId
    range: TimeRange
    excerpt: ExcerptId
    language: str
    by: str = ""
    path: str
    sha256: str
    duration: int
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_range(self.range)

    def fits(self, clip: ClipId, part: TimeRange) -> bool:
        """Tell whether it is heard whole, and in its time, over a part of a clip."""
        # what is longer than its range is silent there
        said = min(self.duration, self.range.duration)
        begins = (self.clip, self.range.start) == (clip, part.start)
        return begins and said <= part.duration
