"""Sound whose packets can be copied: AAC of the plain kind, without holes.

A packet of AAC sounds right only after the one before it. So the copy begins with
one packet that is not played, and the file says how much of it to leave out: the
sound begins at the very sample. Other codecs look back further, or are not played
everywhere in an MP4, and are encoded anew.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.media.cutting.plan import Plan, opened, rounded, seek
from mediakit.media.cutting.refusal import SoundNotCopyable

_PROFILE = "LC"
_RUN_UP = Fraction(1, 2)
# coarse clocks (Matroska's milliseconds) make times jump a little
_JITTER = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Piece:
    """A packet of sound in a cut.

    Attributes:
        time: When it begins, in samples from the beginning of the cut; before that
            where it only prepares what follows.
        duration: How many samples of it are played.
        content: The packet.
    """

    time: int
    duration: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Known:
    """A track that can be copied, so that the file need not be looked through again.

    Attributes:
        number: Its place among the sound tracks.
        rate: Samples a second.
        size: Samples in a packet.
    """

    number: int
    rate: int
    size: int


# Any, here and below: PyAV's containers and streams
def can_be_copied(container: Any, stream: Any, plan: Plan) -> bool:
    """Tell whether a track is of the right kind, and there at both ends of a cut."""
    context = stream.codec_context
    if context.name != "aac" or stream.profile != _PROFILE or not context.frame_size:
        return False
    start, end = sample(plan.start, stream), sample(plan.end, stream)
    return _reaches(container, stream, start, start + 1) and _reaches(
        container, stream, max(start, end - context.frame_size), end
    )


def copied_sound(source: Path, known: Known, plan: Plan) -> Iterator[Piece]:
    """Yield the packets of a sound track.

    Args:
        source: The recording.
        known: The track.
        plan: Where the cut is.

    Raises:
        SoundNotCopyable: It has a hole on the way.
    """
    start, end = round(plan.start * known.rate), round(plan.end * known.rate)
    size = known.size
    with opened(source, by_header=plan.is_indexed) as container:
        before = held = None
        for place, content in _contiguous(container, known, start):
            if place >= end:
                break
            piece = Piece(place - start, size, content)
            if place + size <= start:
                before = piece
                continue
            if held is None and place > start:
                raise SoundNotCopyable(known.number)
            ready = before if held is None else held
            if ready is not None:
                yield ready
            held = piece
        if held is None:
            raise SoundNotCopyable(known.number)
        yield replace(held, duration=end - start - held.time)


def whole_packets(source: Path, known: Known, plan: Plan) -> Iterator[Piece]:
    """Do as `copied_sound` does, with only what begins and ends between the times."""
    start, end = round(plan.start * known.rate), round(plan.end * known.rate)
    size = known.size
    with opened(source, by_header=plan.is_indexed) as container:
        for place, content in _contiguous(container, known, start):
            if place + size > end:
                return
            if place >= start:
                yield Piece(place - start, size, content)


def sample(time: Fraction, stream: Any) -> int:
    """Return which sample of a track is heard at a time."""
    rate: int = stream.codec_context.sample_rate
    return round(time * rate)


def _reaches(container: Any, stream: Any, start: int, end: int) -> bool:
    """Tell whether a track has a packet that is heard between two samples."""
    size, rate = stream.codec_context.frame_size, stream.codec_context.sample_rate
    for place, _content in _placed(container, stream, rate, start):
        if place >= end:
            return False
        if place + size > start:
            return True
    return False


def _contiguous(
    container: Any, known: Known, start: int
) -> Iterator[tuple[int, bytes]]:
    """Yield the packets around and after a sample, each where the last one ends."""
    jitter = math.floor(_JITTER * known.rate)
    stream = container.streams.audio[known.number]
    expected = None
    for found, content in _placed(container, stream, known.rate, start):
        place = found
        if expected is not None:
            if abs(found - expected) <= jitter:
                place = expected
            elif found > start:
                raise SoundNotCopyable(known.number)
        expected = place + known.size
        yield place, content


def _placed(
    container: Any, stream: Any, rate: int, start: int
) -> Iterator[tuple[int, bytes]]:
    """Yield packets from a little before a sample on, with their first sample."""
    tick = stream.time_base
    early, unit = Fraction(start, rate) - _RUN_UP, tick * rate
    seek(container, stream, math.floor(early / tick))
    for packet in container.demux(stream):
        if packet.size and packet.pts is not None:
            yield rounded(packet.pts, unit), bytes(packet)
