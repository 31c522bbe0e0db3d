"""The ffmpeg program: which one to run, and running it.

A system's own ffmpeg is taken when it is recent enough and can write what
mediakit writes, else the one that came with imageio-ffmpeg. Arguments are
built by ffmpeg-python from values, never written as one string.
"""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from mediakit.errors import FfmpegFailed, FfmpegMissing, Reason, sentence

ENCODERS = ("libx264", "libmp3lame", "libopus")
"""The encoders an ffmpeg may have been built without."""

PROTOCOLS = "file,pipe"
"""What media may be read from: never a network."""

CHOICE = "MEDIAKIT_FFMPEG"
"""The variable that names the ffmpeg to use."""

# libavutil of ffmpeg 5.1, which brought -fps_mode; builds from git have no
# version number of their own, but all print this one
_OLDEST = (57, 28)
_LIBAVUTIL = re.compile(r"^libavutil\s+(\d+)\.\s*(\d+)", re.MULTILINE)
_VERSION = re.compile(r"^ffmpeg version (\S+)")
_LOG_KEPT = 4000


@dataclass(frozen=True, slots=True)
class Ffmpeg:
    """A program that can do what mediakit asks of it.

    Attributes:
        path: The program.
        version: What it calls itself, as ``7.1.1`` or ``n9.0.2-17-g2a571b6068``.
    """

    path: str
    version: str


def find_ffmpeg(environ: Mapping[str, str]) -> Ffmpeg:
    """Return the ffmpeg to use: the one asked for, the system's, or the bundled one.

    Raises:
        FfmpegMissing: There is none, or the one asked for is of no use.
    """
    if chosen := environ.get(CHOICE):
        if found := _examine(chosen):
            return found
        raise FfmpegMissing(path=chosen, encoders=", ".join(ENCODERS))
    candidates = (shutil.which("ffmpeg", path=environ.get("PATH", "")), _bundled())
    for path in candidates:
        if path and (found := _examine(path)):
            return found
    raise FfmpegMissing(path="ffmpeg", encoders=", ".join(ENCODERS))


def file_url(path: str | Path) -> str:
    """Return *path* as ffmpeg must be given it, whatever signs it begins with."""
    return f"file:{Path(path).absolute()}"


@contextlib.contextmanager
def running(
    arguments: Sequence[str], *, source: Path, limit: float
) -> Iterator[subprocess.Popen[bytes]]:
    """Run ffmpeg while the body feeds it or reads its progress.

    It is stopped when the body fails or is interrupted. What it says goes to a
    file, so that it never waits for somebody to listen.

    Args:
        arguments: The program and its arguments.
        source: The file it works on, for the error.
        limit: The most seconds it may take.

    Raises:
        FfmpegFailed: It failed, or took longer than *limit*.
    """
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
        )
        late = time.monotonic() + limit
        timer = threading.Timer(limit, process.kill)
        timer.daemon = True
        timer.start()
        try:
            yield process
            process.communicate()
        finally:
            timer.cancel()
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
        if process.returncode:
            said = _end_of(log)
            seconds = limit if time.monotonic() >= late else None
            reason = _why(process.returncode, said, seconds)
            raise FfmpegFailed(path=str(source), reason=reason, log=said)


def frames_written(process: subprocess.Popen[bytes]) -> Iterator[int]:
    """Yield how many pictures ffmpeg has written, again and again.

    The arguments must hold ``-progress pipe:1``. The times that it prints as well
    are of no use: with ``-copyts`` they begin wherever the first report was.
    """
    for line in process.stdout or ():
        key, _equals, value = line.decode("ascii", "replace").strip().partition("=")
        if key == "frame" and value.strip().isdigit():
            yield int(value)


def feed(process: subprocess.Popen[bytes], blocks: Iterable[bytes]) -> Iterator[int]:
    """Write *blocks* to ffmpeg's standard input; yield the size of each.

    Stops early when ffmpeg no longer listens: `running` then says why.
    """
    if process.stdin is None:
        raise ValueError("ffmpeg was started without a standard input")
    for block in blocks:
        try:
            process.stdin.write(block)
        except OSError:
            return
        yield len(block)


def _bundled() -> str | None:
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError:
        return None


def _examine(path: str) -> Ffmpeg | None:
    """Return what *path* is, or ``None`` if it is too old, too small or no ffmpeg."""
    try:
        said = subprocess.run(
            [path, "-version"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=True,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return None
    version, library = _VERSION.search(said), _LIBAVUTIL.search(said)
    if version is None or library is None:
        return None
    recent = (int(library[1]), int(library[2])) >= _OLDEST
    able = all(f"--enable-{encoder}" in said for encoder in ENCODERS)
    return Ffmpeg(path, version[1]) if recent and able else None


def _why(status: int, said: str, seconds: float | None) -> str:
    if seconds is not None:
        return Reason(sentence("it took more than {seconds} s"), seconds=round(seconds))
    if said:
        return said.splitlines()[-1]
    return Reason(sentence("it ended with status {status}"), status=status)


def _end_of(log: IO[bytes]) -> str:
    size = log.seek(0, os.SEEK_END)
    log.seek(max(0, size - _LOG_KEPT))
    return log.read().decode("utf-8", "replace").strip()
