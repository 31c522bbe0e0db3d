"""What recorders write beside pictures and sound: dates, timecodes, places."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.model.language import normalize_tag

_DATES = ("com.apple.quicktime.creationdate", "creation_time", "date_recorded", "date")
_EARLIEST_YEAR = 1990  # clocks that were never set say 1904, 1970 or 1980
_DAY = len("2026-03-01")
_TIMECODE = re.compile(r"\d\d:\d\d:\d\d[:;.]\d\d", re.ASCII)
_PLACE = re.compile(r"location|iso6709|gps|latitude|longitude|xyz", re.IGNORECASE)
_PLACE_TRACK = re.compile(r"gopro met|gps|dji|camera ?metadata ?motion", re.IGNORECASE)


def recorded(tags: Mapping[str, str]) -> str:
    """Return the date the recorder wrote, ISO 8601, or an empty text."""
    lower = {key.lower(): value for key, value in tags.items()}
    for key in _DATES:
        text = lower.get(key, "").strip()
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        if moment.year < _EARLIEST_YEAR:
            continue
        if len(text) == _DAY:
            return text
        return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
    return ""


def timecode(every: Iterable[Mapping[str, str]]) -> str:
    """Return the first start timecode in some sets of tags, or an empty text."""
    for tags in every:
        for key, value in tags.items():
            if key.lower() == "timecode" and _TIMECODE.fullmatch(value):
                return value
    return ""


def has_position(every: Iterable[Mapping[str, str]]) -> bool:
    """Tell whether some sets of tags speak of coordinates."""
    return any(
        _PLACE.search(key)
        or (key.lower() == "handler_name" and _PLACE_TRACK.search(value))
        for tags in every
        for key, value in tags.items()
    )


def language(tags: Mapping[str, str]) -> str:
    """Return a track's language tag, or an empty text."""
    text = tags.get("language", "und")
    try:
        return (
            "" if text in {"und", "unk", "zxx", "mis", "mul"} else normalize_tag(text)
        )
    except LanguageNotUnderstood:
        return ""
