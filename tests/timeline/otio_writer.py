"""Write a cut with OpenTimelineIO, as strangers would.

A program of its own: a process that used the library may abort as it ends
(AcademySoftwareFoundation/OpenTimelineIO#1474).
"""

import json
import os
import sys

import opentimelineio as otio

Time, Range = otio.opentime.RationalTime, otio.opentime.TimeRange


def main(adapter: str, rate: str) -> None:
    """Write a track of shots, given as name, first frame and length; none is a gap."""
    frames = float(rate)
    track = otio.schema.Track("V1", kind=otio.schema.TrackKind.Video)
    for name, first, length in json.load(sys.stdin):
        lasts = Time(length, frames)
        if not name:
            whole = Range(Time(0, frames), lasts)
            track.append(otio.schema.Gap(source_range=whole))
            continue
        media = otio.schema.ExternalReference(
            target_url=f"file:///R/{name}.mov",
            available_range=Range(Time(0, frames), Time(1_000_000, frames)),
        )
        part = Range(Time(first, frames), lasts)
        made = otio.schema.Clip(name, media_reference=media, source_range=part)
        made.metadata["cmx_3600"] = {"reel": name}
        track.append(made)
    cut = otio.schema.Timeline("Cut", global_start_time=Time(3600 * frames, frames))
    cut.tracks.append(track)
    options = {"rate": frames} if adapter == "cmx_3600" else {}
    text = otio.adapters.write_to_string(cut, adapter, **options)
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()
    os._exit(0)


main(*sys.argv[1:])
