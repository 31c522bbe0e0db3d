"""Logs of what a room was shown."""

from mediakit.errors.base import MediakitError, sentence


class ScreeningLogUnusable(MediakitError):
    """A file is no log of a page, or is damaged, or says what cannot be."""

    message = sentence(
        "{file} cannot be taken in as the log of a screening: {reason}. Save it again "
        "in the facilitator window; nothing was changed."
    )
    exit_status = 101


class ScreeningSessionUnknown(MediakitError):
    """Nobody, nor the log itself, says at which session it was kept."""

    message = sentence(
        "{file} does not say at which session it was kept. Name the session with "
        "--session; 'mediakit session list' shows them all."
    )
    exit_status = 105
