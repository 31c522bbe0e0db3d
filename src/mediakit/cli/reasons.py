"""What went wrong and why, in the person's language.

Reasons come from our own code, marked there, and from the system. Of the system's,
those that people meet are here, as Linux and macOS say them in English; Windows
speaks the person's language already. Any other is shown as it came.
"""

from gettext import gettext as _

from mediakit.errors.base import MediakitError, Reason, Reasons, sentence

# only named, so that translators are given them
SYSTEM_REASONS = (
    sentence("Device or resource busy"),
    sentence("Directory not empty"),
    sentence("Disk quota exceeded"),
    sentence("File exists"),
    sentence("File name too long"),
    sentence("File too large"),
    sentence("Input/output error"),
    sentence("Is a directory"),
    sentence("No space left on device"),
    sentence("No such device"),
    sentence("No such file or directory"),
    sentence("Not a directory"),
    sentence("Operation not permitted"),
    sentence("Permission denied"),
    sentence("Read-only file system"),
    sentence("Stale file handle"),
    sentence("Too many levels of symbolic links"),
    sentence("Too many open files"),
)


def translated(error: MediakitError) -> str:
    """Return the sentence of *error* in the person's language."""
    return _(error.message).format(**_explained(error.details))


def described(error: MediakitError) -> dict[str, object]:
    """Return *error* as JSON tells it: code, sentence, values."""
    return {
        "code": error.code,
        "message": translated(error),
        "details": error.details,
    }


def in_words(reason: str) -> str:
    """Return *reason* in the person's language."""
    if isinstance(reason, Reasons):
        return "\n".join(f"  {in_words(one)}" for one in reason.each)
    if isinstance(reason, Reason):
        return _(reason.text).format(**reason.values)
    # gettext answers the empty text with its own header
    return _(reason) if reason else reason


def _explained(details: dict[str, object]) -> dict[str, object]:
    reason = details.get("reason")
    if isinstance(reason, str):
        return {**details, "reason": in_words(reason)}
    return details
