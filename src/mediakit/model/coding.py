"""A coding: a theme applied to a clip, or to a range of it, by someone."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, CodingId, ThemeId
from mediakit.model.possible import verify_range
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """A theme applied to what a clip says.

    Attributes:
        id: As ``k-…``.
        clip: What was coded.
        theme: What it is about.
        range: Where; ``None`` means the whole clip.
        memo: Why.

    Raises:
        ValueError: The range is none.
    """

    id: CodingId
    clip: ClipId
    theme: ThemeId
    range: TimeRange | None = None
    memo: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.range is not None:
            verify_range(self.range)
