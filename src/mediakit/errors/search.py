"""The index of what is said."""

from mediakit.errors.base import MediakitError, sentence


class SearchUnavailable(MediakitError):
    """SQLite was built without full-text search."""

    message = sentence(
        "This Python cannot search text: {reason}. Install a Python whose SQLite has "
        "FTS5, as those of python.org and of every Linux distribution do."
    )
    exit_status = 65
