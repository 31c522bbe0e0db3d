"""The pictures of a cut, in the order of decoding: encoded, copied, encoded."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import partial
from typing import Any

from mediakit.machine import threads
from mediakit.media.containers import MOST_PIXELS
from mediakit.media.cutting.nal import bare
from mediakit.media.cutting.plan import TICKS
from mediakit.media.cutting.reel import Reel
from mediakit.media.cutting.refusal import NotCopyable
from mediakit.media.cutting.seam_encoder import Picture, encoded, open_encoder
from mediakit.media.cutting.seams import Seams


def spliced(reel: Reel, seams: Seams, rate: Fraction) -> Iterator[Picture]:
    """Yield the pictures of a cut.

    No more than a few are decoded at a time, whatever the length of the cut.

    Raises:
        NotCopyable: The source is damaged at a seam, or changes on the way.
    """
    if seams.head:
        near = reel.pts(reel.first)
        frames = _frames(reel, near, partial(_is_before, reel, seams), seams.head)
        yield from _made_anew(reel, seams, rate, frames)
    yield from _copied(reel, seams)
    if seams.tail:
        frames = _frames(
            reel, seams.reference, seams.tail.__contains__, len(seams.tail)
        )
        yield from _made_anew(reel, seams, rate, frames)


def timed(
    every: Iterable[Picture], depth: int, rate: Fraction
) -> Iterator[tuple[int, Picture]]:
    """Yield pictures with their times of decoding, in ticks.

    These are the times they show at, in order, *depth* pictures late: no picture
    is then shown before it is decoded.

    Args:
        every: In the order of decoding.
        depth: How many pictures wait at most to be shown.
        rate: Pictures a second, about.

    Raises:
        NotCopyable: More wait than *depth* says.
    """
    waiting: list[int] = []
    before = None
    for number, picture in enumerate(every):
        heapq.heappush(waiting, picture.time)
        ahead = depth - number
        time = -round(ahead * TICKS / rate) if ahead > 0 else heapq.heappop(waiting)
        if before is not None and time <= before:
            raise NotCopyable("its pictures wait longer than its header says")
        before = time
        yield time, picture


def _is_before(reel: Reel, seams: Seams, pts: int) -> bool:
    return reel.holds(pts) and pts < seams.begin


def _copied(reel: Reel, seams: Seams) -> Iterator[Picture]:
    known = frozenset(reel.record.sps + reel.record.pps)
    begun = False
    for packet in reel.packets(seams.begin):
        begun = begun or packet.pts == seams.begin
        if not begun:
            continue
        if not reel.holds(packet.pts):
            raise NotCopyable("its pictures are not where they were found before")
        content = bare(bytes(packet), reel.record.length, known)
        is_key = bool(packet.is_keyframe)
        yield Picture(seams.time(reel, packet.pts), content, is_key)
        if packet.pts == seams.last:
            return
    raise NotCopyable("it ends before its index does")


# Any, here and below: PyAV's frames
def _made_anew(
    reel: Reel, seams: Seams, rate: Fraction, frames: Iterable[Any]
) -> Iterator[Picture]:
    encoder = open_encoder(reel.video, reel.record, rate)
    timed_frames = ((seams.time(reel, frame.pts), frame) for frame in frames)
    return encoded(encoder, timed_frames)


def _frames(
    reel: Reel, near: int, wanted: Callable[[int], bool], count: int
) -> Iterator[Any]:
    """Yield decoded pictures, in the order they show.

    Args:
        reel: The source.
        near: The time to go to.
        wanted: Tells by its time whether a picture is to be yielded.
        count: How many there will be.
    """
    found = 0
    for frame in _decoded(reel, near, wanted, count):
        if frame.pts is None or not wanted(frame.pts):
            continue
        if frame.is_corrupt:
            raise NotCopyable("a picture at a seam is damaged")
        found += 1
        yield frame
    if found != count:
        raise NotCopyable("a picture at a seam cannot be decoded")


def _decoded(
    reel: Reel, near: int, wanted: Callable[[int], bool], count: int
) -> Iterator[Any]:
    decoder = _open_decoder(reel)
    fed = 0
    for packet in reel.packets(near):
        is_wanted = wanted(packet.pts)
        # what nothing refers to need not be decoded to get at the others
        decoder.skip_frame = "DEFAULT" if is_wanted else "NONREF"
        yield from decoder.decode(packet)
        fed += is_wanted
        if fed == count:
            break
    yield from decoder.decode(None)


def _open_decoder(reel: Reel) -> Any:
    import av
    from av.codec.context import ThreadType

    source = reel.video.codec_context
    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = source.extradata
    decoder.reorder_depth = source.reorder_depth
    decoder.thread_type, decoder.thread_count = ThreadType.AUTO, threads()
    decoder.options = {"max_pixels": str(MOST_PIXELS)}
    return decoder
