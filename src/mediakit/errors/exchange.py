"""What comes from other research programs, and what goes to them."""

from mediakit.errors.base import MediakitError, sentence


class ExchangeUnreadable(MediakitError):
    """A file of another program is damaged, not safe to open, or something else."""

    message = sentence(
        "{file} cannot be read as {format}: {reason}. Export it again from the "
        "program it comes from; nothing was changed."
    )
    exit_status = 252


class NothingToExport(MediakitError):
    """There is nothing that the other program could be given."""

    message = sentence(
        "There is nothing to write: {reason}. See what there is with 'mediakit theme "
        "list' and 'mediakit code list'."
    )
    exit_status = 253


class NothingTakenIn(MediakitError):
    """Nothing in a file belongs to a recording of this library."""

    message = sentence(
        "{file} is about no recording of this library ({sources}). Add the recordings "
        "with 'mediakit add', under the titles that the file gives them, then import "
        "it again; nothing was changed."
    )
    exit_status = 254
