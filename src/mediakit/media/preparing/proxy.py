"""A light copy of a video, for laptops on which the original stutters.

Upright, at most 540 lines, H.264 and AAC, with its index at the front; nothing that
the original tells about its recorder goes along. Times are those of the original.
"""

import dataclasses
import os
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.errors.library import WriteFailed
from mediakit.files import OWNER_ONLY_FILE, reason
from mediakit.media.cutting.plan import TICKS, Plan, plan_cut
from mediakit.media.cutting.reencode import reading_of, sound_of
from mediakit.media.ffmpeg import Ffmpeg, file_url, running
from mediakit.media.sound import LAYOUTS
from mediakit.model.media import VideoStream
from mediakit.model.timecode import TimeRange

LINES = 540

_MOST_CHANNELS = 2
_SECONDS_A_KEY_FRAME = 2  # jumping about is quick then


def make_proxy(
    ffmpeg: Ffmpeg, source: Path, target: Path, video: VideoStream, duration: int
) -> None:
    """Write a light copy of a video with its first sound track, on one processor.

    Args:
        ffmpeg: The program.
        source: The original.
        target: A new file.
        video: What the probe found of its pictures.
        duration: Its length in milliseconds.

    Raises:
        FfmpegFailed: Ffmpeg failed or took far too long.
        WriteFailed: There is no room for it.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    plan = plan_cut(source, TimeRange(0, duration))
    arguments = _arguments(ffmpeg.path, source, target, plan, size(video))
    limit = 120 + 60 * duration / 1000
    try:
        target.touch(OWNER_ONLY_FILE)
        with running(arguments, source=source, target=target, limit=limit):
            pass
        with target.open("r+b") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error


def size(video: VideoStream) -> tuple[int, int]:
    """Return the pixels across and down: even, and 540 at most on the shorter side."""
    scale = min(Fraction(1), Fraction(LINES, min(video.width, video.height)))
    across, down = (
        max(2, round(side * scale / 2) * 2) for side in (video.width, video.height)
    )
    return across, down


# Any, here and below: ffmpeg-python's graphs
def _arguments(
    program: str, source: Path, target: Path, plan: Plan, shown: tuple[int, int]
) -> list[str]:
    import ffmpeg

    start = round(plan.start * TICKS)
    pictures = (
        reading_of(source, plan.seek, "an", cores=1)["V:0"]
        .filter("settb", f"1/{TICKS}")
        .filter("setpts", f"PTS-{start}")
        .filter("scale", *shown, flags="fast_bilinear")
        .filter("setsar", 1)
    )
    streams = [pictures]
    for track in plan.tracks[:1]:
        channels = min(_MOST_CHANNELS, LAYOUTS.index(track.layout) + 1)
        mixed = dataclasses.replace(track, layout=LAYOUTS[channels - 1])
        # sound is read apart: pictures would pile up while they wait for a track
        # that begins late
        heard = reading_of(source, plan.seek, "vn", cores=1)
        streams.append(sound_of(heard, mixed, plan.start, plan.end))
    output = ffmpeg.output(*streams, file_url(target), **_writing())
    command = [program, "-hide_banner", "-nostdin", "-y", "-copyts"]
    command += ["-loglevel", "warning", "-nostats"]
    return [str(word) for word in output.compile(cmd=command)]


def _writing() -> dict[str, Any]:
    return {
        "format": "mp4",
        "movflags": "+faststart",
        "c:v": "libx264",
        "preset": "veryfast",
        "profile:v": "main",
        "crf": 26,
        "pix_fmt": "yuv420p",
        "fps_mode": "passthrough",
        "enc_time_base:v": f"1:{TICKS}",
        "force_key_frames": f"expr:gte(t,n_forced*{_SECONDS_A_KEY_FRAME})",
        "a53cc": 0,
        "c:a": "aac",
        "b:a": 96_000,
        "threads": 1,
        "map_metadata": -1,
        "map_chapters": -1,
        "fflags": "+bitexact",
        "flags": "+bitexact",
    }
