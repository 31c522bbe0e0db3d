"""What is asked of the index, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mediakit.model.ids import TranscriptId
from mediakit.model.spans import Spans
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.search.highlight import Mark
from mediakit.search.query import Query

WHOLE = TimeRange(-(1 << 62), 1 << 62)
"""All of a recording, whatever its end is."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where to look in a transcript.

    Attributes:
        ranges: In segments that overlap one of these; separate and in order.
        closed: But in none that overlaps one of these; likewise.
    """

    ranges: Spans
    closed: Spans = ()


Scope = Mapping[TranscriptId, Look]
"""The transcripts to look in, and where in each."""


class Key(StrEnum):
    """What tells one place from another, to count passages."""

    SPEAKER = "speaker"
    LANGUAGE = "language"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage was found; empty or 0 what was not asked for.

    Attributes:
        transcript: In whose words.
        speaker: Who says it, as the transcript calls them.
        language: Its BCP 47 tag.
        start: Milliseconds.
        end: Milliseconds.
    """

    transcript: TranscriptId
    speaker: str = ""
    language: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked.

    Attributes:
        query: The words.
        scope: Where to look; ``None`` is everywhere.
        language: BCP 47 tag that a segment's tag begins with, or empty.
        limit: How many passages are wanted at most; ``None`` is all.
        context: How many segments before and after each.
        near: The words typed must stand with at most so many others between them.
        similar: Words that sound like those typed will do.
        by: What to tell places apart by, to count passages; ``None`` counts nothing.
    """

    query: Query
    scope: Scope | None = None
    language: str = ""
    limit: int | None = None
    context: int = 0
    near: int | None = None
    similar: bool = False
    by: frozenset[Key] | None = None


class Order(StrEnum):
    """How the passages of an answer were found, and in which order they come."""

    BEST_FIRST = "best-first"
    """Single segments; where the words are rarest and closest comes first."""
    TOO_MANY = "too-many"
    """More single segments than can be told apart, here or in the whole library: those
    that say the words in a row, then the others, as the library holds them."""
    IN_A_ROW = "in-a-row"
    """No single segment, but two in a row, as the library holds them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What was found: a segment, or two in a row made one.

    Attributes:
        transcript: Whose words they are.
        said: What is said; its language is filled in, its words are not.
        marks: Which characters of its text were looked for.
        before: The segments before it.
        after: The segments after it.
    """

    transcript: TranscriptId
    said: Segment
    marks: tuple[Mark, ...]
    before: tuple[Segment, ...] = ()
    after: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found.

    Attributes:
        total: How many passages there are in all.
        order: How they were found, and which come first.
        passages: As many as were wanted.
        counts: How many there are at each place, if that was asked.
        alike: Whether other words were said that sound like those looked for.
        not_kept: Why no index could be kept on disk, or empty.
    """

    total: int
    order: Order
    passages: tuple[Passage, ...]
    counts: Mapping[Place, int] = field(default_factory=dict)
    alike: bool = False
    not_kept: str = ""
