"""The index of what is said."""

from mediakit.errors.base import MediakitError, sentence


class SearchUnavailable(MediakitError):
    """SQLite was built without full-text search."""

    message = sentence(
        "This Python cannot search text: {reason}. Install a Python whose SQLite has "
        "FTS5, as those of python.org and of every Linux distribution do."
    )
    exit_status = 65


class NearNothing(MediakitError):
    """There are no two words that could stand near each other."""

    message = sentence(
        "'{words}' holds no two words that could stand near each other. Type two at "
        "least, without OR between them."
    )
    exit_status = 248


class SavedSearchNotFound(MediakitError):
    """No saved search is called this."""

    message = sentence(
        "No saved search is called '{name}'. 'mediakit search --saved' lists them."
    )
    exit_status = 249
