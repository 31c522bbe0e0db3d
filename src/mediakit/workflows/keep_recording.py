"""Keep an interpreter's recording in the library: it is an original too."""

import re
from pathlib import Path

from mediakit.errors.adding import SourceChanged
from mediakit.files import checksum, copy_hashing, is_file, staged
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Recording
from mediakit.settings import Library

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}", re.ASCII)


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
    sha256 = checksum(source)
    suffix = source.suffix.lower()
    suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
    name = f"{number:04d}-{sha256[:16]}{suffix}"
    target = library.interpretations / clip.id / name
    if not (is_file(target) and checksum(target) == sha256):
        with staged(target) as file:
            if copy_hashing(source, file)[0] != sha256:
                raise SourceChanged(path=str(source))
    path = target.relative_to(library.root).as_posix()
    return Recording(part.start, part.end, path, sha256)
