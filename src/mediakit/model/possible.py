"""What the records of a catalog cannot say, whoever wrote it.

A catalog can be edited by hand, and come from a stranger. Days are compared as text,
and a range that goes backwards overlaps nothing: read as they are, such values would
open what is closed. Others become names of files, or words of commands.
"""

import re
from collections.abc import Iterable
from datetime import date

from mediakit.errors.base import Reason, sentence
from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.model.language import normalize_tag
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


def verify_codes(codes: Iterable[str]) -> None:
    """Verify that codes of items are letters and digits, and none is there twice.

    Raises:
        ValueError: One is not, or is there twice.
    """
    known: set[str] = set()
    for code in codes:
        if code in known or not re.fullmatch("[A-Z0-9]{1,12}", code, re.ASCII):
            text = sentence("'{code}' is no code of an item, or is there twice")
            raise ValueError(Reason(text, code=code))
        known.add(code)


def verify_tags(tags: Iterable[str]) -> None:
    """Verify that *tags* are language tags.

    Raises:
        ValueError: One is not.
    """
    for tag in tags:
        try:
            normalize_tag(tag)
        except LanguageNotUnderstood as error:
            text = sentence("'{tag}' is no language tag")
            raise ValueError(Reason(text, tag=tag)) from error


def verify_time(milliseconds: int) -> None:
    """Verify that something takes no less than no time.

    Raises:
        ValueError: It does.
    """
    if milliseconds < 0:
        text = sentence("{time} milliseconds is no time that something takes")
        raise ValueError(Reason(text, time=milliseconds))
