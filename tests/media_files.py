"""Tiny real media, made by imageio-ffmpeg's ffmpeg once for all tests that ask.

The files are shared and read-only: a test that changes one copies it first.
"""

import atexit
import functools
import shutil
import subprocess
import tempfile
from pathlib import Path

VIDEO_SUFFIXES = (".mp4", ".mov", ".mkv", ".webm")
SOUND_SUFFIXES = (".mp3", ".m4a", ".wav", ".opus", ".flac")

_H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
_VP8 = ("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8")
_VIDEO_CODECS = {".webm": (*_VP8, "-c:a", "libopus")}


@functools.cache
def video(
    suffix: str = ".mp4",
    *,
    seconds: float = 1,
    rate: str = "25",
    size: str = "160x120",
    sound: bool = True,
    options: tuple[str, ...] = (),
) -> Path:
    """Return a moving test picture, with a 440 Hz tone unless *sound* is off.

    Args:
        suffix: One of VIDEO_SUFFIXES; decides the container and the codecs.
        seconds: How long it plays.
        rate: Frames per second, as ``25`` or ``30000/1001``.
        size: Pixels, as ``160x120``.
        sound: Whether it has a sound track.
        options: More of ffmpeg's output options, as ``("-timecode", …)``.
    """
    tone = _tone(seconds) if sound else ()
    return made(
        f"video{suffix}",
        *("-f", "lavfi", "-i", f"testsrc2=size={size}:rate={rate}:duration={seconds}"),
        *tone,
        *_VIDEO_CODECS.get(suffix, (*_H264, "-c:a", "aac")),
        *options,
    )


@functools.cache
def sound(
    suffix: str = ".mp3", *, seconds: float = 1, options: tuple[str, ...] = ()
) -> Path:
    """Return a 440 Hz tone; *suffix* is one of SOUND_SUFFIXES."""
    return made(f"sound{suffix}", *_tone(seconds), *options)


@functools.cache
def picture(suffix: str = ".jpg") -> Path:
    """Return a still picture."""
    return made(
        f"picture{suffix}",
        *("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=1:duration=1"),
        *("-frames:v", "1", "-update", "1"),
    )


def made(name: str, *arguments: str) -> Path:
    """Run ffmpeg with *arguments* and return the file *name* it wrote."""
    target = Path(tempfile.mkdtemp(dir=_folder())) / name
    ffmpeg(*arguments, f"file:{target}")
    target.chmod(0o400)
    return target


def ffmpeg(*arguments: str) -> None:
    """Run imageio-ffmpeg's ffmpeg, on one processor."""
    import imageio_ffmpeg

    program = imageio_ffmpeg.get_ffmpeg_exe()
    quiet = ("-hide_banner", "-nostdin", "-loglevel", "error", "-y", "-threads", "1")
    subprocess.run([program, *quiet, *arguments], check=True)


def _tone(seconds: float) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}")


@functools.cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="mediakit-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
