"""What is said in some language, as people type it: ``fr:Et chez nous ?``."""

import re

from mediakit.model.language import normalize_tag

# in lower case, without a space: "Et : ..." and "NB: ..." are sentences
_TAG = r"(?P<tag>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)"
_TAGGED = re.compile(rf"{_TAG}:(?P<text>.*)", re.DOTALL)


def split_tag(typed: str) -> tuple[str, str]:
    """Return the language tag before a text, or nothing, and the text."""
    match = _TAGGED.fullmatch(typed.strip())
    if match is None:
        return "", typed.strip()
    return normalize_tag(match["tag"]), match["text"].strip()
