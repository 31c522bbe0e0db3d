"""Read where things lie in FCPXML 1.8 to 1.11, as Final Cut and Resolve write it.

An ``offset`` counts by the time of what an element lies in, ``start`` by its own. What
lies in a compound or synchronised clip is trimmed to it; what is connected is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.timeline.base import nearest
from mediakit.timeline.fcpxml_assets import Assets
from mediakit.timeline.fcpxml_elements import (
    chosen,
    covered,
    holding,
    longer,
    split_edit,
    track_name,
)
from mediakit.timeline.fcpxml_resources import (
    Resources,
    lane_of,
    resources_of,
    said,
    seconds,
)
from mediakit.timeline.fcpxml_speed import as_played
from mediakit.timeline.found import Found, ReadBack, laid_into
from mediakit.timeline.reading import Reading, bounded, counted, drawn, shot

_HOLDS_MEDIA = {"asset-clip", "video", "audio"}
_CONTAINERS = {"clip", "sync-clip"}
_DRAWN = {"title", "caption"}
_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class _Inside:
    """What an element lies in.

    Attributes:
        at: Seconds of the film at `begin`.
        begin: The moment of its own time.
        lane: Above or below the spine.
        shown: ``all``, ``video`` or ``audio``.
    """

    at: Fraction
    begin: Fraction
    lane: int = 0
    shown: str = "all"


@dataclass(frozen=True, slots=True)
class _Document:
    reading: Reading
    resources: Resources


def read_project(root: Element) -> ReadBack:
    """Return what the first project says.

    Raises:
        ValueError: Something is missing, is no time, or lies within itself.
    """
    projects = [one for one in root.iter("project") if one.find("sequence") is not None]
    found = [one.find("sequence") for one in projects] or [root.find(".//sequence")]
    sequence = found[0]
    spine = None if sequence is None else sequence.find("spine")
    if sequence is None or spine is None:
        raise ValueError(Reason(sentence("it holds no project")))
    resources = resources_of(root, sequence)
    begin = seconds(sequence.get("tcStart", "0s"))
    rate = counted(resources.film, drop=sequence.get("tcFormat") == "DF")
    reading = Reading(rate, max(0, nearest(begin * rate.exact)))
    for other in projects[1:]:
        text = sentence("the project '{name}' was not read: it is not the first one")
        reading.note("", Fraction(0), text, name=other.get("name", ""))
    document = _Document(reading, resources)
    items = _spine(document, spine, _Inside(Fraction(0), begin))
    return reading.read_back(said(sequence, Assets.FILM), list(items))


def _spine(document: _Document, spine: Element, inside: _Inside) -> Iterator[Found]:
    """Yield what lies in a row, longer where a transition covers its edges."""
    place = inside.begin
    spans: list[tuple[Fraction, Fraction]] = []
    places: list[tuple[Element, Fraction, Fraction]] = []
    for item in map(chosen, spine):
        length = _length(document, item)
        if item.tag == "transition":
            written = item.get("offset")
            begin = seconds(written) if written else place - length / 2
            spans.append((begin, begin + length))
            continue
        place = seconds(item.get("offset", "")) if item.get("offset") else place
        places.append((item, place, length))
        place = bounded(place + length)
    spans.sort()
    for item, offset, length in places:
        end = offset + length
        before, after = covered(spans, offset), covered(spans, end)
        at = inside.at + offset - inside.begin
        for one in _item(document, item, at, length, inside):
            is_edge = one.at == at and one.length == length
            yield longer(one, before[0], after[1]) if is_edge else one


def _length(document: _Document, item: Element) -> Fraction:
    """Return how long an element is: as long as what it plays if it does not say."""
    if "duration" not in item.attrib and item.tag not in _CONTAINERS:
        return document.resources.length_of(item.get("ref", ""))
    return seconds(item.get("duration", "0s"))


def _item(
    document: _Document, item: Element, at: Fraction, length: Fraction, inside: _Inside
) -> Iterator[Found]:
    """Yield what an element shows, and what is connected to it."""
    reading = document.reading
    reading.count()
    lane = inside.lane + lane_of(item)
    begin = seconds(item.get("start", "0s"))
    here = replace(inside, at=at, begin=begin, lane=lane)
    if item.get("enabled") == "0":
        text = sentence("'{name}' is switched off")
        reading.note(track_name(lane, "V"), at, text, name=item.get("name", ""))
        # what hangs on it is seen all the same
        hung = (one for one in item if lane_of(one))
        yield from _connected(document, holding(item, hung), here)
        return
    if item.tag in _HOLDS_MEDIA:
        yield from _media(document, item, here, length)
    elif item.tag in _DRAWN:
        # the style of its words names the line
        style = item.find("text/text-style")
        named = style.get("ref", "") if style is not None else ""
        line = named.removeprefix("ts-") if named.startswith("ts-") else ""
        yield drawn(track_name(lane, "V"), at, length, line)
    elif item.tag == "spine":
        yield from _spine(document, item, replace(here, begin=Fraction(0)))
        return
    elif item.tag == "audition":
        take = chosen(item)
        if take is not item:
            lasts = _length(document, take)
            yield from _item(document, take, at, lasts, inside)
        return
    elif item.tag in _CONTAINERS:
        yield from _contained(document, item, here, length)
        return
    elif item.tag in {"ref-clip", "mc-clip"}:
        yield from _compound(document, item, here, length)
    elif item.tag != "gap":
        text = sentence("it holds a {schema}, which is not read")
        reading.note(track_name(lane, "V"), at, text, schema=item.tag)
    yield from _connected(document, item, here)


def _connected(document: _Document, item: Element, here: _Inside) -> Iterator[Found]:
    """Yield what hangs on an element, or lies in it."""
    for hung in item:
        if "offset" in hung.attrib or "lane" in hung.attrib or hung.tag == "spine":
            if hung.tag in {"marker", "keyword", "note"}:
                continue
            usual = "0s" if item.tag in _CONTAINERS else f"{here.begin}s"
            offset = seconds(hung.get("offset") or usual)
            length = _length(document, hung)
            at = here.at + offset - here.begin
            yield from _item(document, hung, at, length, here)


def _media(
    document: _Document, item: Element, here: _Inside, length: Fraction
) -> Iterator[Found]:
    resources, reading = document.resources, document.reading
    known = resources.assets.get(item.get("ref", ""))
    if known is None:
        if item.get("ref", "") in resources.effects:
            yield drawn(track_name(here.lane, "V"), here.at, length)
            return
        text = sentence("'{name}' is not described in the file")
        reading.note(
            track_name(here.lane, "V"), here.at, text, name=item.get("name", "")
        )
        known = resources.unknown
    name = known.source.name or item.get("name", "")
    source = replace(known.source, name=name)
    begin = here.begin if "start" in item.attrib else source.first or Fraction(0)
    made = shot("", here.at, length, source, begin, said(item, Assets.LINE))
    shown = {here.shown, item.get("srcEnable", "all"), item.tag} & {"video", "audio"}
    is_seen = known.is_seen and "audio" not in shown
    is_heard = known.is_heard and "video" not in shown
    track = track_name(here.lane, "V" if is_seen or not is_heard else "A")
    made = as_played(reading, item, replace(made, track=track), resources.film)
    if is_seen:
        yield replace(made, track=track_name(here.lane, "V"))
    if is_heard:
        shift, lasts = split_edit(item, begin, length)
        yield replace(
            made,
            track=track_name(here.lane, "A"),
            at=made.at + shift,
            start=made.start + shift,
            length=lasts,
            lasts=made.lasts + lasts - length,
        )


def _contained(
    document: _Document, item: Element, here: _Inside, length: Fraction
) -> Iterator[Found]:
    """Yield what lies in a clip, trimmed to it, and what is connected to it."""
    content = [one for one in item if one.tag == "spine" or not lane_of(one)]
    inner = holding(item, content if item.tag == "clip" else item)
    split = split_edit(item, here.begin, length)
    for one in _connected(document, inner, here):
        document.reading.count()
        shift, lasts = split if one.track.startswith("A") else (_NONE, length)
        begin = here.at + shift
        if part := one.within(begin, begin + lasts):
            yield as_played(document.reading, item, part, document.resources.film)
    if item.tag == "clip":
        hung = (one for one in item if one.tag != "spine" and lane_of(one))
        yield from _connected(document, holding(item, hung), here)


def _compound(
    document: _Document, item: Element, here: _Inside, length: Fraction
) -> Iterator[Found]:
    """Yield what is in a compound clip, or in the chosen camera of several."""
    reading, ref = document.reading, item.get("ref", "")
    track = track_name(here.lane, "V")
    media = document.resources.media.get(ref)
    sequence = None if media is None else media.find("sequence")
    cameras = None if media is None else media.find("multicam")
    shown = item.get("srcEnable", here.shown)
    with reading.inside(ref or item.tag, track, here.at):
        if sequence is not None:
            begin = seconds(sequence.get("tcStart", "0s"))
            inside = _Inside(Fraction(0), Fraction(0), here.lane, shown)
            spine = sequence.find("spine")
            inner = [] if spine is None else list(_spine(document, spine, inside))
        elif cameras is not None:
            begin = seconds(cameras.get("tcStart", "0s"))
            inner = list(_angles(document, item, cameras, here))
        else:
            text = sentence("'{name}' is not described in the file")
            reading.note(track, here.at, text, name=item.get("name", ref))
            return
    start = here.begin if "start" in item.attrib else begin
    if item.find("timeMap") is not None:
        text = sentence("the speed of what lies within '{name}' is not understood")
        reading.note(track, here.at, text, name=item.get("name", ref))
        inner = [replace(one, is_sure=False) for one in inner]
    split = split_edit(item, start, length)
    for one in inner:
        reading.count()
        shift, lasts = split if one.track.startswith("A") else (_NONE, length)
        begin, at = start + shift, here.at + shift
        yield from laid_into([one], one.track, begin=begin, end=begin + lasts, at=at)


def _angles(
    document: _Document, item: Element, cameras: Element, here: _Inside
) -> Iterator[Found]:
    """Yield what the chosen cameras show, by the time of all of them."""
    angles = {one.get("angleID", ""): one for one in cameras.iter("mc-angle")}
    sources = [(one.get("angleID", ""), one) for one in item.findall("mc-source")]
    if not sources:
        text = sentence("which camera of '{name}' is seen is not understood")
        track = track_name(here.lane, "V")
        document.reading.note(track, here.at, text, name=item.get("name", ""))
        sources = [(name, item) for name in angles]
    for name, said_of in sources:
        shown = said_of.get("srcEnable", "all")
        if name in angles and shown != "none":
            inside = _Inside(Fraction(0), Fraction(0), here.lane, shown)
            yield from _spine(document, angles[name], inside)
