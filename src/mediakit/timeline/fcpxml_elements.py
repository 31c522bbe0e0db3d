"""Elements of FCPXML: which is chosen, how long it is, what lies at its edges."""

import bisect
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.timeline.fcpxml_resources import seconds
from mediakit.timeline.found import Found

_NONE = Fraction(0)


def chosen(item: Element) -> Element:
    """Return the first of several takes, which is the one that was chosen."""
    if item.tag != "audition":
        return item
    return next((one for one in item if "duration" in one.attrib), item)


def split_edit(
    item: Element, begin: Fraction, length: Fraction
) -> tuple[Fraction, Fraction]:
    """Return how much later than its picture its sound begins, and how long it is."""
    first = item.get("audioStart")
    shift = seconds(first) - begin if first else _NONE
    lasts = item.get("audioDuration")
    return shift, seconds(lasts) if lasts else length


def covered(
    spans: list[tuple[Fraction, Fraction]], cut: Fraction
) -> tuple[Fraction, Fraction]:
    """Return how long before a cut, and after it, the transition over it lasts."""
    place = bisect.bisect_right(spans, (cut, cut)) - 1
    begin, end = spans[place] if place >= 0 else (cut, cut)
    return (cut - begin, end - cut) if begin <= cut <= end else (_NONE, _NONE)


def longer(one: Found, before: Fraction, after: Fraction) -> Found:
    """Return what lies at an edge with what a transition shows more of it."""
    if not (before or after) or one.source is None:
        return one
    share = one.lasts / one.length if one.length else Fraction(1)
    return replace(
        one,
        at=one.at - before,
        length=one.length + before + after,
        start=one.start - before * share,
        lasts=one.lasts + (before + after) * share,
    )


def holding(item: Element, some: Iterable[Element]) -> Element:
    """Return an element with some of what it holds."""
    made = Element(item.tag)
    made.extend(some)
    return made


def track_name(lane: int, letter: str) -> str:
    """Return the track of what lies above the spine, or below it."""
    number = max(lane, 0) + 1 if letter == "V" else max(-lane, 1)
    return f"{letter}{number}"
