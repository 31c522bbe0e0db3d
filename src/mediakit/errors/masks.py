"""Masks: what nobody has looked at, and what cannot be hidden."""

from mediakit.errors.base import MediakitError, sentence


class MaskUnconfirmed(MediakitError):
    """Faces were found in something that is to leave, and nobody looked at them."""

    message = sentence(
        "Nobody has confirmed which faces are blurred: {masks}. Look at them and run "
        "'mediakit mask confirm MASK', or 'mediakit mask remove MASK'."
    )
    exit_status = 8


class MaskNotPossible(MediakitError):
    """A part of a clip cannot be masked like this."""

    message = sentence("This cannot be hidden as it was to be: {reason}.")
    exit_status = 9
