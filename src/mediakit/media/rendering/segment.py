"""Encode one part of a film: one ffmpeg, whatever the source is made of.

All segments of a canvas have the same codecs, size, frame rate, colours and sound,
so that they can be put together by copying. Sound stays PCM until then: a piece of
AAC begins and ends with samples of its own, and forty of them are out of step.

What ffmpeg writes comes through a pipe: an ffmpeg whose reader was killed ends by
itself, and no file grows beyond what a film can need.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from mediakit.errors.base import Reason, sentence
from mediakit.errors.library import WriteFailed
from mediakit.errors.media import FfmpegFailed
from mediakit.files import OWNER_ONLY_FILE, reason, write_all
from mediakit.media.ffmpeg import Ffmpeg, running
from mediakit.media.rendering.film import Canvas, Part, Shot, frames_of
from mediakit.media.rendering.graph import graph
from mediakit.media.rendering.joining import BYTES_A_SAMPLE, Segment, is_whole

SUFFIX = ".nut"
VERSION = 6
"""Counted up whenever segments come out otherwise: those kept are then made anew."""

_BLOCK = 1 << 16
_LEAST_BOUND = 1 << 24


def encode_part(
    ffmpeg: Ffmpeg, part: Part, canvas: Canvas, target: Path, *, cores: int = 1
) -> None:
    """Write a part of a film as a new file *target*.

    Its pictures are exactly as many frames as `Canvas.frames` says, each showing
    what the source shows nearest to its time; its sound is at most a sample longer.

    Raises:
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
        FfmpegFailed: Ffmpeg failed, took or wrote far too much, or wrote too little.
        WriteFailed: The disk failed.
    """
    source = part.source if isinstance(part, Shot) else target
    try:
        with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
            folder = Path(scratch)
            asked = graph(part, canvas, folder, cores)
            arguments = [str(word) for word in asked.compile(cmd=_command(ffmpeg))]
            with running(
                arguments,
                source=source,
                limit=patience(part, canvas),
                folder=folder,
                environ=_environment(folder),
            ) as process:
                _receive(process.stdout, target, source, _most(part, canvas))
    except BaseException as error:
        target.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise WriteFailed(path=str(target), reason=reason(error)) from error
        raise
    if not is_whole(Segment(target, frames_of(part, canvas)), canvas):
        target.unlink()
        why = sentence("nothing there can be decoded")
        raise FfmpegFailed(path=str(source), reason=why, log="")


def patience(part: Part, canvas: Canvas) -> float:
    """Return how many seconds a slow machine may take for a part."""
    return 120 + 0.06 * part.duration * (1 + canvas.height / 720) ** 2


def _command(ffmpeg: Ffmpeg) -> list[str]:
    # it runs in a folder of its own
    program = os.path.abspath(shutil.which(ffmpeg.path) or ffmpeg.path)  # noqa: PTH100 links stay
    return [program, "-hide_banner", "-nostdin", "-copyts", "-loglevel", "warning"]


def _environment(folder: Path) -> dict[str, str]:
    """Hide the machine's fonts: a film looks the same wherever it is made."""
    nothing = folder / "fonts.conf"
    nothing.write_text("<fontconfig/>", "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(nothing)}


def _most(part: Part, canvas: Canvas) -> int:
    """Return more bytes than a part can need: all of it as it is, unpacked."""
    frames = frames_of(part, canvas)
    seen = frames * canvas.width * canvas.height * 3 // 2
    heard = canvas.samples(frames) * BYTES_A_SAMPLE * len(canvas.tracks)
    return _LEAST_BOUND + seen + heard


# Any: a pipe
def _receive(pipe: Any, target: Path, source: Path, most: int) -> None:
    target.touch(OWNER_ONLY_FILE, exist_ok=False)
    with target.open("r+b") as file:
        received = 0
        while block := pipe.read(_BLOCK):
            received += len(block)
            if received > most:
                why = Reason(
                    sentence("it wrote more than {megabytes} MB"),
                    megabytes=most // 1_000_000,
                )
                raise FfmpegFailed(path=str(source), reason=why, log="")
            write_all(file.fileno(), block)
        os.fsync(file.fileno())
