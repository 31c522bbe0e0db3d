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
        range: Where, in time: whatever becomes of a transcript, it stays. ``None``
            means that the clip is sorted by the theme, nobody said where.
        memo: Why.
        coder: Who coded it, where that is somebody else than who recorded it.
        strong: It is worth quoting: a strong quote.
        coded_on: When it was coded, ISO 8601 in UTC, where that is not when it was
            recorded.
        search: What was searched for, if it was coded by a search.
        earlier: What it was coded with before themes were merged or split.

    Raises:
        ValueError: The range is none.
    """

    id: CodingId
    clip: ClipId
    theme: ThemeId
    range: TimeRange | None = None
    memo: str = ""
    coder: str = ""
    coded_on: str = ""
    strong: bool = False
    search: str = ""
    earlier: tuple[ThemeId, ...] = ()
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.range is not None:
            verify_range(self.range)

    @property
    def coded_by(self) -> str:
        """Who coded it."""
        return self.coder or (self.created.by if self.created else "")

    @property
    def coded_at(self) -> str:
        """When it was coded."""
        return self.coded_on or (self.created.at if self.created else "")

    def within(self, duration: int) -> TimeRange:
        """Return where it is in a clip of so many milliseconds."""
        return self.range or TimeRange(0, duration)
