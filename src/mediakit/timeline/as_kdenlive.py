"""Kdenlive projects, which are MLT's XML: ``melt`` plays and renders them too.

The layout is that of Kdenlive 20.08 to 22.12, which later ones open: 24.12 and 26.08
were tried. All places count the film's frames, those in recordings too: of another rate
they are brought to the film's, so that no frame is seen that is not in the film. Two
exceptions: of a recording of half the film's rate one more frame of the film may be
seen, from its first frame on, and, at 50, from one place in twenty.
"""

from xml.etree.ElementTree import Element

from mediakit.model.frame_rate import FrameRate
from mediakit.timeline.base import FROM_ZERO, HandOff, Placed, unreadable
from mediakit.timeline.found import ReadBack
from mediakit.timeline.kdenlive_bin import Bin
from mediakit.timeline.kdenlive_reading import read_project
from mediakit.timeline.kdenlive_tracks import add_film, add_tracks, placed_frames
from mediakit.timeline.xml_document import add, document, parse

NAME = "kdenlive"
SUFFIX = ".kdenlive"
FIRST = FROM_ZERO
NAMES_FILES = True


def recognizes(content: bytes) -> bool:
    """Tell whether a file is XML of MLT."""
    return b"<mlt" in content[:4096]


def write(hand_off: HandOff) -> bytes:
    """Return the film as a project."""
    # without a root, files are looked for from the project's folder
    root = Element("mlt", LC_NUMERIC="C", producer="main_bin", version="7.0.0")
    _add_profile(root, hand_off)
    files = Bin(root, hand_off)
    files.add_bin(root)
    tracks = add_tracks(root, hand_off, files)
    add_film(root, hand_off, tracks)
    return document(root)


def read(content: bytes, file: str, rate: FrameRate | None = None) -> ReadBack:
    """Return what a project says, which has its own rate.

    Raises:
        TimelineUnreadable: It has no profile, or is beyond any film.
    """
    del rate
    root = parse(content, file)
    try:
        return read_project(root)
    except ValueError as error:
        raise unreadable(file, error) from error


def placed(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return everything, recordings of another rate counted as the film is."""
    return placed_frames(hand_off)


def _add_profile(root: Element, hand_off: HandOff) -> None:
    film = hand_off.timeline
    add(
        root,
        "profile",
        description=film.title,
        width=str(film.width),
        height=str(film.height),
        progressive="1",
        sample_aspect_num="1",
        sample_aspect_den="1",
        display_aspect_num=str(film.width),
        display_aspect_den=str(film.height),
        frame_rate_num=str(film.rate.exact.numerator),
        frame_rate_den=str(film.rate.exact.denominator),
        colorspace="709",
    )
