"""Read where things lie in Final Cut Pro 7 XML, as Premiere and Resolve write it too.

``start`` and ``end`` are -1 where a transition says them: what is seen under it is part
of both shots. ``in`` and ``out`` count frames of the clip item's own rate.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.timeline.fcp7_items import CHANNELS, MARK
from mediakit.timeline.fcp7_values import (
    child,
    described,
    file_of,
    is_off,
    is_retimed,
    number,
    rate_of,
    speeds_of,
)
from mediakit.timeline.found import Found, ReadBack, Source, laid_into
from mediakit.timeline.reading import Reading, bounded, counted, decimal, drawn, shot

_NOT_ITEMS = {"enabled", "locked", "outputchannelindex", "name", "filter", "uuid"}


@dataclass(frozen=True, slots=True)
class _Document:
    """What a file describes once and names from then on."""

    reading: Reading
    files: dict[str, Element]
    sequences: dict[str, Element]
    items: dict[str, Element]


def read_sequences(root: Element) -> ReadBack:
    """Return what the first sequence says that lies in no other.

    Raises:
        ValueError: Something is missing, is no number, or lies within itself.
    """
    if not (tops := list(_tops(root))):
        raise ValueError(Reason(sentence("it holds no sequence")))
    sequence = tops[0]
    drop = sequence.findtext("timecode/displayformat") == "DF"
    rate = counted(rate_of(child(sequence, "rate")), drop=drop)
    begins = sequence.find("timecode/frame")
    first = number(sequence, "timecode/frame") if begins is not None else 0
    reading = Reading(rate, max(0, first))
    for other in tops[1:]:
        text = sentence("the sequence '{name}' was not read: it is not the first one")
        reading.note("", Fraction(0), text, name=other.findtext("name", ""))
    document = _Document(
        reading,
        described(root, "file"),
        described(root, "sequence"),
        described(root, "clipitem"),
    )
    # the two channels of a sound are two items
    found = dict.fromkeys(_sequence(document, sequence))
    return reading.read_back(sequence.get("id", ""), found)


def _tops(root: Element) -> Iterator[Element]:
    """Yield the sequences that are no part of a clip."""
    for element in root:
        if element.tag == "sequence":
            yield element
        elif element.tag in {"project", "children", "bin"}:
            yield from _tops(element)


def _sequence(
    document: _Document, sequence: Element, kinds: Collection[str] = ("video", "audio")
) -> Iterator[Found]:
    pairs = any(
        words.text and words.text.startswith(f"{MARK} ")
        for words in sequence.iterfind("media/audio/track/clipitem/comments/*")
    )
    for kind in kinds:
        each = CHANNELS if pairs and kind == "audio" else 1
        for place, track in enumerate(sequence.findall(f"media/{kind}/track")):
            name = f"{kind[0].upper()}{place // each + 1}"
            yield from _track(document, sequence, track, name, kind)


def _track(
    document: _Document, sequence: Element, track: Element, name: str, kind: str
) -> Iterator[Found]:
    rate = rate_of(child(sequence, "rate"))
    reading = document.reading
    if is_off(track):
        if track.find("clipitem") is not None:
            text = sentence("the track is switched off")
            reading.note(name, Fraction(0), text)
        return
    items, last = list(track), Fraction(0)
    for place, item in enumerate(items):
        reading.count()
        if item.tag == "clipitem" and not len(item):
            made = list(_again(document, item, name, kind, last, rate))
            last = max((last, *(one.end for one in made)))
            yield from made
            continue
        if item.tag == "transitionitem" or item.tag in _NOT_ITEMS:
            continue
        start, end = _edges(items, place, rate)
        last = max(last, end)
        if item.tag == "generatoritem":
            if not is_off(item):
                yield drawn(name, start, end - start, _ours(item)[1])
        elif item.tag == "clipitem":
            yield from _clip(document, item, name, kind, start, end)
        elif item.find("start") is not None:
            text = sentence("it holds a {schema}, which is not read")
            reading.note(name, start, text, schema=item.tag)


def _again(
    document: _Document,
    item: Element,
    track: str,
    kind: str,
    at: Fraction,
    rate: Fraction,
) -> Iterator[Found]:
    """Yield a shot of which a program says no more than which earlier one it is."""
    text = sentence("where it is is not said; it is put after what is before")
    document.reading.note(track, at, text)
    again = document.items.get(item.get("id", ""))
    if again is not None:
        start, end = _edges([again], 0, rate)
        yield from _clip(document, again, track, kind, at, at + end - start)


def _edges(
    items: list[Element], place: int, rate: Fraction
) -> tuple[Fraction, Fraction]:
    """Return when an item begins and ends, in seconds of its sequence."""
    item = items[place]
    start = number(item, "start") if item.find("start") is not None else -1
    end = number(item, "end") if item.find("end") is not None else -1
    if start < 0:
        before = items[place - 1] if place else item
        start = number(before, "start") if before.tag == "transitionitem" else start
    if end < 0:
        after = items[place + 1] if place + 1 < len(items) else item
        end = number(after, "end") if after.tag == "transitionitem" else end
    lasts = 0
    if item.find("in") is not None and item.find("out") is not None:
        lasts = max(0, number(item, "out") - number(item, "in"))
    if start < 0:
        start = max(0, end - lasts)
    if end < 0:
        end = start + lasts
    return bounded(start / rate), bounded(max(start, end) / rate)


def _clip(
    document: _Document,
    item: Element,
    track: str,
    kind: str,
    at: Fraction,
    end: Fraction,
) -> Iterator[Found]:
    reading, length = document.reading, end - at
    name = item.findtext("name", "")
    if is_off(item):
        reading.note(track, at, sentence("'{name}' is switched off"), name=name)
        return
    nested = item.find("sequence")
    if nested is not None:
        yield from _nested(document, item, nested, track, kind, at, length)
        return
    said = item.find("multiclip")
    if said is not None:
        text = sentence("which camera of '{name}' is seen is not understood")
        reading.note(track, at, text, name=name)
    file = file_of(item, document.files)
    if said is None and file is not None and file.find("mediaSource") is not None:
        yield drawn(track, at, length)
        return
    source, start = _source(reading, item, file)
    made = shot(track, at, length, source, start, _ours(item)[1])
    # programs count from the recording's beginning, or from that of its part
    if is_part := item.find("subclipinfo/startoffset") is not None:
        text = sentence("it is a part of '{name}' that is counted by itself")
        reading.note(track, at, text, name=name)
    is_sure = said is None and not is_part
    yield _as_played(reading, item, replace(made, is_sure=is_sure))


def _nested(
    document: _Document,
    item: Element,
    nested: Element,
    track: str,
    kind: str,
    at: Fraction,
    length: Fraction,
) -> Iterator[Found]:
    name = nested.get("id", "")
    whole = nested if len(nested) else document.sequences.get(name)
    if whole is None:
        text = sentence("the sequence '{name}' is not in the file")
        document.reading.note(track, at, text, name=item.findtext("name", name))
        return
    own = item.find("rate")
    rate = rate_of(own) if own is not None else rate_of(child(whole, "rate"))
    begin = number(item, "in") / rate if item.find("in") is not None else Fraction(0)
    with document.reading.inside(name or str(id(whole)), track, at):
        inner = list(_sequence(document, whole, (kind,)))
    for _one in inner:
        document.reading.count()
    share = _share(item, length)
    if is_retimed(item):
        document.reading.retimed(track, at, share)
    yield from laid_into(
        inner, track, begin=begin, end=begin + length * share, at=at, share=share
    )


def _share(item: Element, length: Fraction) -> Fraction:
    """Return how many seconds of its source an item takes a second."""
    own = item.find("rate")
    some = item.find("in") is None or item.find("out") is None
    if own is None or some or not length:
        return Fraction(1)
    lasts = (number(item, "out") - number(item, "in")) / rate_of(own)
    return lasts / length if lasts > 0 and is_retimed(item) else Fraction(1)


def _ours(item: Element) -> tuple[str, str]:
    """Return the clip and the line that our own comment names."""
    words = item.findtext("comments/mastercomment1", "").split()
    is_ours = words[:1] == [MARK] and len(words) > 1
    return (words[1], " ".join(words[2:3])) if is_ours else ("", "")


def _source(
    reading: Reading, item: Element, file: Element | None
) -> tuple[Source, Fraction]:
    """Return what an item is taken from, and when in it."""
    own = item.find("rate")
    rate = rate_of(own) if own is not None else reading.rate.exact
    said = _ours(item)
    begin = number(item, "in") if item.find("in") is not None else 0
    source = Source(
        clip=said[0],
        name=item.findtext("name", ""),
        rate=counted(rate, drop=False),
    )
    if file is None:
        return replace(source, has_clock=False, first=Fraction(0)), begin / rate
    source, first = speeds_of(file, source)
    return source, first + begin / rate


def _as_played(reading: Reading, item: Element, made: Found) -> Found:
    """Return a shot with what it takes of its source at the speed it is played."""
    if not is_retimed(item):
        return _as_long(reading, item, made)
    share = _share(item, made.length)
    speed = item.findtext("filter/effect/parameter[parameterid='speed']/value", "")
    try:
        told = abs(decimal(speed.strip()) / 100) if speed else share
    except ValueError:
        told = share
    reading.retimed(made.track, made.at, told)
    # programs count 'in' before the change of speed or after it
    first = made.source.first if made.source and made.source.first else Fraction(0)
    begin = made.start - first
    starts = sorted({begin, begin * told})
    lasts = made.length * max(share, told, Fraction(1))
    return replace(
        made,
        start=first + starts[0],
        lasts=lasts + starts[-1] - starts[0],
        is_sure=False,
    )


def _as_long(reading: Reading, item: Element, made: Found) -> Found:
    """Return a shot, with a note if its source is longer or shorter than it is."""
    own = item.find("rate")
    if own is None or item.find("in") is None or item.find("out") is None:
        return made
    rate = rate_of(own)
    lasts = (number(item, "out") - number(item, "in")) / rate
    frame = max(1 / rate, 1 / reading.rate.exact)
    if lasts <= 0 or not made.length or abs(lasts - made.length) <= frame:
        return made
    reading.retimed(made.track, made.at, lasts / made.length)
    return replace(made, lasts=max(lasts, made.length), is_sure=False)
