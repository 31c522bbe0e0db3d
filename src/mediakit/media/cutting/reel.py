"""The pictures of a video whose packets can be copied: H.264 in MP4, MOV, Matroska."""

import contextlib
import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.media.containers import bound
from mediakit.media.cutting.nal import is_idr
from mediakit.media.cutting.parameter_sets import (
    EXTENDED,
    Record,
    read_record,
    read_sequence,
)
from mediakit.media.cutting.plan import TICKS, Plan, opened, rounded, seek
from mediakit.media.cutting.refusal import NotCopyable
from mediakit.media.probe import pictures

_CONTAINERS = {"mov", "matroska"}
_STEPS_BACK = (0, 2, 20)  # seconds
_FORMATS = {"yuv420p", "yuvj420p"}


# Any, here and below: PyAV's containers, streams and packets
def exact(video: Any) -> Record:
    """Return the parameter sets of a stream that can be cut at any picture.

    Raises:
        NotCopyable: It is of another kind.
    """
    context = video.codec_context
    if context.name != "h264" or context.pix_fmt not in _FORMATS:
        raise NotCopyable(f"its pictures are {context.name} {context.pix_fmt}")
    record = read_record(context.extradata or b"")
    for sps in record.sps:
        sequence = read_sequence(sps)
        if not sequence.is_progressive or sequence.profile == EXTENDED:
            raise NotCopyable("its pictures are made of fields or partitions")
    return record


@dataclass(frozen=True, slots=True)
class Reel:
    """The pictures of a video, and which of them a cut holds.

    Attributes:
        container: PyAV's, of the source.
        video: Its stream.
        record: The parameter sets in its header.
        first: When the first picture of the cut shows in the source, in ticks.
        start: When the cut begins there.
        end: When it ends there.
        unit: Ticks in one of the source's own clock.
    """

    container: Any
    video: Any
    record: Record
    first: int
    start: int
    end: int
    unit: Fraction

    def at(self, pts: int) -> int:
        """Return when a picture shows in the source, in ticks."""
        return rounded(pts, self.unit)

    def holds(self, pts: int) -> bool:
        """Tell whether a picture is in the cut."""
        return self.first <= self.at(pts) < self.end

    def packets(self, pts: int) -> Iterator[Any]:
        """Yield packets in the order of decoding, from the key frame before *pts*.

        Raises:
            NotCopyable: One has no time, or is in the cut but not to be shown.
        """
        for earlier in _STEPS_BACK:
            seek(self.container, self.video, pts - self.pts(earlier * TICKS))
            every = self._following()
            first = next(every, None)
            # indexes of times of decoding lead too far
            if first is not None and first.pts <= pts:
                yield from itertools.chain((first,), every)
                return
        seek(self.container, self.video, self.video.start_time or 0)
        yield from self._following()

    def _following(self) -> Iterator[Any]:
        for packet in self.container.demux(self.video):
            if not packet.size:
                continue
            if packet.pts is None:
                raise NotCopyable("its pictures have no times")
            if packet.is_discard and self.holds(packet.pts):
                raise NotCopyable("it hides pictures in its middle")
            yield packet

    def is_safe(self, packet: Any) -> bool:
        """Tell whether decoding can begin at a packet, and nothing later needs more."""
        return packet.is_keyframe and is_idr(bytes(packet), self.record.length)

    def pts(self, ticks: int) -> int:
        """Return the last time of the source's own clock that is not after *ticks*."""
        # the times of the source are rounded to ticks
        return math.floor((ticks + Fraction(1, 2)) / self.unit)


@contextlib.contextmanager
def threaded(
    source: Path, plan: Plan, examine: Callable[[Any], Record] = exact
) -> Iterator[Reel]:
    """Open a video to copy its pictures.

    Args:
        source: The video.
        plan: Where the cut is.
        examine: Returns the parameter sets of a stream, if it can be copied.

    Raises:
        NotCopyable: They are of a kind that is not copied.
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    with opened(source) as container:
        yield reel_within(container, plan, examine)


def reel_within(
    container: Any, plan: Plan, examine: Callable[[Any], Record] = exact
) -> Reel:
    """Do as `threaded` does, with the video open."""
    video: Any = pictures(container)
    if _CONTAINERS.isdisjoint(container.format.name.split(",")):
        raise NotCopyable(f"its container is {container.format.name}")
    bound(video)
    return Reel(
        container=container,
        video=video,
        record=examine(video),
        first=round(plan.picture * TICKS),
        start=round(plan.start * TICKS),
        end=round(plan.end * TICKS),
        unit=video.time_base * TICKS,
    )
