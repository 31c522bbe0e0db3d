"""Prepare one part of one clip, in a process of its own.

Nothing here touches the library, but for a new file that was asked for: the process
may crash, and only its parent decides what is kept.
"""

from dataclasses import dataclass
from pathlib import Path

from mediakit.errors.check import OriginalMissing
from mediakit.files import is_file
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.preparing.hearing import Heard, hear
from mediakit.media.preparing.looking import Seen, look_through
from mediakit.media.preparing.proxy import make_proxy
from mediakit.media.preparing.thumbnail import thumbnail
from mediakit.model.clip import Clip
from mediakit.workflows.prepared_files import Part


@dataclass(frozen=True, slots=True)
class Proxying:
    """What making a light copy needs.

    Attributes:
        ffmpeg: The program.
        target: The file to make.
    """

    ffmpeg: Ffmpeg
    target: Path


@dataclass(frozen=True, slots=True)
class Job:
    """A part of a clip to prepare.

    Attributes:
        clip: The clip.
        original: Where its original is.
        part: What to prepare.
        proxying: For a light copy.
    """

    clip: Clip
    original: Path
    part: Part
    proxying: Proxying | None = None

    def __str__(self) -> str:
        return str(self.original)


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of the pictures.

    Attributes:
        thumbnail: A JPEG.
        seen: The filmstrip, and what was measured.
    """

    thumbnail: bytes
    seen: Seen


def prepare_part(job: Job) -> Heard | Looked | Path:
    """Do what a job says; return what is to be kept.

    Raises:
        OriginalMissing: The original is not there.
        MediakitError: It cannot be read or decoded.
    """
    path, media = job.original, job.clip.media
    if not is_file(path):
        raise OriginalMissing(clip=job.clip.id, path=str(path))
    if job.part is Part.SOUND:
        return hear(path, media.duration)
    if job.part is Part.PICTURES:
        return Looked(thumbnail(path), look_through(path, media.duration))
    if job.proxying is None or media.video is None:
        raise ValueError("a light copy of what has no pictures, or with no program")
    target = job.proxying.target
    make_proxy(job.proxying.ffmpeg, path, target, media.video, media.duration)
    return target
