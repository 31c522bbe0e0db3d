"""Write a part of a video with a picture on every frame of a constant rate.

Editing programs count frames: a recording whose pictures come at varying distances, as
those of phones, drifts in them. Here each frame shows the picture that stood at its
time, and sound is as long as the frames are, to the sample.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.machine import threads
from mediakit.media.cutting.plan import TICKS, Plan, opened, plan_cut, seek
from mediakit.media.cutting.reencode import WITHOUT_NOTES, reading_of, sound_of
from mediakit.media.ffmpeg import PROTOCOLS, Ffmpeg, file_url, frames_written, running
from mediakit.media.probe import pictures
from mediakit.media.sound import channels
from mediakit.model.timecode import TimeRange

# longer than a camera holds a picture
_STANDING = Fraction(1, 5)
_CLOSE = Fraction(1, 2000)
_BITS_A_CHANNEL = 128_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Which frames of a recording are wanted.

    Attributes:
        rate: Frames a second.
        first: How many come before them.
        count: How many there are.
        until: Seconds from the beginning of the clip at which sound ends.
    """

    rate: Fraction
    first: int
    count: int
    until: Fraction

    @property
    def start(self) -> Fraction:
        """Seconds before the first one."""
        return self.first / self.rate

    @property
    def end(self) -> Fraction:
        """Seconds before what follows them."""
        return (self.first + self.count) / self.rate

    @property
    def span(self) -> TimeRange:
        """The milliseconds in which they lie."""
        return TimeRange(math.floor(self.start * 1000), math.ceil(self.end * 1000))


def conform_video(
    ffmpeg: Ffmpeg, source: Path, target: Path, frames: Frames, clock: str = ""
) -> Iterator[int]:
    """Write frames of a video as an MP4; yield how many are done.

    Args:
        ffmpeg: The program.
        source: The original.
        target: A file that may be written over.
        frames: Which ones.
        clock: The timecode of the first; none if empty.

    Raises:
        NothingToCut: It has no moving pictures.
        FfmpegFailed: Ffmpeg failed or took far too long.
        WriteFailed: There is no room for it.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    plan = plan_cut(source, frames.span)
    arguments = _arguments(ffmpeg.path, source, target, plan, frames, clock)
    limit = 120 + 60 * float(frames.end - plan.seek)
    with running(arguments, source=source, target=target, limit=limit) as process:
        for done in frames_written(process):
            yield min(frames.count, done)


def is_shown_at(source: Path, time: int) -> bool:
    """Tell whether a picture of a video begins at a millisecond, and at no other time.

    Raises:
        ReadFailed: It cannot be read, or is no recording (see `open_media`).
    """
    with opened(source) as container:
        video = pictures(container)
        if video is None:
            return False
        tick = video.time_base
        wanted = Fraction(container.start_time or 0, 1_000_000) + Fraction(time, 1000)
        seek(container, video, math.floor(wanted / tick))
        for packet in container.demux(video):
            if not packet.size or packet.pts is None or packet.dts is None:
                continue
            if 0 <= packet.pts * tick - wanted < _CLOSE:
                return True
            if packet.dts * tick >= wanted + _STANDING:
                break
    return False


def put_clock(
    ffmpeg: Ffmpeg, source: Path, target: Path, rate: Fraction, clock: str
) -> None:
    """Write a cut of a video again, each frame as long as the others, with timecode.

    Nothing is encoded.

    Args:
        ffmpeg: The program.
        source: A cut, whose times are counted in `TICKS`.
        target: A file that may be written over.
        rate: Frames a second.
        clock: The timecode of the first frame; none if empty.

    Raises:
        FfmpegFailed, WriteFailed: It could not be written.
    """
    said = {"timecode": clock} if clock else {}
    each = f"{round(TICKS / rate)}/{TICKS}/TB"
    steady = f"setts=pts=PTS:dts=DTS:duration={each}"
    _copy(ffmpeg, source, target, {"format": "mp4", "bsf:v": steady, **said})


def put_time(ffmpeg: Ffmpeg, source: Path, target: Path, samples: int) -> None:
    """Write a WAV file again with the number of its first sample (EBU Tech 3285).

    Raises:
        FfmpegFailed, WriteFailed: It could not be written.
    """
    said = {"metadata": f"time_reference={samples}"}
    _copy(ffmpeg, source, target, {"format": "wav", "write_bext": 1, **said})


# Any, here and below: ffmpeg-python's graphs and options
def _copy(ffmpeg: Ffmpeg, source: Path, target: Path, said: dict[str, Any]) -> None:
    import ffmpeg as graph

    made = graph.input(file_url(source), protocol_whitelist=PROTOCOLS)
    options: dict[str, Any] = {
        "map": 0,
        "c": "copy",
        "map_metadata": -1,
        "fflags": "+bitexact",
        "flags": "+bitexact",
    }
    if said["format"] == "mp4":
        options |= {"movflags": "+faststart", "video_track_timescale": TICKS}
    output = graph.output(made, file_url(target), **options, **said)
    command = [ffmpeg.path, "-hide_banner", "-nostdin", "-y", "-loglevel", "warning"]
    arguments = [str(word) for word in output.compile(cmd=command)]
    limit = 120 + source.stat().st_size / 1_000_000
    with running(arguments, source=source, target=target, limit=limit):
        pass


def _arguments(
    program: str, source: Path, target: Path, plan: Plan, frames: Frames, clock: str
) -> list[str]:
    import ffmpeg

    zero = plan.start - Fraction(frames.span.start, 1000)
    start = zero + frames.start
    shown = reading_of(source, plan.seek, "an", cores=threads())
    streams = [_pictures(shown, min(plan.picture, start), start, frames)]
    heard = reading_of(source, plan.seek, "vn", cores=1)
    end = zero + min(frames.end, frames.until)
    streams += [sound_of(heard, track, start, end) for track in plan.tracks]
    output = ffmpeg.output(*streams, file_url(target), **_writing(plan, clock))
    command = [program, "-hide_banner", "-nostdin", "-y", "-copyts"]
    command += ["-loglevel", "warning", "-nostats", "-progress", "pipe:1"]
    return [str(word) for word in output.compile(cmd=command)]


def _pictures(clip: Any, standing: Fraction, start: Fraction, frames: Frames) -> Any:
    """Return pictures, each frame with the one that stood at its time."""
    first = round((min(standing, start - _STANDING)) * TICKS)
    return (
        clip["V:0"]
        .filter("settb", f"1/{TICKS}")
        .filter("trim", start_pts=first)
        .filter("setpts", f"PTS-{round(start * TICKS)}")
        .filter("fps", fps=str(frames.rate), start_time=0, round="near")
        # where the recording ends before its last frame does
        .filter("tpad", stop=-1, stop_mode="clone")
        .filter("trim", end_frame=frames.count)
        .filter("setpts", "N")
        # pictures of an odd size cannot be written in 4:2:0
        .filter("crop", "trunc(iw/2)*2", "trunc(ih/2)*2")
    )


def _writing(plan: Plan, clock: str) -> dict[str, Any]:
    options: dict[str, Any] = {
        "format": "mp4",
        "movflags": "+faststart",
        "c:v": "libx264",
        "preset": "veryfast",
        "crf": 16,
        "pix_fmt": "yuv420p",
        "fps_mode": "passthrough",
        "bsf:v": WITHOUT_NOTES,
        # closed captions may tell what is said outside
        "a53cc": 0,
        "c:a": "aac",
        "threads": threads(),
        "map_metadata": -1,
        "map_chapters": -1,
        "fflags": "+bitexact",
        "flags": "+bitexact",
    }
    if clock:
        options["timecode"] = clock
    for number, track in enumerate(plan.tracks):
        options[f"b:a:{number}"] = _BITS_A_CHANNEL * channels(track.layout)
    return options
