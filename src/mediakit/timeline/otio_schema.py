"""The schemas of OpenTimelineIO that films need, as its JSON has them.

Its own library is not used here: a process that made a clip with metadata through it
may abort as it ends (AcademySoftwareFoundation/OpenTimelineIO#1474, open, seen with
0.18.1), and it is not published for every Python.
"""

from collections.abc import Mapping, Sequence

from mediakit.model.frame_rate import FrameRate

Json = Mapping[str, object]


def time(frames: int, rate: FrameRate) -> Json:
    """Return a number of frames; whole numbers are exact up to 2 to the 53rd."""
    return {
        "OTIO_SCHEMA": "RationalTime.1",
        "rate": float(rate.exact),
        "value": float(frames),
    }


def time_range(start: Json, duration: Json) -> Json:
    """Return what begins somewhere and lasts for a time."""
    return {
        "OTIO_SCHEMA": "TimeRange.1",
        "duration": duration,
        "start_time": start,
    }


def timeline(name: str, first: Json, tracks: Json, metadata: Json) -> Json:
    """Return a film, whose first frame has a number."""
    return {
        "OTIO_SCHEMA": "Timeline.1",
        "metadata": metadata,
        "name": name,
        "global_start_time": first,
        "tracks": tracks,
    }


def stack(children: Sequence[Json], markers: Sequence[Json]) -> Json:
    """Return tracks, the lowest first."""
    return _item("Stack.1", "tracks", None, {}, markers) | {"children": [*children]}


def track(name: str, kind: str, children: Sequence[Json], metadata: Json) -> Json:
    """Return a track, of the kind ``Video`` or ``Audio``."""
    made = _item("Track.1", name, None, metadata)
    return made | {"kind": kind, "children": [*children]}


def clip(name: str, range_: Json, media: Json, metadata: Json) -> Json:
    """Return a part of something."""
    return _item("Clip.2", name, range_, metadata) | {
        "media_references": {"DEFAULT_MEDIA": media},
        "active_media_reference_key": "DEFAULT_MEDIA",
    }


def gap(range_: Json) -> Json:
    """Return nothing, for a time."""
    return _item("Gap.1", "", range_, {})


def file(address: str, available: Json, metadata: Json) -> Json:
    """Return a file of which parts are used."""
    made = _media("ExternalReference.1", available, metadata)
    return made | {"target_url": address}


def generator(kind: str, available: Json, parameters: Json) -> Json:
    """Return something that a program makes by itself."""
    made = _media("GeneratorReference.1", available, {})
    return made | {"generator_kind": kind, "parameters": parameters}


def marker(name: str, range_: Json, comment: str, metadata: Json) -> Json:
    """Return what is to be known of a place."""
    return {
        "OTIO_SCHEMA": "Marker.2",
        "metadata": metadata,
        "name": name,
        "color": "GREEN",
        "comment": comment,
        "marked_range": range_,
    }


def _item(
    schema: str,
    name: str,
    range_: Json | None,
    metadata: Json,
    markers: Sequence[Json] = (),
) -> dict[str, object]:
    return {
        "OTIO_SCHEMA": schema,
        "metadata": metadata,
        "name": name,
        "source_range": range_,
        "effects": [],
        "markers": [*markers],
        "enabled": True,
    }


def _media(schema: str, available: Json, metadata: Json) -> dict[str, object]:
    return {
        "OTIO_SCHEMA": schema,
        "metadata": metadata,
        "name": "",
        "available_range": available,
        "available_image_bounds": None,
    }
