"""A coding: a theme applied to a clip, or to a range of it, by someone."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, CodingId, ThemeId
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
    """

    id: CodingId
    clip: ClipId
    theme: ThemeId
    range: TimeRange | None = None
    memo: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None
