"""What went wrong and why, in the person's language.

Reasons come from our own code, marked there, and from the system. Of the system's,
those that people meet are here, as Linux and macOS say them in English; Windows
speaks the person's language already. Any other is shown as it came.
"""

from collections.abc import Callable, Iterable
from gettext import gettext as _

from mediakit.errors.base import MediakitError, Reason, Reasons, sentence
from mediakit.i18n.language import known_languages, texts_in
from mediakit.model.language import primary

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
    return _in_words(reason, _)


def in_words_of(tags: Iterable[str], reason: str) -> str:
    """Return *reason* as others are to read it, who may speak another language.

    Args:
        tags: BCP 47 tags of their languages: the first of which there are texts is
            spoken, and the person's own if there are none.
        reason: What to say.
    """
    known = known_languages()
    tag = next((tag for tag in tags if primary(tag) in known), "")
    return _in_words(reason, texts_in(tag).gettext if tag else _)


def _in_words(reason: str, translate: Callable[[str], str]) -> str:
    if isinstance(reason, Reasons):
        each = (_in_words(one, translate) for one in reason.each)
        return "\n".join(f"  {one}" for one in each)
    if isinstance(reason, Reason):
        # a value that is a sentence is translated too
        values = {
            name: _in_words(value, translate) if isinstance(value, Reason) else value
            for name, value in reason.values.items()
        }
        return translate(reason.text).format(**values)
    # gettext answers the empty text with its own header
    return translate(reason) if reason else reason


def _explained(details: dict[str, object]) -> dict[str, object]:
    return {
        name: in_words(value)
        if isinstance(value, Reason) or (name == "reason" and isinstance(value, str))
        else value
        for name, value in details.items()
    }
