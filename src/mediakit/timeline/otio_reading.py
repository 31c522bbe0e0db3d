"""Read where things lie in OpenTimelineIO's JSON, of any version of its schemas."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from mediakit.errors.base import Reason, sentence
from mediakit.timeline.addresses import as_path
from mediakit.timeline.base import nearest
from mediakit.timeline.found import Found, ReadBack, Source, laid_into
from mediakit.timeline.otio_values import (
    NESTED,
    available_of,
    children_of,
    first_rate,
    is_number,
    length_of,
    media_of,
    ours_of,
    overlap,
    part_of,
    rate_of,
    schema_of,
    seconds,
    start_of,
)
from mediakit.timeline.reading import (
    Reading,
    bounded,
    counted,
    drawn,
    shot,
)


# Any: JSON of another program
def read_timeline(made: Any) -> ReadBack:
    """Return what a timeline says.

    Raises:
        ValueError: Something is missing, of another kind, or beyond any film.
    """
    timeline, others = _timeline(made)
    stack = part_of(timeline, "tracks")
    said = ours_of(timeline)
    begin = timeline.get("global_start_time")
    exact = rate_of(begin) if isinstance(begin, dict) else first_rate(stack)
    rate = counted(exact, drop=bool(said.get("drop")))
    first = nearest(seconds(begin) * exact) if isinstance(begin, dict) else 0
    reading = Reading(rate, max(0, first))
    for other in others:
        text = sentence("the timeline '{name}' was not read: it is not the first one")
        reading.note("", Fraction(0), text, name=str(other.get("name")))
    found = [
        one
        for name, track in _named(children_of(stack))
        for one in _track(reading, track, name)
    ]
    return reading.read_back(str(said.get("film", "")), found)


def _timeline(made: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the first timeline of a file, and the others."""
    if schema_of(made) == "Timeline":
        return made, []
    if schema_of(made) == "SerializableCollection":
        some = [one for one in children_of(made) if schema_of(one) == "Timeline"]
        if some:
            return some[0], some[1:]
    if schema_of(made) in NESTED:
        track = schema_of(made) != "Stack"
        stack = {"OTIO_SCHEMA": "Stack.1", "children": [made]} if track else made
        return {"tracks": stack}, []
    raise ValueError(Reason(sentence("it holds no timeline")))


def _named(tracks: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Yield tracks with what we call them: ``V1``, ``A2``."""
    count = {"V": 0, "A": 0}
    for track in tracks:
        letter = "A" if track.get("kind") == "Audio" else "V"
        count[letter] += 1
        own = str(track.get("name", ""))
        is_ours = own[:1] == letter and own[1:].isdecimal()
        yield own if is_ours else f"{letter}{count[letter]}", track


def _track(reading: Reading, track: Any, name: str) -> Iterator[Found]:
    """Yield what is on a track, by its own time."""
    children = children_of(track)
    if track.get("enabled") is False:
        reading.note(name, Fraction(0), sentence("the track is switched off"))
        return
    at = Fraction(0)
    for place, item in enumerate(children):
        reading.count()
        if schema_of(item) == "Transition":
            continue
        length = length_of(item)
        # under a transition more of it is seen
        before = min(at, overlap(children[place - 1] if place else None, "in_offset"))
        after = overlap(
            children[place + 1] if place + 1 < len(children) else None, "out_offset"
        )
        yield from _item(reading, name, item, at, length, before, after)
        at = bounded(at + length)


def _item(
    reading: Reading,
    track: str,
    item: Any,
    at: Fraction,
    length: Fraction,
    before: Fraction,
    after: Fraction,
) -> Iterator[Found]:
    schema = schema_of(item)
    if schema == "Gap":
        return
    if item.get("enabled") is False:
        text = sentence("'{name}' is switched off")
        reading.note(track, at, text, name=str(item.get("name")))
    elif schema == "Clip":
        made = _clip(reading, track, item, at, length)
        if made.source and (before or after):
            share = made.lasts / made.length if made.length else Fraction(1)
            made = replace(
                made,
                at=made.at - before,
                length=made.length + before + after,
                start=made.start - before * share,
                lasts=made.lasts + (before + after) * share,
            )
        yield made
    elif schema in NESTED:
        begin = start_of(item)
        with reading.inside(str(id(item)), track, at):
            inner = list(_inner(reading, item))
        for _one in inner:
            reading.count()
        yield from laid_into(
            inner,
            track,
            begin=begin - before,
            end=begin + length + after,
            at=at - before,
        )
    else:
        text = sentence("it holds a {schema}, which is not read")
        reading.note(track, at, text, schema=schema or "?")


def _inner(reading: Reading, nested: Any) -> Iterator[Found]:
    if schema_of(nested) == "Timeline":
        nested = nested.get("tracks") or {}
    tracks = children_of(nested) if schema_of(nested) == "Stack" else [nested]
    for track in tracks:
        if schema_of(track) in {"Track", "Sequence"}:
            yield from _track(reading, track, "")
        else:
            yield from _item(
                reading, "", track, Fraction(0), length_of(track), *(Fraction(0),) * 2
            )


def _clip(
    reading: Reading, track: str, item: Any, at: Fraction, length: Fraction
) -> Found:
    media = media_of(item)
    schema = schema_of(media)
    ours = ours_of(item)
    line = str(ours.get("line", ""))
    if schema == "GeneratorReference":
        return drawn(track, at, length, line)
    available = available_of(media)
    own = item.get("source_range")
    begin = own if isinstance(own, dict) else available
    start = part_of(begin, "start_time") if isinstance(begin, dict) else None
    rate = counted(rate_of(start) if start else reading.rate.exact, drop=False)
    first = part_of(available, "start_time") if available is not None else None
    source = Source(
        clip=str(ours.get("clip", "")),
        name=str(item.get("name") or media.get("name") or ""),
        path=as_path(str(media.get("target_url") or "")),
        rate=rate,
        first=seconds(first) if first else None,
    )
    if schema == "ImageSequenceReference":
        reading.note(track, at, sentence("it shows pictures that lie in files apart"))
    begins = seconds(start) if start else Fraction(0)
    made = shot(track, at, length, source, begins, line)
    if not ours and schema in {"", "MissingReference"} and not source.name:
        return drawn(track, at, length)
    return _retimed(reading, made, item)


def _retimed(reading: Reading, made: Found, item: Any) -> Found:
    """Return a shot with what its effects take of its source."""
    effects = item.get("effects")
    for effect in effects if isinstance(effects, list) else []:
        schema = schema_of(effect)
        share = effect.get("time_scalar") if isinstance(effect, dict) else None
        if schema == "FreezeFrame":
            share = 0
        if schema in {"LinearTimeWarp", "FreezeFrame"} and is_number(share):
            speed = bounded(Fraction(share))
            reading.retimed(made.track, made.at, speed)
            lasts = made.length * abs(speed)
            # backwards from where it begins
            start = made.start - lasts if speed < 0 else made.start
            is_sure = speed >= 0
            made = replace(made, start=start, lasts=lasts, is_sure=is_sure)
        elif "Time" in schema or "Freeze" in schema:
            reading.note(made.track, made.at, sentence("its speed is not understood"))
            made = replace(made, is_sure=False)
    return made
