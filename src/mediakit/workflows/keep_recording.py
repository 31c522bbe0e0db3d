"""Keep an interpreter's recording in the library: it is an original too."""

from pathlib import Path

from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Recording
from mediakit.workflows.keep_copy import keep_copy


def keep_recording(
    library: Library, clip: Clip, number: int, part: TimeRange, source: Path
) -> Recording:
    """Copy a recording into the library, unless it is there already.

    Its name is the segment's number and the beginning of its checksum: the same
    recording is kept once, and another of the same segment beside it.

    Args:
        library: The library.
        clip: What is interpreted.
        number: Of the first segment that is.
        part: When it is spoken in the clip.
        source: The recording.

    Raises:
        ReadFailed: It cannot be read.
        WriteFailed: The copy cannot be written.
        SourceChanged: It changed while it was copied.
    """
    folder = library.interpretations / clip.id
    target, sha256 = keep_copy(source, folder, prefix=f"{number:04d}-", digits=16)
    path = target.relative_to(library.root).as_posix()
    return Recording(part.start, part.end, path, sha256)
