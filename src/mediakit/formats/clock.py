"""Times as people and programs type them beside words, as ``0:01:23.4``."""

import re

CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[-.,](\d{1,9}))?"

_ALONE = re.compile(CLOCK, re.ASCII)


def milliseconds(
    hours: str | None, minutes: str, seconds: str, fraction: str | None
) -> int:
    """Return the milliseconds of a time's parts; a fraction is one of a second."""
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "").ljust(3, "0")[:3])


def parse_clock(text: str) -> int | None:
    """Return the milliseconds of a time that stands alone, if *text* is one."""
    match = _ALONE.fullmatch(text.strip())
    return milliseconds(*match.groups()) if match else None
