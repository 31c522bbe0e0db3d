"""Recordings that are added."""

from mediakit.errors.base import MediakitError, sentence


class LinkRefused(MediakitError):
    """A link lies where a file is looked for."""

    message = sentence(
        "{path} is a link, and links are not followed. Name the file it leads to."
    )
    exit_status = 90


class InsideLibrary(MediakitError):
    """What is to be added lies among the library's own files."""

    message = sentence(
        "{path} lies in the library {library} already. Add files from elsewhere."
    )
    exit_status = 91


class SourceChanged(MediakitError):
    """A file changed while it was being read."""

    message = sentence(
        "{path} changed while it was being read. Add it once its recording or copying "
        "has ended."
    )
    exit_status = 93


class NothingToAdd(MediakitError):
    """No recording was found."""

    message = sentence("There is no video or sound recording in {paths}.")
    exit_status = 94


class CameBackClosed(MediakitError):
    """Something that left is to be added again, and somebody in it closed it.

    Its details are the file, the use, the findings of the gate, and a sentence for
    each.
    """

    message = sentence(
        "{path} left this library as use {use}, and is closed to the team itself:\n"
        "{reason}\nIt was not added. It is to be taken back: 'mediakit use show {use}' "
        "says who has it."
    )
    exit_status = 182
