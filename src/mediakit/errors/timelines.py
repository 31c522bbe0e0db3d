"""Films as editing programs read them: what cannot be written, read, or differs."""

from mediakit.errors.base import MediakitError, sentence


class TimelineNotPossible(MediakitError):
    """A film cannot be handed on in this format, as it is."""

    message = sentence("Film {film} cannot be written as {format}: {reason}.")
    exit_status = 166


class TimelineUnreadable(MediakitError):
    """A file is no timeline that can be understood."""

    message = sentence(
        "{file} cannot be read as a timeline: {reason}. Export the film again, or from "
        "the editing program in another format."
    )
    exit_status = 167


class TimelineDiffers(MediakitError):
    """A file does not say what the paper edit says."""

    message = sentence(
        "{file} is not the film {film} as it is on paper:\n{reason}\nExport the film "
        "again if the paper is right."
    )
    exit_status = 168
