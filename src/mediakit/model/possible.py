"""What the records of a catalog cannot say, whoever wrote it.

A catalog can be edited by hand, and come from a stranger. Days are compared as text,
and a range that goes backwards overlaps nothing: read as they are, such values would
open what is closed.
"""

from datetime import date

from mediakit.errors.base import Reason, sentence
from mediakit.model.timecode import TimeRange


def verify_day(day: str) -> None:
    """Verify that *day* is an ISO 8601 day that exists.

    Raises:
        ValueError: It is not, and is not written as ``2026-03-01``.
    """
    try:
        written = date.fromisoformat(day).isoformat()
    except ValueError:
        written = ""
    if not day or written != day:
        raise ValueError(Reason(sentence("'{day}' is no day, as 2026-03-01"), day=day))


def verify_range(range_: TimeRange, *, least: int = 1) -> None:
    """Verify that a range lies after its clip's beginning, and does not go backwards.

    Args:
        range_: The range.
        least: The fewest milliseconds it may last.

    Raises:
        ValueError: It is no such range.
    """
    if range_.start < 0 or range_.duration < least:
        raise ValueError(
            Reason(
                sentence("from {start} to {end} is no part of a clip"),
                start=range_.start,
                end=range_.end,
            )
        )
