"""A playlist: excerpts in order, with the question to ask after each."""

from dataclasses import dataclass, field, replace

from mediakit.model.ids import ClipId, ExcerptId, PlaylistId, SessionId
from mediakit.model.possible import (
    verify_codes,
    verify_range,
    verify_tags,
    verify_time,
)
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaylistItem:
    """One thing a room is shown, and what it is asked then.

    Attributes:
        code: What it is called on a wall card: short, the same for as long as it is
            in the playlist, no other item's.
        clip: What is shown.
        range: Which part of it.
        excerpt: The excerpt it was chosen as.
        titles: What the room may read of it, by language tag.
        questions: What the room is asked after it, by language tag.
        notes: What only the facilitator reads, by language tag.
        pause: Milliseconds set aside for talking after it.

    Raises:
        ValueError: The code, the range, a language or the pause is none.
    """

    code: str
    clip: ClipId
    range: TimeRange
    excerpt: ExcerptId | None = None
    titles: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    pause: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_codes([self.code])
        verify_range(self.range)
        verify_tags((*self.titles, *self.questions, *self.notes))
        verify_time(self.pause)

    @property
    def wordless(self) -> "PlaylistItem":
        """The same without titles, questions and notes: they repeat what was said."""
        return replace(self, titles={}, questions={}, notes={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Playlist:
    """What is to be shown to a room, or to any room like it.

    Attributes:
        id: As ``pl-…``.
        title: What the team calls it.
        session: The session it is prepared for, if there is one yet.
        scope: The rung of consent it is shown under.
        budget: Milliseconds there are for all of it; 0 is not said.
        items: In the order they are shown.

    Raises:
        ValueError: Two items have one code, or the budget is none.
    """

    id: PlaylistId
    title: str
    session: SessionId | None = None
    scope: str
    budget: int = 0
    items: tuple[PlaylistItem, ...] = ()
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_codes(item.code for item in self.items)
        verify_time(self.budget)

    @property
    def duration(self) -> int:
        """Milliseconds that showing and talking take."""
        return sum(item.range.duration + item.pause for item in self.items)
