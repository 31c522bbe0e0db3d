"""Cut a video exactly while copying most of it.

What is shown before the first key frame is decoded and encoded again, and so are
the last few pictures where the order of decoding is not the order of showing. All
between is copied, and so is sound. Nothing from outside the range is in the file
but the sound that its first and last packets begin and end with.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from mediakit.media.cutting.mp4 import (
    Strand,
    add_pictures,
    created,
    picture_packets,
    write,
)
from mediakit.media.cutting.plan import opened, plan_within
from mediakit.media.cutting.reel import Reel, reel_within
from mediakit.media.cutting.seam_encoder import open_encoder, with_sets_of
from mediakit.media.cutting.seams import Seams, find_seams
from mediakit.media.cutting.sound_strand import Cut, sound_strands, until_sound_fits
from mediakit.media.cutting.splice import spliced, timed
from mediakit.media.cutting.verify import verify
from mediakit.model.timecode import TimeRange

HOW = "copied"


def copy_video(
    source: Path, target: Path, span: TimeRange, gain: float = 0.0
) -> Iterator[int]:
    """Write a range of a video as an MP4; yield the milliseconds done so far.

    What the cut holds is what `reencode.encode_video` says, but that pictures lie as
    the source's do, for players to turn.

    Args:
        source: The original.
        target: A file that may be written over; it becomes the cut.
        span: What to cut, from the beginning of the clip.
        gain: Decibels that its sound is made louder.

    Raises:
        NotCopyable: It cannot be done so.
        NothingToCut: There are no moving pictures.
        ReadFailed: The source cannot be read, or is damaged.
        WriteFailed: The disk is full or failed.
    """
    with opened(source) as container:
        plan = plan_within(container, source, span)
        reel = reel_within(container, plan)
        cut = Cut(source, target, span, plan, gain)
        yield from until_sound_fits(cut, partial(_written, reel))


def _written(reel: Reel, cut: Cut) -> Iterator[int]:
    seams = find_seams(reel)
    with created(cut.target) as container:
        shown = _pictures(container, cut, reel, seams)
        heard = sound_strands(container, reel.container, cut)
        for time in write(container, cut.target, [shown, *heard]):
            yield min(cut.span.duration, max(0, round(time * 1000)))
    verify(cut.target, seams.pieces(reel))


# Any: PyAV's container
def _pictures(container: Any, cut: Cut, reel: Reel, seams: Seams) -> Strand:
    rate, record = cut.plan.rate, reel.record
    if seams.head or seams.tail:
        record = with_sets_of(open_encoder(reel.video, record, rate), record)
    stream = add_pictures(container, reel.video, record)
    depth = reel.video.codec_context.reorder_depth
    ordered = timed(spliced(reel, seams, rate), depth, rate)
    return picture_packets(stream, ordered, reel.end - reel.start)
