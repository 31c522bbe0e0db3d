"""Find the original of a clip, and see that it is still what was added."""

from pathlib import Path

from mediakit.errors.check import OriginalChanged, OriginalMissing
from mediakit.files import is_file
from mediakit.library import Library
from mediakit.model.clip import Clip


def find_original(library: Library, clip: Clip) -> Path:
    """Return where a clip's original is; its size tells whether it is the same.

    Raises:
        OriginalMissing, OriginalChanged: The file is not what was added.
    """
    path = library.resolve(clip.path)
    if not is_file(path):
        raise OriginalMissing(clip=clip.id, path=str(path))
    if path.stat().st_size != clip.size:
        raise OriginalChanged(clip=clip.id, path=str(path))
    return path
