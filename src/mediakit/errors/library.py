"""The library, its settings, and the files and folders it reads and writes."""

from mediakit.errors.base import MediakitError, sentence


class LibraryNotFound(MediakitError):
    """Neither the folder nor any above it is a library."""

    message = sentence(
        "There is no library in {folder} or above it. Go into one, name one with "
        "--library, or make one with 'mediakit init FOLDER'."
    )
    exit_status = 10


class LibraryExists(MediakitError):
    """A library was to be made where there is one."""

    message = sentence("{folder} is a library already; nothing was changed.")
    exit_status = 11


class FolderNotEmpty(MediakitError):
    """A library or demo was to be made in a folder that holds other things."""

    message = sentence(
        "{folder} is not empty. Choose a new folder, or empty this one yourself."
    )
    exit_status = 12


class SettingsInvalid(MediakitError):
    """``mediakit.toml`` cannot be read."""

    message = sentence(
        "The settings in {path} cannot be read: {reason}. Correct that line and "
        "try again."
    )
    exit_status = 13


class WriteFailed(MediakitError):
    """A file could not be written; what was there before is as it was."""

    message = sentence(
        "{path} could not be written: {reason}. Nothing was changed; free some space "
        "or check the disk, and try again."
    )
    exit_status = 18


class LeftUnfinished(WriteFailed):
    """Something that leaves was recorded, and could not be given its name.

    A write that failed, with its exit status; what was recorded could not be taken
    back.
    """

    message = sentence(
        "{path} could not be written: {reason}. That it left is recorded all the same, "
        "for a part of it may be there: 'mediakit use show {use}' tells. Check the "
        "disk, and run the command again."
    )


class ReadFailed(MediakitError):
    """A file could not be read."""

    message = sentence("{path} could not be read: {reason}.")
    exit_status = 19


class TargetRefused(MediakitError):
    """A file was to be made where nothing may be written."""

    message = sentence(
        "{path} exists already, or is where the library keeps its own files; nothing "
        "was written. Name another file."
    )
    exit_status = 43


class SpaceMissing(MediakitError):
    """The disk has less room than the copies need."""

    message = sentence(
        "The copies need {needed} MB and the disk of {folder} has {free} MB left. Free "
        "some space; 'mediakit add --in-place' leaves files where they are."
    )
    exit_status = 92


class TargetIsNoFile(MediakitError):
    """Something was to be written to standard output that goes into files only."""

    message = sentence(
        "This cannot be written to '{path}', standard output. Name a file "
        "or a folder; nothing was written."
    )
    exit_status = 102


class FolderMissing(MediakitError):
    """A file was to be made in a folder that is not there."""

    message = sentence(
        "There is no folder {folder}. Make it first, or name another; nothing was "
        "written."
    )
    exit_status = 184
