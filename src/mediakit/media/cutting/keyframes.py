"""Cut a video from key frame to key frame: at once, and not exactly.

Nothing is decoded, so the cut begins with the key frame before the start and ends
before one after the end. It plays all that it holds: nothing is hidden from players.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.media.cutting.copied_sound import whole_packets
from mediakit.media.cutting.mp4 import (
    Strand,
    add_pictures,
    created,
    picture_packets,
    write,
)
from mediakit.media.cutting.nal import bare, bare_hevc
from mediakit.media.cutting.parameter_sets import Record, read_record
from mediakit.media.cutting.plan import TICKS, Plan, plan_cut, tracks_between
from mediakit.media.cutting.reel import Reel, threaded
from mediakit.media.cutting.refusal import NotCopyable
from mediakit.media.cutting.seam_encoder import Picture
from mediakit.media.cutting.sound_strand import Cut, sound_strands, until_sound_fits
from mediakit.media.cutting.splice import timed
from mediakit.model.timecode import TimeRange

HOW = "key frames"

_VP9 = {"vp9", "libvpx-vp9"}
_HEVC_LENGTH = 21  # where an H.265 header says how long lengths are


def keyframe_range(source: Path, span: TimeRange) -> TimeRange:
    """Return what a cut from key frame to key frame holds: *span*, and what is around.

    Raises:
        NotCopyable: It cannot be cut so.
        NothingToCut: There are no moving pictures.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    return _widened(source, span)[1]


def copy_keyframes(source: Path, target: Path, span: TimeRange) -> Iterator[int]:
    """Write a part of a video as an MP4; yield the milliseconds done so far.

    Args:
        source: The original.
        target: A file that may be written over; it becomes the cut.
        span: What is asked for; the cut holds what `keyframe_range` says.

    Raises:
        NotCopyable: It cannot be cut so.
        NothingToCut: There are no moving pictures.
        ReadFailed: The source cannot be read, or is damaged.
        WriteFailed: The disk is full or failed.
    """
    plan, held = _widened(source, span)
    return until_sound_fits(Cut(source, target, held, plan), _written)


def _widened(source: Path, span: TimeRange) -> tuple[Plan, TimeRange]:
    """Return where the cut lies, and its range in whole milliseconds around that."""
    plan = plan_cut(source, span)
    with threaded(source, plan, _any_kind) as reel:
        start, end = (Fraction(time, TICKS) for time in _ends(reel))
        tracks = tracks_between(reel.container, start, end)
    zero = plan.start - Fraction(span.start, 1000)
    held = TimeRange(
        max(0, math.floor((start - zero) * 1000)), math.ceil((end - zero) * 1000)
    )
    return replace(plan, start=start, picture=start, end=end, tracks=tracks), held


def _written(cut: Cut) -> Iterator[int]:
    with (
        threaded(cut.source, cut.plan, _any_kind) as reel,
        created(cut.target) as container,
    ):
        shown = _pictures(container, reel, cut.plan.rate)
        heard = sound_strands(container, reel.container, cut, whole_packets)
        for time in write(container, cut.target, [shown, *heard]):
            yield min(cut.span.duration, max(0, round(time * 1000)))


# Any, here and below: PyAV's containers and streams
def _any_kind(video: Any) -> Record:
    """Return the parameter sets of a stream whose packets an MP4 can hold."""
    context = video.codec_context
    header = context.extradata or b""
    if context.name == "h264":
        return read_record(header)
    if context.name == "hevc" and header[:1] == b"\1":
        return Record((header[_HEVC_LENGTH] & 3) + 1, (), ())
    if context.name in _VP9:
        return Record(0, (), ())
    raise NotCopyable(f"its pictures are {context.name}")


def _ends(reel: Reel) -> tuple[int, int]:
    """Return when the first key frame shows, and when the last picture ends."""
    first = next((p for p in reel.packets(reel.pts(reel.first)) if p.is_keyframe), None)
    if first is None:
        raise NotCopyable("it has no key frames")
    end = begin = reel.at(first.pts)
    for packet in reel.packets(reel.pts(reel.end - 1)):
        time = reel.at(packet.pts)
        if packet.is_keyframe and time >= reel.end:
            return begin, time
        end = max(end, reel.at(packet.pts + (packet.duration or 0)))
    return begin, end


def _pictures(container: Any, reel: Reel, rate: Fraction) -> Strand:
    is_h264 = reel.video.codec_context.name == "h264"
    stream = add_pictures(container, reel.video, reel.record if is_h264 else None)
    depth = reel.video.codec_context.reorder_depth
    ordered = timed(_copied(reel), depth, rate)
    return picture_packets(stream, ordered, reel.end - reel.start)


def _copied(reel: Reel) -> Iterator[Picture]:
    known = frozenset(reel.record.sps + reel.record.pps)
    for packet in reel.packets(reel.pts(reel.start)):
        time = reel.at(packet.pts)
        if packet.is_keyframe and time >= reel.end:
            return
        # what leans on pictures before the first key frame cannot be decoded
        if time >= reel.start:
            content = _bare(reel, bytes(packet), known)
            yield Picture(time - reel.start, content, bool(packet.is_keyframe))


def _bare(reel: Reel, content: bytes, known: frozenset[bytes]) -> bytes:
    codec, length = reel.video.codec_context.name, reel.record.length
    if codec == "h264":
        return bare(content, length, known)
    return bare_hevc(content, length) if codec == "hevc" else content
