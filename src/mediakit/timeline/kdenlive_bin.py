"""The bin of a Kdenlive project: its files and titles, and what the project is."""

import json
from fractions import Fraction
from math import ceil
from xml.etree.ElementTree import Element, SubElement, tostring

from mediakit.model.timeline import Card, Shot, TrackKind
from mediakit.timeline.base import Footage, HandOff, card_text, marker_text, nearest
from mediakit.timeline.xml_document import add, plain

OURS = "mediakit:"
"""What our own properties of recordings begin with."""

PROJECT = "kdenlive:docproperties.mediakit."
"""What our own properties of projects begin with: Kdenlive keeps no others."""

_VERSION = "1.04"
_LETTERS = 60
_SIZES = {
    (1280, 720): "atsc_720p",
    (1920, 1080): "atsc_1080p",
    (3840, 2160): "uhd_2160p",
}
_RATES = {"23.976": "2398", "29.97": "2997", "59.94": "5994"}
_WHOLE_RATES = {"24", "25", "30", "50", "60"}


class Bin:
    """The producers of a film: one for the bin, one for pictures, one for sound."""

    def __init__(self, root: Element, hand_off: HandOff) -> None:
        self._hand_off = hand_off
        self._numbers: dict[str, int] = {}
        self._entries: list[tuple[str, int]] = []
        for file in hand_off.files:
            self._add_file(root, file)
        for track in hand_off.tracks:
            for card in track.items:
                if isinstance(card, Card):
                    self._add_title(root, card)

    def producer(self, item: Shot | Card, kind: TrackKind) -> str:
        """Return what the producer of something is called on a track of a kind."""
        if isinstance(item, Card):
            return f"title{self._numbers[item.code]}"
        path = self._hand_off.footage[item.code].path
        return f"{kind.value}{self._numbers[path]}"

    def number(self, item: Shot | Card) -> int:
        """Return the number of something in the bin."""
        if isinstance(item, Card):
            return self._numbers[item.code]
        return self._numbers[self._hand_off.footage[item.code].path]

    def add_bin(self, root: Element) -> None:
        """Add the list of everything in the bin, with what the project is."""
        film = self._hand_off.timeline
        made = add(root, "playlist", id="main_bin")
        for name, value in (
            ("kdenlive:docproperties.version", _VERSION),
            ("kdenlive:docproperties.kdenliveversion", "22.12.0"),
            ("kdenlive:docproperties.position", 0),
            ("kdenlive:docproperties.groups", json.dumps(_groups(self._hand_off))),
            ("kdenlive:docproperties.guides", json.dumps(_guides(self._hand_off))),
            ("kdenlive:docmetadata.meta.attr.title.markup", film.title),
            (f"{PROJECT}film", film.film),
            (f"{PROJECT}drop", int(film.rate.drop)),
            ("xml_retain", 1),
        ):
            add_property(made, name, value)
        if profile := _profile(self._hand_off):
            add_property(made, "kdenlive:docproperties.profile", profile)
        for producer, length in self._entries:
            SubElement(
                made, "entry", {"producer": producer, "in": "0", "out": str(length - 1)}
            )

    def _new(self, key: str) -> int:
        # the first numbers belong to the folders of the bin
        self._numbers[key] = len(self._numbers) + 2
        return self._numbers[key]

    def _add_file(self, root: Element, file: Footage) -> None:
        number = self._new(file.path)
        length = length_in_film(self._hand_off, file)
        kinds = [("bin", 0, 0)]
        if file.width:
            kinds.append((TrackKind.PICTURE.value, 1, 0))
        if file.channels:
            kinds.append((TrackKind.SOUND.value, 0, 1))
        for kind, no_sound, no_pictures in kinds:
            made = _producer(root, f"{kind}{number}", length)
            for name, value in (
                ("length", length),
                ("eof", "pause"),
                ("resource", file.path),
                ("mlt_service", "avformat-novalidate" if kind == "bin" else "avformat"),
                ("seekable", 1),
                ("set.test_audio", no_sound),
                ("set.test_image", no_pictures),
                ("kdenlive:clipname", file.name),
                ("kdenlive:id", number),
                ("kdenlive:folderid", -1),
                (f"{OURS}clip", file.clip),
                (f"{OURS}first", file.first),
                (f"{OURS}rate", file.rate.written),
            ):
                add_property(made, name, value)
        self._entries.append((f"bin{number}", length))

    def _add_title(self, root: Element, card: Card) -> None:
        number = self._new(card.code)
        made = _producer(root, f"title{number}", card.length)
        text = card_text(card, self._hand_off.timeline.languages)
        for name, value in (
            ("length", card.length),
            ("eof", "pause"),
            ("resource", ""),
            ("mlt_service", "kdenlivetitle"),
            ("kdenlive:duration", card.length),
            ("kdenlive:clipname", text.replace("\n", " / ")),
            ("kdenlive:clip_type", 6),
            ("kdenlive:id", number),
            ("kdenlive:folderid", -1),
            ("xmldata", _title(self._hand_off, card, text)),
        ):
            add_property(made, name, value)
        self._entries.append((f"title{number}", card.length))


def add_property(parent: Element, name: str, value: object) -> None:
    """Say something of a part of a project."""
    add(parent, "property", value, name=name)


def length_in_film(hand_off: HandOff, file: Footage) -> int:
    """Return how many frames of the film it takes to hold all of a file."""
    return hand_off.timeline.rate.frames_for(file.rate.seconds(file.length))


def frame_in_film(hand_off: HandOff, shot: Shot, kind: TrackKind) -> int:
    """Return how many frames of the film its file lasts before a shot.

    Sound is heard from any moment on: from the frame of the film that is nearest to the
    shot's beginning. Of pictures, those are shown that are nearest to the moment. So it
    is the first frame of the film at which that is none before the shot's own; none
    that is shown to the shot's end is after it, then.
    """
    file = hand_off.footage[shot.code]
    share = hand_off.timeline.rate.exact / file.rate.exact
    number = hand_off.frame_in_file(shot)
    if kind is TrackKind.SOUND:
        latest = length_in_film(hand_off, file) - shot.length
        return max(0, min(nearest(number * share), latest))
    frame = max(0, ceil((number - Fraction(1, 2)) * share))
    return frame if _shown(hand_off, file, frame) >= number else frame + 1


def _shown(hand_off: HandOff, file: Footage, frame: int) -> int:
    """Return the number of the picture that MLT shows, reckoned in floats as it does.

    Where two are equally near, it is the later one, or not, as the float falls.
    """
    film = hand_off.timeline.rate.exact
    return int(frame / float(film) * float(file.rate.exact) + 0.5)


def _profile(hand_off: HandOff) -> str:
    """Return what MLT calls films of this size and rate; nothing if it knows none.

    Of a film without a known name Kdenlive 26.08 says that 23.976, 29.97 and 59.94
    frames a second, exactly written, were no standard.
    """
    film = hand_off.timeline
    size, rate = _SIZES.get((film.width, film.height)), film.rate.name
    number = rate if rate in _WHOLE_RATES else _RATES.get(rate)
    return f"{size}_{number}" if size and number else ""


def _producer(root: Element, name: str, length: int) -> Element:
    return SubElement(root, "producer", {"id": name, "in": "0", "out": str(length - 1)})


def _title(hand_off: HandOff, card: Card, text: str) -> str:
    """Return words in the middle of a black picture, as Kdenlive's own titles are."""
    width, height = hand_off.timeline.width, hand_off.timeline.height
    size = max(1, height * _LETTERS // 1080)
    rows = text.count("\n") + 1
    whole = f"0,0,{width},{height}"
    root = Element(
        "kdenlivetitle",
        LC_NUMERIC="C",
        width=str(width),
        height=str(height),
        out=str(card.length - 1),
        duration=str(card.length),
    )
    item = add(root, "item", **{"type": "QGraphicsTextItem", "z-index": "0"})
    place = add(item, "position", x="0", y=str((height - rows * size * 3 // 2) // 2))
    add(place, "transform", "1,0,0,0,1,0,0,0,1")
    # without a font it is the machine's own: one that is named and not there is asked
    # about before the project is opened
    look = {
        "font-pixel-size": str(size),
        "font-weight": "50",
        "font-italic": "0",
        "font-underline": "0",
        "font-color": "255,255,255,255",
        "font-outline": "0",
        "letter-spacing": "0",
        "line-spacing": "0",
        "alignment": "4",
        "box-width": str(width),
        "box-height": str(rows * size * 3 // 2),
    }
    add(item, "content", text, **look)
    add(root, "startviewport", rect=whole)
    add(root, "endviewport", rect=whole)
    add(root, "background", color="0,0,0,255")
    return plain(tostring(root, encoding="unicode"))


def _guides(hand_off: HandOff) -> list[dict[str, object]]:
    """Return what is to be known where: a place has one guide, of one row."""
    said: dict[int, list[str]] = {}
    for marker in hand_off.timeline.markers:
        said.setdefault(marker.at, []).append(marker_text(hand_off, marker))
    return [
        {"comment": " | ".join(told), "pos": at, "type": 0} for at, told in said.items()
    ]


def _groups(hand_off: HandOff) -> list[dict[str, object]]:
    """Return what is moved together: picture and sound of a line."""
    # tracks are counted from the lowest: sound is below pictures
    order = [one for one in hand_off.tracks if one.kind is TrackKind.SOUND][::-1]
    order += [one for one in hand_off.tracks if one.kind is TrackKind.PICTURE]
    places: dict[str, list[str]] = {}
    for number, track in enumerate(order):
        for item in track.items:
            places.setdefault(item.code, []).append(f"{number}:{item.at}")
    return [
        {
            "type": "AVSplit",
            "children": [
                {"type": "Leaf", "leaf": "clip", "data": place} for place in linked
            ],
        }
        for linked in places.values()
        if len(linked) > 1
    ]
