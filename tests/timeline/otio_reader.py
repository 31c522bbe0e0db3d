"""Read a timeline with OpenTimelineIO, as strangers would, and print what is on it.

A program of its own: a process that used the library may abort as it ends
(AcademySoftwareFoundation/OpenTimelineIO#1474).
"""

import json
import os
import sys

import opentimelineio as otio


def main(adapter: str, rate: str) -> None:
    """Print the items of every track: name, where, how long, where in the source."""
    text = sys.stdin.buffer.read().decode()
    options = {"rate": float(rate)} if adapter == "cmx_3600" else {}
    made = otio.adapters.read_from_string(text, adapter, **options)
    if isinstance(made, otio.schema.SerializableCollection):
        made = next(made.find_children(descended_from_type=otio.schema.Timeline))
    tracks = []
    for number, track in enumerate(made.tracks):
        items = []
        for item in track:
            if isinstance(item, otio.schema.Gap):
                continue
            place = track.range_of_child(item)
            items.append(
                [
                    place.start_time.to_seconds() * float(rate),
                    place.duration.to_seconds() * float(rate),
                    item.source_range.start_time.to_seconds(),
                    getattr(item.media_reference, "target_url", None),
                ]
            )
        # lists are counted from the first event of each track
        begun = track.source_range.start_time if track.source_range else None
        first = -begun.to_seconds() * float(rate) if begun else 0.0
        tracks.append([number, track.name, track.kind, first, items])
    print(json.dumps(tracks))  # noqa: T201 it is what this program is for
    sys.stdout.flush()
    os._exit(0)


main(*sys.argv[1:])
