"""OpenTimelineIO: Resolve from 18.5 and Kdenlive from 25.04 open it by themselves.

Kdenlive 26.08 leaves out what a program draws, such as cards, takes the size of the
first clip, and misplaces what has timecode of another rate: its own project is better.

A clip's source begins at a whole frame of the recording, counted at its rate, and
lasts whole frames of the film, counted at the film's: neither is ever converted. Links
of picture and sound are kept where Resolve keeps them; there is no standard place.
"""

import json
from collections.abc import Iterator

from mediakit.errors.base import Reason
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.model.frame_rate import FrameRate
from mediakit.model.timeline import Card, Marker, Shot, Track, TrackKind
from mediakit.timeline import base, otio_schema
from mediakit.timeline.addresses import as_address
from mediakit.timeline.base import (
    FIRST_TIMECODE,
    HandOff,
    Placed,
    card_text,
    marker_text,
    unreadable,
)
from mediakit.timeline.found import ReadBack
from mediakit.timeline.otio_reading import read_timeline
from mediakit.timeline.otio_schema import Json, time, time_range
from mediakit.timeline.otio_values import OURS
from mediakit.timeline.reading import TOO_LARGE, verify_parts

NAME = "otio"
SUFFIX = ".otio"
FIRST = FIRST_TIMECODE
NAMES_FILES = True

_RESOLVE = "Resolve_OTIO"
_STEREO = 2


def recognizes(content: bytes) -> bool:
    """Tell whether a file is JSON that names a schema of OpenTimelineIO."""
    head = content[:4096].lstrip()
    return head.startswith(b"{") and b'"OTIO_SCHEMA"' in head


def write(hand_off: HandOff) -> bytes:
    """Return the film as a timeline of tracks, with all markers on it."""
    film = hand_off.timeline
    tracks = [_track(hand_off, track) for track in hand_off.tracks]
    markers = [_marker(hand_off, marker) for marker in film.markers]
    made = otio_schema.timeline(
        film.title,
        time(hand_off.first, film.rate),
        otio_schema.stack(tracks, markers),
        {OURS: {"film": film.film, "rate": film.rate.written, "drop": film.rate.drop}},
    )
    return f"{json.dumps(made, indent=1, ensure_ascii=False)}\n".encode()


def read(content: bytes, file: str, rate: FrameRate | None = None) -> ReadBack:
    """Return what a timeline says, which has its own rate.

    Raises:
        TimelineUnreadable: It is none, or beyond any film.
    """
    del rate
    try:
        verify_parts(content, b"[{,")
        return read_timeline(json.loads(content.decode("utf-8-sig")))
    except (ValueError, OverflowError) as error:
        raise unreadable(file, error) from error
    except RecursionError as error:
        raise TimelineUnreadable(file=file, reason=Reason(TOO_LARGE)) from error


def placed(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return everything: this format can say it all."""
    return base.placed(hand_off)


def _track(hand_off: HandOff, track: Track) -> Json:
    children = list(_children(hand_off, track))
    if track.kind is TrackKind.PICTURE:
        return otio_schema.track(track.name, "Video", children, {})
    shots = [item for item in track.items if isinstance(item, Shot)]
    channels = max((hand_off.footage[one.code].channels for one in shots), default=0)
    sound = {"Audio Type": "Stereo" if channels >= _STEREO else "Mono"}
    return otio_schema.track(track.name, "Audio", children, {_RESOLVE: sound})


def _children(hand_off: HandOff, track: Track) -> Iterator[Json]:
    rate, at = hand_off.timeline.rate, 0
    for item in track.items:
        if item.at > at:
            lasts = time_range(time(0, rate), time(item.at - at, rate))
            yield otio_schema.gap(lasts)
        if isinstance(item, Card):
            yield _card(hand_off, item)
        else:
            yield _clip(hand_off, item)
        at = item.end


def _clip(hand_off: HandOff, shot: Shot) -> Json:
    file = hand_off.footage[shot.code]
    start = time(file.first + hand_off.frame_in_file(shot), file.rate)
    available = time_range(time(file.first, file.rate), time(file.length, file.rate))
    link = 1 + [*hand_off.footage].index(shot.code)
    return otio_schema.clip(
        file.name,
        time_range(start, time(shot.length, hand_off.timeline.rate)),
        otio_schema.file(as_address(file.path), available, {}),
        {
            OURS: {"clip": file.clip, "line": shot.code},
            _RESOLVE: {"Link Group ID": link},
        },
    )


def _card(hand_off: HandOff, card: Card) -> Json:
    """Return words, as a clip whose picture a program makes."""
    rate = hand_off.timeline.rate
    lasts = time_range(time(0, rate), time(card.length, rate))
    text = card_text(card, hand_off.timeline.languages)
    return otio_schema.clip(
        text.replace("\n", " / "),
        lasts,
        otio_schema.generator("Text", lasts, {"text": text}),
        {OURS: {"line": card.code, "kind": card.kind.value}},
    )


def _marker(hand_off: HandOff, marker: Marker) -> Json:
    rate = hand_off.timeline.rate
    return otio_schema.marker(
        hand_off.names.get(marker.code, marker.code),
        time_range(time(marker.at, rate), time(marker.length, rate)),
        # Kdenlive shows nothing else of a marker, and in one row
        marker_text(hand_off, marker),
        {OURS: {"line": marker.code, "kind": marker.kind.value}},
    )
