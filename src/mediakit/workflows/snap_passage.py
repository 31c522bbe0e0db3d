"""Move the ends of a chosen part of a clip to where nobody speaks."""

from dataclasses import replace

from mediakit.library import Library
from mediakit.media.pauses import snap
from mediakit.workflows.find_original import find_original
from mediakit.workflows.find_passage import Chosen


def snap_passage(library: Library, chosen: Chosen) -> Chosen:
    """Return the part of the clip between the pauses nearest to its ends.

    Raises:
        OriginalMissing, OriginalChanged: The clip's file is not what was added.
        NothingToCut: It has no sound that can be decoded.
        ReadFailed: It cannot be read.
    """
    path = find_original(library, chosen.clip)
    length = chosen.clip.media.duration
    return replace(chosen, range=snap(path, chosen.range, length))
