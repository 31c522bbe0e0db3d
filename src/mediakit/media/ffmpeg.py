"""The ffmpeg program: which one to run, and running it.

A system's own ffmpeg is taken when it is recent enough and was built with what
mediakit needs, else the one that came with imageio-ffmpeg. Arguments are built by
ffmpeg-python from values, never written as one string.
"""

import contextlib
import errno
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mediakit.bounds import Bounds
from mediakit.errors.base import Reason, sentence
from mediakit.errors.library import WriteFailed
from mediakit.errors.media import FfmpegFailed, FfmpegMissing
from mediakit.media.child import child, let_end

LIBRARIES = ("libx264", "libmp3lame", "libopus", "libass")
"""What an ffmpeg may have been built without: three encoders, and subtitles."""

PROTOCOLS = "file,pipe"
"""What media may be read from: never a network."""

CHOICE = "MEDIAKIT_FFMPEG"
"""The variable that names the ffmpeg to use."""

Origin = Literal["named", "system", "bundled"]
"""Where a program comes from: named by the person, the system's, imageio-ffmpeg's."""

# libavutil of ffmpeg 5.1, which brought -fps_mode; builds from git have no
# version number of their own, but all print this one
_OLDEST = (57, 28)
_LIBAVUTIL = re.compile(r"^libavutil\s+(\d+)\.\s*(\d+)", re.MULTILINE)
_VERSION = re.compile(r"^ffmpeg version (\S+)")

# what ffmpeg says when it cannot write, as the system says it in English
_FULL = tuple(
    os.strerror(getattr(errno, name))
    for name in ("ENOSPC", "EDQUOT", "EFBIG", "EROFS")
    if hasattr(errno, name)
)
_NO_MEMORY = os.strerror(errno.ENOMEM)
_SAYS_NOTHING = "Conversion failed!"


@dataclass(frozen=True, slots=True)
class Ffmpeg:
    """A program that can do what mediakit asks of it.

    Attributes:
        path: The program.
        version: What it calls itself, as ``7.1.1`` or ``n9.0.2-17-g2a571b6068``.
        origin: Where it comes from.
        instead: Why the system's own is not taken, where there is one.
    """

    path: str
    version: str
    origin: Origin
    instead: str = ""


def find_ffmpeg(environ: Mapping[str, str]) -> Ffmpeg:
    """Return the ffmpeg to use: the one asked for, the system's, or the bundled one.

    Raises:
        FfmpegMissing: There is none, or the one asked for is of no use.
    """
    if chosen := environ.get(CHOICE):
        return _examined(chosen, "named")
    instead = ""
    if system := shutil.which("ffmpeg", path=environ.get("PATH", "")):
        try:
            return _examined(system, "system")
        except FfmpegMissing as error:
            instead = error.details["reason"]
    return _examined(_bundled(), "bundled", instead)


def file_url(path: str | Path) -> str:
    """Return *path* as ffmpeg must be given it, whatever signs it begins with."""
    return f"file:{Path(path).absolute()}"


@contextlib.contextmanager
def running(
    arguments: Sequence[str],
    *,
    source: Path,
    limit: float,
    target: Path | None = None,
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
    bounds: Bounds = Bounds(),  # noqa: B008 frozen
) -> Iterator[subprocess.Popen[bytes]]:
    """Run ffmpeg while the body feeds it or reads its progress.

    It is stopped when the body fails or is interrupted. Somebody always listens to
    what it says, and keeps the end of that: it never has to wait.

    Args:
        arguments: The program and its arguments.
        source: The file it works on, for the error.
        limit: The most seconds it may take.
        target: The file it writes, for the error when the disk is full.
        folder: Where it runs, if not here.
        environ: Its environment, if not this program's.
        bounds: What it may take of the machine.

    Raises:
        FfmpegFailed: It failed, or took longer than *limit*.
        WriteFailed: There was no room for what it wrote.
    """
    late = time.monotonic() + limit
    with child(arguments, bounds, folder=folder, environ=environ) as (process, said):
        timer = threading.Timer(limit, process.kill)
        timer.daemon = True
        timer.start()
        try:
            yield process
            let_end(process)
        finally:
            timer.cancel()
    log = said.decode("utf-8", "replace").strip()
    # some versions call it a success
    if target and (full := _no_room(process.returncode, log)):
        raise WriteFailed(path=str(target), reason=full)
    if process.returncode:
        seconds = limit if time.monotonic() >= late else None
        reason = _why(process.returncode, log, seconds, bounds)
        raise FfmpegFailed(path=str(source), reason=reason, log=log)


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


def _bundled() -> str:
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError:
        return "ffmpeg"


def _examined(path: str, origin: Origin, instead: str = "") -> Ffmpeg:
    """Return what *path* is, or raise why it is of no use."""
    try:
        said = subprocess.run(
            [path, "-version"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=True,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError) as error:
        reason = Reason(sentence("{path} does not run"), path=path)
        raise FfmpegMissing(reason=reason) from error
    version, library = _VERSION.search(said), _LIBAVUTIL.search(said)
    if version is None or library is None:
        raise FfmpegMissing(reason=Reason(sentence("{path} is no ffmpeg"), path=path))
    if (int(library[1]), int(library[2])) < _OLDEST:
        old = sentence("{path} is older than 5.1: {version}")
        raise FfmpegMissing(reason=Reason(old, path=path, version=version[1]))
    lacking = [name for name in LIBRARIES if f"--enable-{name}" not in said]
    if lacking:
        small = sentence("{path} was built without {libraries}")
        reason = Reason(small, path=path, libraries=", ".join(lacking))
        raise FfmpegMissing(reason=reason)
    return Ffmpeg(path, version[1], origin, instead)


def _no_room(status: int, said: str) -> str:
    """Return why nothing more can be written, if that is what ended ffmpeg."""
    if hasattr(signal, "SIGXFSZ") and status == -signal.SIGXFSZ:
        return os.strerror(errno.EFBIG)
    return next((reason for reason in _FULL if reason in said), "")


def _why(status: int, said: str, seconds: float | None, bounds: Bounds) -> str:
    if seconds is not None:
        return Reason(sentence("it took more than {seconds} s"), seconds=round(seconds))
    if _NO_MEMORY in said:
        much = sentence("it wanted more than {gigabytes} GB of memory")
        return Reason(much, gigabytes=bounds.gigabytes)
    lines = [line for line in said.splitlines() if line.strip() != _SAYS_NOTHING]
    if lines:
        return lines[-1]
    return Reason(sentence("it ended with status {status}"), status=status)
