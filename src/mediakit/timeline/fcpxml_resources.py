"""What FCPXML describes once: rates, files, effects, sequences within others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.model.frame_rate import RATES
from mediakit.timeline.addresses import as_path
from mediakit.timeline.fcpxml_assets import Assets
from mediakit.timeline.found import Source
from mediakit.timeline.reading import bounded, counted, exact_rate, whole_number

_LONGEST = 40
_NAMED = re.compile(r"(?P<scan>[pi])(?P<rate>2398|24|25|2997|30|50|5994|60)$")
_NAMES = {"2398": "23.976", "2997": "29.97", "5994": "59.94"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file: what it is, how long, and whether it is seen and heard."""

    source: Source
    length: Fraction
    is_seen: bool
    is_heard: bool


@dataclass(frozen=True, slots=True)
class Resources:
    """What elements of a document name.

    Attributes:
        film: Frames a second of the film.
        assets: Files.
        effects: What programs draw.
        media: Sequences that lie within others.
    """

    film: Fraction
    assets: Mapping[str, Asset]
    effects: frozenset[str]
    media: Mapping[str, Element]

    @property
    def unknown(self) -> Asset:
        """A file of which nothing is said."""
        source = Source(rate=counted(self.film, drop=False))
        return Asset(source, Fraction(0), is_seen=True, is_heard=True)

    def length_of(self, ref: str) -> Fraction:
        """Return how long a file is, for what does not say how much it takes."""
        if ref in self.media:
            sequence = self.media[ref].find("sequence")
            lasts = None if sequence is None else sequence.get("duration")
            return seconds(lasts or "0s")
        return self.assets[ref].length if ref in self.assets else Fraction(0)


def resources_of(root: Element, sequence: Element) -> Resources:
    """Return what a document describes.

    Raises:
        ValueError: The film has no rate, or a time is none.
    """
    rates = dict(_rates(root))
    film = rates.get(sequence.get("format", ""))
    if film is None:
        raise ValueError(Reason(sentence("it does not say its frames a second")))
    return Resources(
        film,
        {one.get("id", ""): _asset(one, rates, film) for one in root.iter("asset")},
        frozenset(one.get("id", "") for one in root.iter("effect")),
        {one.get("id", ""): one for one in root.iter("media")},
    )


def said(element: Element, key: str) -> str:
    """Return what the metadata of an element says under a key."""
    for one in element.findall("metadata/md"):
        if one.get("key") == key:
            return one.get("value", "")
    return ""


def seconds(written: str) -> Fraction:
    """Turn ``1001/30000s`` into seconds.

    Raises:
        ValueError: It is no time, or beyond any film.
    """
    text = written.strip()
    # a number of a million figures would take for ever
    if len(text) > _LONGEST or not re.fullmatch(r"-?[0-9./]+s", text):
        raise ValueError(
            Reason(sentence("'{time}' is no time"), time=written[:_LONGEST])
        )
    try:
        return bounded(Fraction(text.removesuffix("s")))
    except ZeroDivisionError as error:
        raise ValueError(
            Reason(sentence("'{time}' is no time"), time=written[:_LONGEST])
        ) from error


def lane_of(element: Element) -> int:
    """Return how far above the spine something is; below it, less than nothing.

    Raises:
        ValueError: It is no number.
    """
    return whole_number(element.get("lane", "0"))


def _rates(root: Element) -> Iterator[tuple[str, Fraction]]:
    """Yield the rates of formats, which may only be named."""
    for one in root.iter("format"):
        written = one.get("frameDuration")
        if written:
            lasts = seconds(written)
            if lasts > 0:
                yield one.get("id", ""), exact_rate(1 / lasts)
            continue
        if match := _NAMED.search(one.get("name", "")):
            rate = RATES[_NAMES.get(match["rate"], match["rate"])]
            # of interlaced pictures, fields are named
            halved = match["scan"] == "i" and rate > RATES["30"]
            yield one.get("id", ""), rate / 2 if halved else rate


def _asset(asset: Element, rates: Mapping[str, Fraction], film: Fraction) -> Asset:
    reel = said(asset, "com.apple.proapps.studio.reel")
    place = asset.find("media-rep")
    below = place.get("src") if place is not None else None
    flags = asset.get("hasVideo"), asset.get("hasAudio")
    is_told = flags != (None, None)
    source = Source(
        clip=said(asset, Assets.CLIP),
        name=asset.get("name", ""),
        path=as_path(asset.get("src") or below or ""),
        reel=reel or said(asset, "com.apple.proapps.mio.cameraReel"),
        rate=counted(rates.get(asset.get("format", ""), film), drop=False),
        first=seconds(asset.get("start", "0s")),
    )
    return Asset(
        source,
        seconds(asset.get("duration", "0s")),
        is_seen=flags[0] == "1" or not is_told,
        is_heard=flags[1] == "1" or not is_told,
    )
