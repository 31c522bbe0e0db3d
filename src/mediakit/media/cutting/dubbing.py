"""The pictures of one file with the sound of another, both as they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mediakit.media.cutting.mp4 import Strand, created, write
from mediakit.media.cutting.plan import opened
from mediakit.media.probe import pictures as pictures_of


def dub(film: Path, sound: Path, target: Path) -> Iterator[float]:
    """Write the pictures of *film* with the first track of *sound*, as an MP4.

    Args:
        film: A cut.
        sound: AAC, as long as the cut.
        target: A file that may be written over.

    Yields:
        The time after each packet, in seconds.

    Raises:
        ReadFailed: One of them cannot be read.
        WriteFailed: The disk is full or failed.
    """
    with opened(film) as seen, opened(sound) as heard, created(target) as container:
        video, track = pictures_of(seen), heard.streams.audio[0]
        strands = [
            _copied(container, one, stream)
            for one, stream in ((seen, video), (heard, track))
        ]
        yield from write(container, target, strands)


# Any: PyAV's containers and streams
def _copied(container: Any, source: Any, stream: Any) -> Strand:
    copy = container.add_stream_from_template(stream)
    copy.time_base = stream.time_base
    return _packets(source, stream, copy)


def _packets(source: Any, stream: Any, copy: Any) -> Strand:
    for packet in source.demux(stream):
        if packet.size and packet.dts is not None:
            time = float(packet.dts * packet.time_base)
            packet.stream = copy
            yield time, packet
