"""Numbers, rates and files of Final Cut Pro 7 XML."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.model.frame_rate import FrameRate, parse_timecode
from mediakit.timeline.addresses import as_path
from mediakit.timeline.found import Source
from mediakit.timeline.reading import counted, exact_rate, whole_number

_NTSC = Fraction(1000, 1001)
_RETIMED = ("timeremap", "time remap")


def rate_of(element: Element) -> Fraction:
    """Return the rate that an element says.

    Raises:
        ValueError: It is none.
    """
    nominal = Fraction(number(element, "timebase"))
    ntsc = element.findtext("ntsc", "").strip().upper() == "TRUE"
    return exact_rate(nominal * _NTSC if ntsc else nominal)


def child(element: Element, path: str) -> Element:
    """Return an element within another.

    Raises:
        ValueError: It is not there.
    """
    found = element.find(path)
    if found is None:
        text = sentence("<{element}> holds no <{path}>")
        raise ValueError(Reason(text, element=element.tag, path=path))
    return found


def number(element: Element, path: str) -> int:
    """Return the whole number in an element within another.

    Raises:
        ValueError: It is none, or not there.
    """
    # Premiere writes some as 12.0
    text = (child(element, path).text or "").strip()
    return whole_number(text.partition(".")[0])


def is_off(element: Element) -> bool:
    """Tell whether an item or a track is switched off."""
    return element.findtext("enabled", "").strip().upper() == "FALSE"


def is_retimed(item: Element) -> bool:
    """Tell whether an item is not played at its own speed."""
    effects = item.iterfind("filter/effect/effectid")
    return any((one.text or "").strip().lower() in _RETIMED for one in effects)


def file_of(item: Element, files: Mapping[str, Element]) -> Element | None:
    """Return the file of an item, which may be described at another one."""
    file = item.find("file")
    if file is None:
        file = item.find(".//file")
    if file is None:
        return None
    return file if len(file) else files.get(file.get("id", ""), file)


def speeds_of(file: Element, source: Source) -> tuple[Source, Fraction]:
    """Return a source with what its file says, and its first moment in seconds."""
    first, drop, rate = Fraction(0), False, None
    clock = file.find("timecode")
    if file.find("rate") is not None:
        rate = rate_of(child(file, "rate"))
    if clock is not None:
        drop = clock.findtext("displayformat", "").strip() == "DF"
        own = clock.find("rate")
        exact = rate_of(own) if own is not None else rate or source.rate.exact
        first = _first(clock, counted(exact, drop=drop)) / exact
    return (
        replace(
            source,
            name=source.name or file.findtext("name", ""),
            path=as_path(file.findtext("pathurl", "").strip()),
            reel=file.findtext("timecode/reel/name", "").strip(),
            rate=counted(rate or source.rate.exact, drop=drop),
            first=first,
            has_clock=clock is not None,
        ),
        first,
    )


def _first(clock: Element, rate: FrameRate) -> int:
    """Return the number of a file's first frame."""
    if clock.find("frame") is not None:
        return max(0, number(clock, "frame"))
    try:
        return parse_timecode(clock.findtext("string", ""), rate)
    except ValueError:
        return 0


def described(root: Element, tag: str) -> dict[str, Element]:
    """Return what has a description, not only a name, by its id."""
    return {one.get("id", ""): one for one in root.iter(tag) if len(one)}
