"""Rates, timecode and files, as Final Cut Pro 7 XML writes them."""

from fractions import Fraction
from xml.etree.ElementTree import Element

from mediakit.model.frame_rate import FrameRate, format_timecode
from mediakit.timeline.addresses import as_address
from mediakit.timeline.base import Footage, HandOff
from mediakit.timeline.reels import reel_names
from mediakit.timeline.xml_document import add

_NTSC = Fraction(1000, 1001)


class Files:
    """The files of a film: each is described once, and named from then on."""

    def __init__(self, hand_off: HandOff) -> None:
        self._numbers = {
            file.path: number for number, file in enumerate(hand_off.files, start=1)
        }
        self._reels = reel_names(file.clip for file in hand_off.files)
        self._described: set[str] = set()

    def add(self, parent: Element, file: Footage) -> None:
        """Add a file to a clip item: all of it, or its name if that was done."""
        element = add(parent, "file", id=f"file-{self._numbers[file.path]}")
        if file.path not in self._described:
            self._described.add(file.path)
            _describe(element, file, self._reels[file.clip])


def is_written(rate: FrameRate) -> bool:
    """Tell whether a rate is a whole number, or that of television in America."""
    return rate.exact in {Fraction(rate.nominal), rate.nominal * _NTSC}


def add_rate(parent: Element, rate: FrameRate) -> None:
    """Say how many frames a second something has."""
    element = add(parent, "rate")
    add(element, "timebase", rate.nominal)
    add(element, "ntsc", "FALSE" if rate.exact == rate.nominal else "TRUE")


def add_timecode(parent: Element, rate: FrameRate, first: int, reel: str = "") -> None:
    """Say how the clock of a recorder, or of the film, counted its first frame."""
    element = add(parent, "timecode")
    add_rate(element, rate)
    add(element, "string", format_timecode(first, rate))
    add(element, "frame", first)
    add(element, "displayformat", "DF" if rate.drop else "NDF")
    if reel:
        add(add(element, "reel"), "name", reel)


def _describe(element: Element, file: Footage, reel: str) -> None:
    add(element, "name", file.name)
    add(element, "pathurl", as_address(file.path))
    add_rate(element, file.rate)
    add(element, "duration", file.length)
    add_timecode(element, file.rate, file.first, reel)
    media = add(element, "media")
    if file.width:
        looks = add(add(media, "video"), "samplecharacteristics")
        add_rate(looks, file.rate)
        add(looks, "width", file.width)
        add(looks, "height", file.height)
    if file.channels:
        audio = add(media, "audio")
        sounds = add(audio, "samplecharacteristics")
        add(sounds, "depth", 16)
        add(sounds, "samplerate", file.sample_rate)
        add(audio, "channelcount", file.channels)
