"""Corrected transcripts, and their versions."""

from mediakit.errors.base import MediakitError, sentence


class TranscriptReplaced(MediakitError):
    """A transcript was corrected by somebody else meanwhile."""

    message = sentence(
        "{transcript} was corrected, and is {newest} now: work on that one. What you "
        "wrote, if you wrote something, is in {kept}."
    )
    exit_status = 209


class SheetOutdated(MediakitError):
    """A sheet was written before the version that is the newest now."""

    message = sentence(
        "{file} was written before {newest} was made: taking it would undo that. Write "
        "a new sheet, and put your lines into it; nothing was changed."
    )
    exit_status = 66


class SheetUnrelated(MediakitError):
    """A sheet was written from another transcript."""

    message = sentence(
        "{file} was written from {other}, which is not {transcript} or a version of "
        "it. Say which transcript it corrects; nothing was changed."
    )
    exit_status = 67


class SegmentsMissing(MediakitError):
    """A transcript has no segments with these numbers."""

    message = sentence(
        "{transcript} has {count} segments, and no '{text}' among them. Their numbers "
        "are in 'mediakit transcript show'."
    )
    exit_status = 210


class TimeOutsideSegment(MediakitError):
    """A segment cannot be split where nothing of it is."""

    message = sentence(
        "{time} is not inside segment {number}, which lasts from {start} to {end}."
    )
    exit_status = 211


class VersionUnrelated(MediakitError):
    """A transcript is no version of another."""

    message = sentence(
        "{version} is no version of {transcript}. Its versions are {versions}."
    )
    exit_status = 212


class NothingToFind(MediakitError):
    """No words were given to look for."""

    message = sentence("There are no words to look for. Write them as they are now.")
    exit_status = 213


class VersionMissing(MediakitError):
    """A transcript is the first version there is."""

    message = sentence(
        "{transcript} corrects no other transcript. Name another one to compare with."
    )
    exit_status = 214
