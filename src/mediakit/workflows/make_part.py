"""Make one part of a kit, in a process of its own.

Nothing here touches the library, but for the new file that was asked for.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from mediakit.errors.library import WriteFailed
from mediakit.files import OWNER_ONLY_FILE, checksum, reason, write_early
from mediakit.media.cutting.dubbing import dub
from mediakit.media.cutting.sound import FORMATS
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.preparing.stills import first_picture, last_picture
from mediakit.media.rendering.film import Canvas, frames_of
from mediakit.media.rendering.film import Part as Rendered
from mediakit.media.rendering.joining import Segment, join
from mediakit.media.rendering.loudness import gain_for, measure
from mediakit.media.rendering.segment import SUFFIX, encode_part
from mediakit.media.rendering.segment_cache import segment_path
from mediakit.media.rendering.voiceover import Mix, mix_voiceover, spoken_in
from mediakit.model.timecode import TimeRange
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.write_cut import Shape, write_cut

NOWHERE = Path()

# Any: the values that shape a part, of every type, to be compared
Shaping = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutting:
    """A part of a recording as a file.

    Attributes:
        ffmpeg: The program.
        source: The recording.
        span: Which part of it.
        shape: What to make of it.
        is_even: Whether it is brought to the loudness of all others.
        target: The file to write.
    """

    ffmpeg: Ffmpeg
    source: Path
    span: TimeRange
    shape: Shape
    is_even: bool
    target: Path = NOWHERE

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return self.span.duration

    @property
    def shaping(self) -> Shaping:
        """All that shapes it, but for the recording."""
        shape = self.shape
        wanted = (shape.format, shape.fade, shape.lines, shape.manner.value)
        return ("cut", self.ffmpeg.version, self.span, *wanted, self.is_even)

    def written_to(self, target: Path) -> "Cutting":
        """Return the same with a file to write."""
        return replace(self, target=target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masking:
    """What masks leave of a part of a recording, from which all else is made.

    Attributes:
        ffmpeg: The program.
        part: What is left to see and hear, or to read.
        canvas: On what.
        target: The file to write.
    """

    ffmpeg: Ffmpeg
    part: Rendered
    canvas: Canvas
    target: Path = NOWHERE

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return self.part.duration

    @property
    def shaping(self) -> Shaping:
        """All that shapes it, but for the recordings."""
        segment = segment_path(NOWHERE, self.ffmpeg, self.part, self.canvas)
        return ("masked", segment.name)

    def written_to(self, target: Path) -> "Masking":
        """Return the same with a file to write."""
        return replace(self, target=target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The first or the last picture of a part of a video.

    Attributes:
        source: The recording.
        span: Which part of it.
        is_last: Which picture.
        target: The file to write.
    """

    source: Path
    span: TimeRange
    is_last: bool
    target: Path = NOWHERE

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return 0

    @property
    def shaping(self) -> Shaping:
        """All that shapes it, but for the recording."""
        return ("still", self.span, self.is_last)

    def written_to(self, target: Path) -> "Drawing":
        """Return the same with a file to write."""
        return replace(self, target=target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixing:
    """A voice-over, heard over what it was said for.

    Attributes:
        ffmpeg: The program.
        source: The recording.
        span: Which part of it.
        voiceover: What is known of the voice-over.
        said: Its file.
        target: The file to write.
    """

    ffmpeg: Ffmpeg
    source: Path
    span: TimeRange
    voiceover: Voiceover
    said: Path
    target: Path = NOWHERE

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return self.span.duration

    @property
    def shaping(self) -> Shaping:
        """All that shapes it, but for the recording."""
        return ("mix", self.ffmpeg.version, self.span, self.voiceover.sha256)

    def written_to(self, target: Path) -> "Mixing":
        """Return the same with a file to write."""
        return replace(self, target=target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dubbing:
    """The pictures of a cut with a voice-over.

    Attributes:
        film: The cut.
        sound: The voice-over, mixed.
        duration: Milliseconds.
        target: The file to write.
    """

    film: Path
    sound: Path
    duration: int
    target: Path = NOWHERE

    @property
    def shaping(self) -> Shaping:
        """All that shapes it, but for what it is made of."""
        return ("dub",)

    def written_to(self, target: Path) -> "Dubbing":
        """Return the same with a file to write."""
        return replace(self, target=target)


Task: TypeAlias = Cutting | Masking | Drawing | Mixing | Dubbing


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a part.

    Attributes:
        sha256: Of its bytes, in hexadecimal.
        loudness: How loud the recording is there, in LUFS, where that was measured.
        gain: By how many decibels it was made louder.
    """

    sha256: str
    loudness: float | None = None
    gain: float | None = None


def make_part(task: Task) -> Made:
    """Write the file of a part.

    What is large is forced to disk here, while another is being made: whoever forces
    all of a kit need not wait for it.

    Raises:
        MediakitError: It could not be made; see what it is made by.
    """
    loudness = gain = None
    match task:
        case Cutting():
            loudness, gain = _cut(task)
        case Masking():
            _mask(task)
        case Drawing():
            draw = last_picture if task.is_last else first_picture
            write_early(task.target, draw(task.source, task.span))
        case Mixing():
            _exhaust(_mixed(task))
        case Dubbing():
            _exhaust(dub(task.film, task.sound, task.target))
    if not isinstance(task, Drawing):
        _force(task.target)
    return Made(checksum(task.target), loudness, gain)


def _cut(task: Cutting) -> tuple[float | None, float | None]:
    loudness = gain = None
    shape = task.shape
    if task.is_even:
        loudness = measure(task.source, task.span)
        gain = gain_for(loudness)
        shape = replace(shape, gain=gain)
    _exhaust(write_cut(task.ffmpeg, task.source, task.target, task.span, shape))
    return loudness, gain


def _mask(task: Masking) -> None:
    half = task.target.with_suffix(SUFFIX)
    encode_part(task.ffmpeg, task.part, task.canvas, half)
    segment = Segment(half, frames_of(task.part, task.canvas))
    _exhaust(join([segment], task.canvas, task.target))
    half.unlink()


def _mixed(task: Mixing) -> Iterable[int]:
    spoken = spoken_in(task.said, task.voiceover.duration)
    mix = Mix(task.source, task.span, task.said, spoken)
    return mix_voiceover(task.ffmpeg, mix, task.target, to=FORMATS["m4a"])


def _exhaust(steps: Iterable[object]) -> None:
    for _step in steps:
        pass


def _force(path: Path) -> None:
    try:
        path.chmod(OWNER_ONLY_FILE)
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise WriteFailed(path=str(path), reason=reason(error)) from error
