"""What leaves the library, and what is called back."""

from mediakit.errors.base import MediakitError, sentence


class ConsentRefused(MediakitError):
    """Somebody did not agree that this leaves the library.

    Its details are the scope, the findings of the gate, and a sentence for each.
    """

    message = sentence(
        "This may not be used for '{scope}':\n{reason}\nWhere a team must decide "
        "otherwise, the command that hands it on takes --override REASON, and it is "
        "recorded."
    )
    exit_status = 170


class ConsentWithdrawn(MediakitError):
    """A voice in it was withdrawn: nothing opens it."""

    message = sentence(
        "This may not be used for '{scope}' or anything else:\n{reason}\nA withdrawn "
        "voice stays closed, with --override too. 'mediakit consent spans CLIP' lists "
        "what may still be used."
    )
    exit_status = 171


class RecallOutcomeNeeded(MediakitError):
    """Something was to be taken off the list without saying what was done."""

    message = sentence(
        "What was done about {id}? Say it after --outcome, in a sentence."
    )
    exit_status = 174


class RecallUnfinished(MediakitError):
    """Something was to be taken off the list while its file is still there."""

    message = sentence(
        "{path} is still there and holds the withdrawn voice. Delete it first; "
        "--delete does so in exports/ and removed/. Nothing was changed."
    )
    exit_status = 175


class FileUnknown(MediakitError):
    """A file is none that left the library."""

    message = sentence(
        "{path} is not, byte for byte, a file that left this library; another program "
        "may have changed it since."
    )
    exit_status = 176


class DeletionRefused(MediakitError):
    """Something was to be deleted that is neither made from a clip nor removed."""

    message = sentence(
        "{id} is no use and no removed clip: --delete deletes only what was made, in "
        "exports/, and what was taken out, in removed/. Nothing was changed."
    )
    exit_status = 180
