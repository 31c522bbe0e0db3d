"""What a person should check first: what is about to be used, then what is in doubt."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.leaving import spoken
from mediakit.model.spans import without
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import Origin, TranscriptRecord


class Wanted(StrEnum):
    """What somebody wants to use words for, the most pressing first.

    Attributes:
        FILM: They are in a film on paper: anybody may hear them.
        PLAYLIST: They are on a playlist, to be shown.
        STRONG: They are a strong quote.
        CUT: They were cut, or put into a film.
    """

    FILM = "film"
    PLAYLIST = "playlist"
    STRONG = "strong"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A segment that nobody has checked against the recording.

    Attributes:
        record: The transcript.
        number: The segment, counted from 1.
        segment: What it says.
        wanted: What it is about to be used for, the most pressing first.
        confidence: How sure the machine was, 0 to 1, if it said.
    """

    record: TranscriptRecord
    number: int
    segment: Segment
    wanted: tuple[Wanted, ...]
    confidence: float | None


def is_to_check(record: TranscriptRecord) -> bool:
    """Tell whether a transcript has words that nobody has checked as a whole."""
    return not record.is_checked and record.origin is not Origin.SEGMENTS


def is_checked(record: TranscriptRecord, segment: Segment) -> bool:
    """Tell whether a person checked all of a segment by itself."""
    return not without([spoken(segment)], record.checked_parts)


def confidence(segment: Segment) -> float | None:
    """Return how sure the machine was of a segment, or of its words on average."""
    if segment.probability is not None:
        return segment.probability
    known = [w.probability for w in segment.words if w.probability is not None]
    return sum(known) / len(known) if known else None


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Return what is waiting, the most pressing first.

    What is wanted comes before what is not, and then by what it is wanted for; then
    what has doubts before what has none, and the least sure first. Where a machine
    did not say how sure it was, that comes last; among equals, the order stays.
    """
    pressing = list(Wanted)
    return sorted(
        waiting,
        key=lambda one: (
            pressing.index(one.wanted[0]) if one.wanted else len(pressing),
            not one.segment.flags,
            1.0 if one.confidence is None else one.confidence,
        ),
    )
