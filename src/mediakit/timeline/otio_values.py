"""Times, rates and parts of OpenTimelineIO's JSON, whichever program wrote it."""

import functools
import math
from collections import deque
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeGuard

from mediakit.errors.base import Reason, sentence
from mediakit.model.frame_rate import RATES
from mediakit.timeline.reading import bounded, exact_rate

OURS = "mediakit"
"""The name of our own metadata."""

NESTED = {"Stack", "Track", "Sequence", "Timeline"}
_MEDIA = "DEFAULT_MEDIA"


# Any, here and below: JSON of another program
def media_of(item: Any) -> dict[str, Any]:
    """Return the media of a clip: since version 2 it has several."""
    some = item.get("media_references")
    if isinstance(some, dict):
        found = some.get(str(item.get("active_media_reference_key", _MEDIA)))
    else:
        found = item.get("media_reference")
    return found if isinstance(found, dict) else {}


def available_of(media: Any) -> dict[str, Any] | None:
    """Return what there is of media, where it can be counted.

    Kdenlive 26.08 tells of files of sound that they have 0 frames a second.
    """
    found = media.get("available_range")
    start = found.get("start_time") if isinstance(found, dict) else None
    if isinstance(start, dict) and start.get("rate") == 0:
        return None
    return found if isinstance(found, dict) else None


def overlap(beside: Any, key: str) -> Fraction:
    """Return by how much a transition beside an item makes it longer."""
    if schema_of(beside) != "Transition" or not isinstance(beside.get(key), dict):
        return Fraction(0)
    return max(Fraction(0), seconds(beside[key]))


def length_of(item: Any) -> Fraction:
    """Return how long an item lasts, by itself or by what is in it."""
    own = item.get("source_range")
    if isinstance(own, dict):
        return max(Fraction(0), seconds(part_of(own, "duration")))
    schema = schema_of(item)
    if schema == "Clip":
        available = available_of(media_of(item))
        if available is not None:
            return max(Fraction(0), seconds(part_of(available, "duration")))
    elif schema == "Timeline":
        return length_of(part_of(item, "tracks"))
    elif schema == "Stack":
        return max(map(length_of, children_of(item)), default=Fraction(0))
    elif schema in NESTED:
        some = (one for one in children_of(item) if schema_of(one) != "Transition")
        return functools.reduce(_together, map(length_of, some), Fraction(0))
    return Fraction(0)


def _together(first: Fraction, second: Fraction) -> Fraction:
    return bounded(first + second)


def start_of(item: Any) -> Fraction:
    """Return the moment of an item with which it begins."""
    own = item.get("source_range")
    return seconds(part_of(own, "start_time")) if isinstance(own, dict) else Fraction(0)


def first_rate(stack: Any) -> Fraction:
    """Return the rate of the first length that is told; 25 if none is."""
    todo = deque([stack])
    while todo:
        item = todo.popleft()
        own = item.get("source_range")
        if isinstance(own, dict):
            return rate_of(part_of(own, "duration"))
        some = item.get("children")
        if isinstance(some, list):
            todo.extend(one for one in some if isinstance(one, dict))
    return RATES["25"]


def seconds(time: Any) -> Fraction:
    """Return a time, exactly.

    Raises:
        ValueError: It is none, or beyond any film.
    """
    value = time.get("value") if isinstance(time, dict) else None
    if not is_number(value):
        raise ValueError(Reason(sentence("it has no '{key}'"), key="value"))
    return bounded(Fraction(value) / rate_of(time))


def rate_of(time: Any) -> Fraction:
    """Return the frames a second by which a time is counted.

    Raises:
        ValueError: They are not there, or are none.
    """
    rate = time.get("rate") if isinstance(time, dict) else None
    if not is_number(rate):
        raise ValueError(Reason(sentence("it has no '{key}'"), key="rate"))
    return exact_rate(Fraction(rate))


def is_number(value: Any) -> TypeGuard[float]:
    """Tell whether something is a number that can be reckoned with."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value)


def ours_of(item: Any) -> Mapping[str, Any]:
    """Return our own metadata."""
    metadata = item.get("metadata")
    ours = metadata.get(OURS) if isinstance(metadata, dict) else None
    return ours if isinstance(ours, dict) else {}


def schema_of(item: Any) -> str:
    """Return what an item is, as ``Clip``, whichever version."""
    name = item.get("OTIO_SCHEMA") if isinstance(item, dict) else ""
    return str(name or "").partition(".")[0]


def part_of(element: Any, key: str) -> dict[str, Any]:
    """Return an object within another.

    Raises:
        ValueError: It is not there.
    """
    found = element.get(key) if isinstance(element, dict) else None
    if not isinstance(found, dict):
        raise ValueError(Reason(sentence("it has no '{key}'"), key=key))  # noqa: TRY004 bad input, as the rest
    return found


def children_of(element: Any) -> list[dict[str, Any]]:
    """Return what lies in an item, in order.

    Raises:
        ValueError: Nothing can.
    """
    found = element.get("children") if isinstance(element, dict) else None
    if not isinstance(found, list) or not all(isinstance(x, dict) for x in found):
        raise ValueError(Reason(sentence("it has no '{key}'"), key="children"))
    return found
