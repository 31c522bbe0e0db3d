"""A coding as tables and tiers have it: a passage, its theme, and what is said."""

from dataclasses import dataclass

from mediakit.model.session import Session
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemedPassage:
    """A coding with everything that goes along with it.

    Attributes:
        coding: Its id.
        clip: That of its clip.
        title: What the clip may be called.
        range: Where, or ``None`` for all of it.
        duration: Of the clip, in milliseconds.
        theme: The path of its theme.
        label: What that is called.
        coder: Who coded it.
        strong: Whether it is a strong quote.
        memo: Why it was coded so.
        text: What is said there.
        session: Where the clip was recorded.
    """

    coding: str
    clip: str
    title: str
    range: TimeRange | None
    duration: int
    theme: str
    label: str
    coder: str = ""
    strong: bool = False
    memo: str = ""
    text: str = ""
    session: Session | None = None

    @property
    def time(self) -> TimeRange:
        """When it is."""
        return self.range or TimeRange(0, self.duration)
