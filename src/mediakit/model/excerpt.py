"""An excerpt: a named range of a clip, not a file until it is cut."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, ExcerptId
from mediakit.model.possible import verify_range
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A range of a clip that somebody chose.

    Attributes:
        id: As ``x-…``.
        clip: The clip it belongs to.
        range: Where it lies in the clip.
        title: What people call it.
        quote: The words it was chosen by, if it was chosen by words.

    Raises:
        ValueError: The range is none.
    """

    id: ExcerptId
    clip: ClipId
    range: TimeRange
    title: str = ""
    quote: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_range(self.range)
