"""The ffmpeg programs that tests run: the bundled one, and the system's."""

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import imageio_ffmpeg
import pytest

from mediakit.errors.media import FfmpegMissing
from mediakit.media.cutting.reencode import encode_video
from mediakit.media.ffmpeg import CHOICE, Ffmpeg, find_ffmpeg
from mediakit.model.timecode import TimeRange
from tests.extras import missing

Program: TypeAlias = Callable[[], Ffmpeg]


@functools.cache
def bundled() -> Ffmpeg:
    """Return the ffmpeg that is always there."""
    return find_ffmpeg({CHOICE: imageio_ffmpeg.get_ffmpeg_exe()})


@functools.cache
def system() -> Ffmpeg:
    """Return the system's ffmpeg; the test is skipped where none can be used."""
    try:
        found = find_ffmpeg({"PATH": os.environ.get("PATH", "")})
    except FfmpegMissing:
        found = bundled()
    if found == bundled():
        missing("this machine has no ffmpeg of its own that can be used")
    return found


BOTH = pytest.mark.parametrize("program", [bundled, system])


def cut_to_file(program: Ffmpeg, source: Path, span: TimeRange, folder: Path) -> Path:
    """Cut *span* out of *source* and return the cut."""
    target = folder / "cut.mp4"
    list(encode_video(program, source, target, span))
    return target
