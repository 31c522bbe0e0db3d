"""Cut a video clip: copied where that can be exact, else encoded again."""

import contextlib
from collections.abc import Generator
from enum import StrEnum
from pathlib import Path

from mediakit.errors.library import ReadFailed
from mediakit.errors.media import KeyframeCutRefused
from mediakit.media.cutting import copying, keyframes, reencode
from mediakit.media.cutting.refusal import NotCopyable
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.timecode import TimeRange

SUFFIX = ".mp4"


class Manner(StrEnum):
    """How a video is to be cut."""

    EXACT = "exact"
    REENCODE = "reencode"
    KEYFRAME = "keyframe"

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What `cut_video` may say it did."""
        return {
            Manner.EXACT: (copying.HOW, reencode.HOW),
            Manner.REENCODE: (reencode.HOW,),
            Manner.KEYFRAME: (keyframes.HOW,),
        }[self]


def held_range(source: Path, span: TimeRange, manner: Manner) -> TimeRange:
    """Return what a cut will hold: *span*, or more of it from key frame to key frame.

    Raises:
        KeyframeCutRefused: The video is of a kind that cannot be cut so.
        NothingToCut: It has no moving pictures.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    if manner is not Manner.KEYFRAME:
        return span
    try:
        return keyframes.keyframe_range(source, span)
    except NotCopyable as error:
        raise KeyframeCutRefused(path=str(source)) from error


def cut_video(
    ffmpeg: Ffmpeg,
    source: Path,
    target: Path,
    span: TimeRange,
    manner: Manner = Manner.EXACT,
    *,
    lines: int = 0,
    gain: float = 0.0,
) -> Generator[int, None, str]:
    """Write a range of a video as an MP4; yield the milliseconds done so far.

    The pictures are those whose time lies in ``[start, end)``, each once, at their
    times; the first is shown from the very start. Where pictures stand for long
    (slides, screens), the one standing at the start begins the cut. All sound
    tracks are kept and are exactly as long as *span*, with silence where the source
    has none. Nothing else of the source goes along. A cut from key frame to key
    frame holds what `held_range` says instead. Where copying turns out not to be
    possible, the work, and what is told of it, begins again.

    Args:
        ffmpeg: The program.
        source: The original.
        target: A file that may be written over; it becomes the cut.
        span: What to cut, from the beginning of the clip.
        manner: How; an exact cut is copied if it can be.
        lines: The most pixels that the shorter side of pictures that are encoded
            again has; 0 for as many as there are.
        gain: Decibels that the sound of an exact cut is made louder.

    Returns:
        How it was made: one of the manner's outcomes.

    Raises:
        NothingToCut: No picture lies in *span*.
        FfmpegFailed: Ffmpeg failed or took far too long.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
        KeyframeCutRefused: The video is of a kind that cannot be cut so.
        WriteFailed: The disk is full or failed.
    """
    if manner is Manner.KEYFRAME:
        try:
            yield from keyframes.copy_keyframes(source, target, span)
        except NotCopyable as error:
            raise KeyframeCutRefused(path=str(source)) from error
        return keyframes.HOW
    if manner is Manner.EXACT:
        # what is damaged is read again, by a program that goes on after it
        with contextlib.suppress(NotCopyable, ReadFailed):
            yield from copying.copy_video(source, target, span, gain)
            return copying.HOW
    yield from reencode.encode_video(
        ffmpeg, source, target, span, lines=lines, gain=gain
    )
    return reencode.HOW
