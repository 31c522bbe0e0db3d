"""Look at a cut whose pieces were joined: does it decode where they meet?"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.media.containers import MOST_PIXELS
from mediakit.media.cutting.plan import TICKS, opened, seek
from mediakit.media.cutting.refusal import NotCopyable
from mediakit.media.probe import pictures

_LOOKED_AT = 16  # pictures of each piece
_LOOKED_AT_ALONE = 2  # where nothing was joined: that the header fits its pictures


def verify(target: Path, pieces: Sequence[int]) -> None:
    """Decode the first pictures of each piece of a cut, one piece after the other.

    Args:
        target: The cut.
        pieces: When each begins, in ticks; a key frame is there.

    Raises:
        NotCopyable: A decoder complains, or a picture is missing or elsewhere.
        ReadFailed: The cut cannot be read.
    """
    import av

    with opened(target, by_header=True) as container:
        video = pictures(container)
        if video is None:
            raise NotCopyable("the cut has no pictures")
        try:
            written, shown = _decoded(container, video, pieces)
        except av.FFmpegError as error:
            raise NotCopyable(f"the cut does not decode: {error}") from error
    if sorted(written) != [frame.pts for frame in shown]:
        raise NotCopyable("pictures of the cut are missing or not in order")
    if any(frame.is_corrupt for frame in shown):
        raise NotCopyable("pictures of the cut are damaged")


# Any, here and below: PyAV's containers, streams and frames
def _decoded(
    container: Any, video: Any, pieces: Sequence[int]
) -> tuple[list[int], list[Any]]:
    """Return the times of some packets, and the frames that they decode to."""
    decoder = _strict_decoder(video)
    most = _LOOKED_AT if len(pieces) > 1 else _LOOKED_AT_ALONE
    written: list[int] = []
    shown: list[Any] = []
    for start, end in zip(pieces, (*pieces[1:], None), strict=True):
        for packet in _packets(container, video, start, end, most):
            written.append(packet.pts)
            shown += decoder.decode(packet)
    return written, shown + decoder.decode(None)


def _packets(
    container: Any, video: Any, start: int, end: int | None, most: int
) -> Iterator[Any]:
    """Yield the first packets of a piece."""
    seek(container, video, round(Fraction(start, TICKS) / video.time_base))
    found = 0
    for packet in container.demux(video):
        time = round((packet.pts or 0) * video.time_base * TICKS)
        # an index of times of decoding may lead to the piece before
        if not found and time != start:
            continue
        if not packet.size or found == most or (end and time >= end):
            break
        found += 1
        yield packet
    if not found:
        raise NotCopyable("a piece of the cut is not where it should be")


def _strict_decoder(video: Any) -> Any:
    import av

    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = video.codec_context.extradata
    decoder.reorder_depth = video.codec_context.reorder_depth
    decoder.thread_count = 1
    decoder.options = {"max_pixels": str(MOST_PIXELS), "err_detect": "explode"}
    return decoder
