"""Why something failed, in the person's language.

Reasons come from our own code, marked there, and from the system. Of the system's,
those that people meet are here, as Linux and macOS say them in English; Windows
speaks the person's language already. Any other is shown as it came.
"""

from gettext import gettext as _

from mediakit.errors import sentence

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


def explained(details: dict[str, object]) -> dict[str, object]:
    """Return the values of an error with its ``reason`` translated."""
    reason = str(details.get("reason", ""))
    # gettext answers the empty text with its own header
    return {**details, "reason": _(reason)} if reason else details
