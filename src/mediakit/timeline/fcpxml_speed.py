"""How fast FCPXML plays something: what of its source a shot takes."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from xml.etree.ElementTree import Element

from mediakit.errors.base import sentence
from mediakit.model.frame_rate import RATES
from mediakit.timeline.fcpxml_resources import seconds
from mediakit.timeline.found import Found
from mediakit.timeline.reading import Reading

_NAMES = {"23.98": "23.976"}


def as_played(reading: Reading, item: Element, made: Found, film: Fraction) -> Found:
    """Return a shot with what of its source it takes, at the speed it is played.

    Args:
        reading: Notes it where that is not its own.
        item: The element, with its map of times.
        made: The shot as it were at its own speed.
        film: Frames a second of the film.
    """
    times = item.find("timeMap")
    if times is not None:
        return _mapped(reading, times, made)
    conform = item.find("conform-rate")
    if conform is None or conform.get("scaleEnabled", "1") == "0":
        return made
    said = conform.get("srcFrameRate", "")
    own = RATES.get(_NAMES.get(said, said))
    if own is None or own == film:
        return made
    # programs fit some rates to the film's by playing them faster or slower
    reading.note(made.track, made.at, sentence("its speed may be fitted to the film's"))
    share = max(Fraction(1), film / own)
    return replace(made, lasts=made.lasts * share, is_sure=False)


def _mapped(reading: Reading, times: Element, made: Found) -> Found:
    points = sorted(
        (seconds(one.get("time", "")), seconds(one.get("value", "")))
        for one in times.findall("timept")
    )
    if len(points) < 2:  # noqa: PLR2004 a line has two ends
        reading.note(made.track, made.at, sentence("its speed is not understood"))
        return replace(made, is_sure=False)
    begin, end = made.start, made.start + made.length
    moments = [begin, end, *(time for time, _value in points if begin < time < end)]
    values = [_value_at(points, time) for time in moments]
    lasts = max(values) - min(values)
    share = lasts / made.length if made.length else Fraction(1)
    reading.retimed(made.track, made.at, share)
    return replace(made, start=min(values), lasts=lasts, is_sure=False)


def _value_at(points: list[tuple[Fraction, Fraction]], time: Fraction) -> Fraction:
    """Return what moment of a source is seen at a time, between the nearest points."""
    for (begin, first), (end, last) in pairwise(points):
        if begin <= time <= end and end > begin:
            return first + (time - begin) * (last - first) / (end - begin)
    return points[0][1] if time < points[0][0] else points[-1][1]
