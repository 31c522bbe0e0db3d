"""The tracks of a Kdenlive project, and how they are put together."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from mediakit.model.timeline import Card, Shot, Track, TrackKind
from mediakit.timeline.base import HandOff, Placed, nearest
from mediakit.timeline.kdenlive_bin import Bin, add_property, frame_in_film
from mediakit.timeline.xml_document import add

_BY_KDENLIVE = 237
"""Marks what Kdenlive itself put there, to be kept as tracks come and go."""


def add_tracks(root: Element, hand_off: HandOff, files: Bin) -> Sequence[Track]:
    """Add the tracks, the lowest first: sound, then pictures; return them."""
    sound = [one for one in hand_off.tracks if one.kind is TrackKind.SOUND]
    pictures = [one for one in hand_off.tracks if one.kind is TrackKind.PICTURE]
    tracks = [*reversed(sound), *pictures]
    for number, track in enumerate(tracks):
        _add_playlist(root, hand_off, files, number, track)
        SubElement(root, "playlist", {"id": f"playlist{number}b"})
        made = add(root, "tractor", id=f"tractor{number}")
        add_property(made, "kdenlive:track_name", track.name)
        is_sound = track.kind is TrackKind.SOUND
        if is_sound:
            add_property(made, "kdenlive:audio_track", 1)
        hide = "video" if is_sound else "audio"
        for half in "ab":
            add(made, "track", hide=hide, producer=f"playlist{number}{half}")
    return tracks


def add_film(root: Element, hand_off: HandOff, tracks: Sequence[Track]) -> None:
    """Add the tracks on top of one another, over black."""
    last = str(hand_off.timeline.length - 1)
    black = SubElement(root, "producer", {"id": "black_track", "in": "0", "out": last})
    add_property(black, "length", hand_off.timeline.length)
    add_property(black, "eof", "continue")
    add_property(black, "resource", "black")
    add_property(black, "mlt_service", "color")
    # without this it is taken for a clip that was lost from the bin
    add_property(black, "kdenlive:playlistid", "black_track")
    add_property(black, "mlt_image_format", "rgba")
    film = SubElement(root, "tractor", {"id": "film", "in": "0", "out": last})
    add(film, "track", producer="black_track")
    for number in range(len(tracks)):
        add(film, "track", producer=f"tractor{number}")
    for number, track in enumerate(tracks, start=1):
        _add_transition(film, number, track.kind)


def placed_frames(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return everything, places in recordings counted as a project can say them."""
    return tuple(sorted(_placed(hand_off)))


def _placed(hand_off: HandOff) -> Iterator[Placed]:
    for track in hand_off.tracks:
        for item in track.items:
            if isinstance(item, Card):
                yield Placed(track.name, item.at, item.length)
                continue
            file = hand_off.footage[item.code]
            first = file.rate.seconds(file.first) * hand_off.timeline.rate.exact
            frame = nearest(first + frame_in_film(hand_off, item, track.kind))
            yield Placed(track.name, item.at, item.length, file.clip, frame)


def _add_playlist(
    root: Element, hand_off: HandOff, files: Bin, number: int, track: Track
) -> None:
    made = add(root, "playlist", id=f"playlist{number}a")
    at = 0
    for item in track.items:
        if item.at > at:
            add(made, "blank", length=str(item.at - at))
        begin = 0
        if isinstance(item, Shot):
            begin = frame_in_film(hand_off, item, track.kind)
        entry = SubElement(
            made,
            "entry",
            {
                "producer": files.producer(item, track.kind),
                "in": str(begin),
                "out": str(begin + item.length - 1),
            },
        )
        add_property(entry, "kdenlive:id", files.number(item))
        at = item.end


def _add_transition(film: Element, number: int, kind: TrackKind) -> None:
    made = add(film, "transition", id=f"transition{number}")
    add_property(made, "a_track", 0)
    add_property(made, "b_track", number)
    if kind is TrackKind.SOUND:
        add_property(made, "mlt_service", "mix")
        add_property(made, "kdenlive_id", "mix")
        add_property(made, "sum", 1)
        add_property(made, "accepts_blanks", 1)
    else:
        add_property(made, "mlt_service", "frei0r.cairoblend")
        add_property(made, "kdenlive_id", "frei0r.cairoblend")
    add_property(made, "always_active", 1)
    add_property(made, "internal_added", _BY_KDENLIVE)
