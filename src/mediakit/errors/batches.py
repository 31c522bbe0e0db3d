"""Work on many things at once."""

from mediakit.errors.base import MediakitError, sentence


class SomeNotDone(MediakitError):
    """A batch went through, but some of its items could not be done."""

    message = sentence("{failed} of {total} could not be done; they are listed above.")
    exit_status = 3


class WorkerDied(MediakitError):
    """The process that worked on an item ended without an answer."""

    message = sentence(
        "The program that was reading {item} crashed; the file is probably damaged."
    )
    exit_status = 95


class WorkTooSlow(MediakitError):
    """An item took longer than anything sound would."""

    message = sentence(
        "{item} was given up after {seconds} seconds; the file or its disk is "
        "probably damaged."
    )
    exit_status = 96


class WorkFailed(MediakitError):
    """Something nobody foresaw went wrong with one item of a batch."""

    message = sentence(
        "{item} could not be done, for a reason mediakit did not foresee: {reason}."
    )
    exit_status = 97
