"""FCPXML 1.10, as Final Cut Pro and Resolve read it.

Every time is an exact fraction of a second. Lines lie one after the other in the spine;
what is seen over one, or only heard, is connected to it. Clips of another rate keep
their speed: without ``scaleEnabled="0"`` they would be played at the film's.
"""

from xml.etree.ElementTree import Element

from mediakit.model.frame_rate import FrameRate
from mediakit.timeline import base
from mediakit.timeline.base import FIRST_TIMECODE, HandOff, Placed, unreadable
from mediakit.timeline.fcpxml_assets import Assets, seconds
from mediakit.timeline.fcpxml_reading import read_project
from mediakit.timeline.fcpxml_spine import add_spine
from mediakit.timeline.found import ReadBack
from mediakit.timeline.xml_document import add, document, parse

NAME = "fcpxml"
SUFFIX = ".fcpxml"
FIRST = FIRST_TIMECODE
NAMES_FILES = True
VERSION = "1.10"


def recognizes(content: bytes) -> bool:
    """Tell whether a file is FCPXML."""
    return b"<fcpxml" in content[:4096]


def write(hand_off: HandOff) -> bytes:
    """Return the film as a project."""
    film = hand_off.timeline
    root = Element("fcpxml", version=VERSION)
    assets = Assets(add(root, "resources"), hand_off)
    event = add(add(root, "library"), "event", name=film.title)
    project = add(event, "project", name=film.title)
    sequence = add(
        project,
        "sequence",
        format=assets.film_format,
        duration=seconds(film.rate.seconds(film.length)),
        tcStart=seconds(film.rate.seconds(hand_off.first)),
        tcFormat="DF" if film.rate.drop else "NDF",
        audioLayout="stereo",
        audioRate="48k",
    )
    add_spine(add(sequence, "spine"), hand_off, assets)
    add(add(sequence, "metadata"), "md", key=Assets.FILM, value=film.film)
    return document(root, "fcpxml")


def read(content: bytes, file: str, rate: FrameRate | None = None) -> ReadBack:
    """Return what the first project says, which has its own rate.

    Raises:
        TimelineUnreadable: There is none, or its times are beyond any film.
    """
    del rate
    root = parse(content, file)
    try:
        return read_project(root)
    except ValueError as error:
        raise unreadable(file, error) from error


def placed(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return everything: this format can say it all."""
    return base.placed(hand_off)
