"""An XSPF list beside its files (https://www.xspf.org/spec); VLC pauses after each."""

import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import quote

from mediakit.files import write_early
from mediakit.kits import vlc
from mediakit.kits.base import Need
from mediakit.kits.plan import KitItem, KitPlan

NAME = "xspf"
NEEDS = frozenset({Need.MEDIA, Need.SUBTITLES})

FILE = "playlist.xspf"

_XSPF = "http://xspf.org/ns/0/"
# VLC compares the prefix too: its names are these letters, not this namespace
_VLC = "http://www.videolan.org/vlc/playlist/ns/0/"
_APPLICATION = "http://www.videolan.org/vlc/playlist/0"


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Write the list.

    Raises:
        WriteFailed: It could not be written.
    """
    root = ET.Element("playlist", {"version": "1", "xmlns": _XSPF, "xmlns:vlc": _VLC})
    tracks = ET.SubElement(root, "trackList")
    for number, item in enumerate(plan.items):
        _add(tracks, plan, item, number)
    ET.indent(root)
    content = ET.tostring(root, "utf-8", xml_declaration=True)
    write_early(folder / FILE, content + b"\n")


def _add(tracks: ET.Element, plan: KitPlan, item: KitItem, number: int) -> None:
    track = ET.SubElement(tracks, "track")
    ET.SubElement(track, "location").text = quote(item.media)
    ET.SubElement(track, "title").text = vlc.title(plan, item)
    ET.SubElement(track, "duration").text = str(item.duration)
    extension = ET.SubElement(track, "extension", {"application": _APPLICATION})
    ET.SubElement(extension, "vlc:id").text = str(number)
    for option in vlc.OPTIONS:
        ET.SubElement(extension, "vlc:option").text = option
