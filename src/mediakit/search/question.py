"""What is asked of the index, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import TranscriptId
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.search.highlight import Mark
from mediakit.search.query import Query

Scope = Mapping[TranscriptId, tuple[TimeRange, ...]]
"""Where to look: in these transcripts, in segments that overlap these ranges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked.

    Attributes:
        query: The words.
        scope: Where to look; ``None`` is everywhere.
        language: BCP 47 tag that a segment's tag begins with, or empty.
        limit: How many passages are wanted at most; ``None`` is all.
        context: How many segments before and after each.
    """

    query: Query
    scope: Scope | None = None
    language: str = ""
    limit: int | None = None
    context: int = 0


class Order(StrEnum):
    """How the passages of an answer were found, and in which order they come."""

    BEST_FIRST = "best-first"
    """Single segments; where the words are rarest and closest comes first."""
    TOO_MANY = "too-many"
    """More single segments than can be told apart, as the library holds them."""
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
        not_kept: Why no index could be kept on disk, or empty.
    """

    total: int
    order: Order
    passages: tuple[Passage, ...]
    not_kept: str = ""
