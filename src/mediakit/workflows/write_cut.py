"""Write the file of a cut: what it is like, what it holds, how it was made."""

import contextlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.media.cutting import video
from mediakit.media.cutting.sound import FORMATS, cut_sound, natural_format
from mediakit.media.cutting.video import Manner, cut_video, held_range
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.leaving import Shown
from mediakit.model.timecode import TimeRange

VIDEO = "mp4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a cut is to be like.

    Attributes:
        format: ``mp4`` for video, or one of the sound formats.
        fade: Milliseconds at each end over which sound comes and goes.
        gain: Decibels that sound is made louder.
        lines: The most pixels that the shorter side of a video that is encoded again
            has; 0 for as many as there are.
        manner: How video is cut.
    """

    format: str
    fade: int = 8
    gain: float = 0.0
    lines: int = 0
    manner: Manner = Manner.EXACT

    @property
    def shown(self) -> Shown:
        """What of people can be met in it."""
        return Shown.SOUND | (Shown.PICTURES if self.format == VIDEO else Shown(0))

    @property
    def is_preview(self) -> bool:
        """Whether it may show more than was asked for."""
        return self.format == VIDEO and self.manner is Manner.KEYFRAME

    @property
    def suffix(self) -> str:
        """What the file's name ends with."""
        return video.SUFFIX if self.format == VIDEO else FORMATS[self.format].suffix

    @property
    def hows(self) -> tuple[str, ...]:
        """What a use record may say of it: one of these for the same cut."""
        if self.format == VIDEO:
            return tuple(f"{VIDEO}, {how}" for how in self.manner.outcomes)
        return (f"{self.format}, fade {self.fade} ms, gain {self.gain:g} dB",)


@dataclass(frozen=True, slots=True)
class Writing:
    """How far a cut has come, in milliseconds of its length."""

    done: int


def formats_of(clip: Clip) -> tuple[str, ...]:
    """Return the formats a clip can be cut to, the natural one first."""
    sounds = tuple(FORMATS) if clip.media.sound else ()
    if clip.media.kind == "video":
        return (VIDEO, *_first(sounds, natural_format(clip.media)))
    return _first(sounds, natural_format(clip.media))


def range_held(source: Path, clip: Clip, span: TimeRange, shape: Shape) -> TimeRange:
    """Return what of a clip a cut will hold: more than *span* if it is a preview.

    Raises:
        KeyframeCutRefused: The video is of a kind that cannot be cut so.
        NothingToCut, ReadFailed: It cannot be read.
    """
    if not shape.is_preview:
        return span
    held = held_range(source, span, shape.manner)
    return TimeRange(held.start, max(span.end, min(held.end, clip.media.duration)))


def write_cut(
    ffmpeg: Ffmpeg, source: Path, target: Path, span: TimeRange, shape: Shape
) -> Generator[Writing, None, str]:
    """Write a cut over a file; yield how far it has come.

    Returns:
        How it was made: one of the shape's ``hows``.

    Raises:
        NothingToCut, FfmpegFailed, ReadFailed, WriteFailed: It could not be made.
        KeyframeCutRefused: The video is of a kind that cannot be cut so.
    """
    if shape.format != VIDEO:
        for done in _sound(ffmpeg, source, target, span, shape):
            yield Writing(done)
        return shape.hows[0]
    furthest = 0
    with contextlib.closing(
        cut_video(
            *(ffmpeg, source, target, span, shape.manner),
            lines=shape.lines,
            gain=shape.gain,
        )
    ) as steps:
        while True:
            try:
                furthest = max(furthest, next(steps))
            except StopIteration as end:
                return f"{VIDEO}, {end.value}"
            yield Writing(furthest)


def _first(names: tuple[str, ...], favourite: str) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: name != favourite))


def _sound(
    ffmpeg: Ffmpeg, source: Path, target: Path, span: TimeRange, shape: Shape
) -> Iterator[int]:
    return cut_sound(
        ffmpeg,
        source,
        target,
        span,
        to=FORMATS[shape.format],
        fade=shape.fade,
        gain=shape.gain,
    )
